package colophon.read;

/** Finds the ends of the parts of a link, as CommonMark 0.31.2 has them: its address, its title, its label. Offsets are those of the text. */
record LinkParts(String text) {
    private static final int MAX_LABEL_CHARS = 999;
    /** As in cmark: without a limit, each of many open brackets would look for its end through the whole text. */
    private static final int MAX_BRACKETS = 32;

    /** The offset after an address, which may be empty; -1 if none can begin there. */
    int addressEnd(int start) {
        return at(start) == '<' ? angleEnd(start) : bareEnd(start);
    }

    private int angleEnd(int start) {
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '>') {
                return at + 1;
            }
            if (c == '\n' || c == '\r' || c == '<') {
                return -1;
            }
            if (c == '\\') {
                at++;
            }
        }
        return -1;
    }

    /** Up to the first space, or the bracket that closes one before the address. */
    private int bareEnd(int start) {
        int depth = 0;
        int at = start;
        while (at < text.length() && text.charAt(at) > ' ' && text.charAt(at) != 0x7F) {
            char c = text.charAt(at);
            if (c == '\\' && isEscapable(at + 1)) {
                at++;
            } else if (c == '(' && ++depth > MAX_BRACKETS) {
                return -1;
            } else if (c == ')' && --depth < 0) {
                return at;
            }
            at++;
        }
        return depth > 0 ? -1 : at;
    }

    /** The offset after an address with spaces, which is all of the brackets but a title in quotation marks; -1 if there is none. */
    int spacedAddressEnd(int start) {
        int close = closingBracket(start);
        if (close < 0) {
            return -1;
        }
        int end = quotedTitleStart(start, close);
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        String address = MarkdownEscapes.resolve(text.substring(start, end));
        boolean plain = address.chars().noneMatch(c -> "\"<>".indexOf(c) >= 0);
        return plain ? end : -1;
    }

    private int closingBracket(int start) {
        int depth = 0;
        for (int at = start; at < text.length() && !isLineEnd(at); at++) {
            char c = text.charAt(at);
            if (c == '\\' && isEscapable(at + 1)) {
                at++;
            } else if (c == '(' && ++depth > MAX_BRACKETS) {
                return -1;
            } else if (c == ')' && --depth < 0) {
                return at;
            }
        }
        return -1;
    }

    /** Where a title in quotation marks begins that ends before a bracket; the bracket if there is none. */
    private int quotedTitleStart(int start, int close) {
        for (int at = start + 1; at < close; at++) {
            boolean opens = text.charAt(at - 1) == ' ' && "\"'".indexOf(text.charAt(at)) >= 0;
            if (opens && skipSpace(Math.max(at, titleEnd(at))) == close) {
                return at;
            }
        }
        return close;
    }

    /** Whether the brackets of a link end here, perhaps after a title. */
    boolean isLinkEnd(int end) {
        int next = skipSpace(end);
        if (at(next) == ')') {
            return true;
        }
        int title = next > end ? titleEnd(next) : -1;
        return title >= 0 && at(skipSpace(title)) == ')';
    }

    /** The offset after a title with its quotation marks or brackets; -1 if there is none. */
    int titleEnd(int start) {
        char open = at(start);
        if (open != '"' && open != '\'' && open != '(') {
            return -1;
        }
        char close = open == '(' ? ')' : open;
        boolean blank = false;
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == close) {
                return at + 1;
            }
            if (c == '(' && open == '(' || c == '\n' && blank) {
                return -1;
            }
            if (c == '\\') {
                at++;
            }
            blank = c == '\n' || blank && c <= ' ';
        }
        return -1;
    }

    /** The offset after a label with its brackets; -1 if there is none. */
    int labelEnd(int start) {
        if (at(start) != '[') {
            return -1;
        }
        int limit = Math.min(text.length(), start + MAX_LABEL_CHARS + 2);
        for (int at = start + 1; at < limit; at++) {
            char c = text.charAt(at);
            if (c == ']') {
                return at + 1;
            }
            if (c == '[') {
                return -1;
            }
            if (c == '\\') {
                at++;
            }
        }
        return -1;
    }

    /** The offset after up to three spaces that begin a line. */
    int indentEnd(int start) {
        int at = start;
        while (at < start + 3 && at(at) == ' ') {
            at++;
        }
        return at;
    }

    /** The offset after spaces with no more than one line end among them. */
    int skipSpace(int start) {
        int at = start;
        int lines = 0;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            lines += text.charAt(at) == '\n' ? 1 : 0;
            if (lines > 1) {
                return at;
            }
            at++;
        }
        return at;
    }

    /** The offset after the end of the line; -1 if there is something else before it. */
    int lineEnd(int start) {
        int at = start;
        while (at(at) == ' ' || at(at) == '\t') {
            at++;
        }
        if (at(at) == '\r') {
            at++;
        }
        if (at >= text.length()) {
            return text.length();
        }
        return text.charAt(at) == '\n' ? at + 1 : -1;
    }

    private boolean isLineEnd(int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private boolean isEscapable(int at) {
        return MarkdownEscapes.isPunctuation(at(at));
    }

    private char at(int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
