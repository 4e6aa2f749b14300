package colophon.output;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The CSS of an image, read as browsers read it (CSS Syntax Level 3, section 4) and written again from what is allowed: functions and
 * at-rules of a list, and no address but that of a part of the same file, or of a font or raster image within it. Escapes are resolved
 * once, so that nothing hides in them; what is left out leaves a space, so that its neighbours do not become something else.
 */
final class SafeCss {
    private static final Set<String> FUNCTIONS = Set.of(
            ("rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark icc-color device-cmyk var calc min max clamp round mod"
                            + " rem abs sign sin cos tan asin acos atan atan2 pow sqrt hypot log exp translate translatex translatey"
                            + " translatez translate3d rotate rotatex rotatey rotatez rotate3d scale scalex scaley scalez scale3d skew"
                            + " skewx skewy matrix matrix3d perspective linear-gradient radial-gradient conic-gradient"
                            + " repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient cubic-bezier steps linear"
                            + " circle ellipse inset polygon path rect xywh blur brightness contrast drop-shadow grayscale hue-rotate"
                            + " invert opacity saturate sepia local format tech counter counters not is where has lang dir nth-child"
                            + " nth-last-child nth-of-type nth-last-of-type selector")
                    .split(" "));
    private static final Set<String> AT_RULES = Set.of(
            "media", "supports", "font-face", "keyframes", "-webkit-keyframes", "layer", "container", "property");

    /** A part of the same file, or a font or raster image within it. */
    private static final Pattern OWN_ADDRESS = Pattern.compile(
            "(?i)\\s*(?:#[^\\s\"'()\\\\]+"
                    + "|data:(?:font/|application/(?:x-)?font|image/(?:png|jpeg|gif|webp))[a-z0-9.+-]*;base64,[a-z0-9+/=\\s]*)\\s*");

    private static final int END = -1;

    private final String css;
    private final UnaryOperator<String> embedded;
    private final Consumer<String> leftOut;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private SafeCss(String css, UnaryOperator<String> embedded, Consumer<String> leftOut) {
        this.css = css;
        this.embedded = embedded;
        this.leftOut = leftOut;
    }

    /**
     * A style sheet, a list of declarations or a single value.
     *
     * @param embedded gives what to write for the address of an embedded file
     * @param leftOut is given each part that is left out and that a reader might miss, as it was written
     */
    static String of(String css, UnaryOperator<String> embedded, Consumer<String> leftOut) {
        SafeCss safe = new SafeCss(css, embedded, leftOut);
        while (safe.at < css.length()) {
            safe.token();
        }
        return safe.out.toString();
    }

    private void token() {
        int start = at;
        int c = peek(0);
        if (css.startsWith("/*", at)) {
            comment();
        } else if (c == '"' || c == '\'') {
            String text = string();
            out.append(text == null ? " " : written(start, '"' + escaped(text) + '"'));
        } else if (c == '#' && (isNameChar(peek(1)) || isEscape(at + 1))) {
            at++;
            String name = name();
            out.append(written(start, '#' + identifier(name, false)));
        } else if (isNumberStart()) {
            number();
        } else if (c == '@' && isNameStart(at + 1)) {
            at++;
            atRule(start, name());
        } else if (isNameStart(at)) {
            word(start, name());
        } else if (css.startsWith("<!--", at) || css.startsWith("-->", at)) {
            at += c == '<' ? 4 : 3;
            out.append(' ');
        } else {
            at++;
            out.append(c == '\\' || c == '@' ? ' ' : (char) c);
        }
    }

    /** What was read since {@code start}, as it is where it has no escapes and is not cut off. */
    private String written(int start, String otherwise) {
        String text = css.substring(start, at);
        char first = text.charAt(0);
        boolean isString = first == '"' || first == '\'';
        boolean isCut = isString && (text.length() == 1 || text.charAt(text.length() - 1) != first);
        return isCut || text.indexOf('\\') >= 0 ? otherwise : text;
    }

    /** What a comment says is nobody's business, but it still keeps its neighbours apart. */
    private void comment() {
        int close = css.indexOf("*/", at + 2);
        at = close < 0 ? css.length() : close + 2;
        out.append("/**/");
    }

    /** The text of a string; null for one that its line does not end, which browsers pass over. */
    private String string() {
        int quote = peek(0);
        at++;
        StringBuilder text = new StringBuilder();
        while (at < css.length()) {
            int c = peek(0);
            if (c == quote) {
                at++;
                return text.toString();
            }
            if (isLineEnd(c)) {
                return null;
            }
            if (c != '\\') {
                text.append((char) c);
                at++;
            } else if (isLineEnd(peek(1))) {
                at += css.startsWith("\r\n", at + 1) ? 3 : 2;
            } else if (at + 1 == css.length()) {
                at++;
            } else {
                text.appendCodePoint(escape());
            }
        }
        return text.toString();
    }

    private void number() {
        int start = at;
        at += peek(0) == '+' || peek(0) == '-' ? 1 : 0;
        digits();
        if (peek(0) == '.' && isDigit(peek(1))) {
            at++;
            digits();
        }
        int sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
        if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(sign))) {
            at += sign;
            digits();
        }
        out.append(css, start, at);
        if (isNameStart(at)) {
            int unit = at;
            String name = name();
            out.append(written(unit, identifier(name, true)));
        }
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private void atRule(int start, String name) {
        if (AT_RULES.contains(name.toLowerCase(Locale.ROOT))) {
            out.append(written(start, '@' + identifier(name, false)));
            return;
        }
        while (at < css.length() && peek(0) != ';' && peek(0) != '{' && peek(0) != '}') {
            skipToken();
        }
        if (peek(0) == '{') {
            skipBlock();
        } else if (peek(0) == ';') {
            at++;
        }
        out.append(' ');
        leftOut.accept(css.substring(start, at));
    }

    private void word(int start, String name) {
        if (peek(0) != '(') {
            out.append(written(start, identifier(name, false)));
            return;
        }
        String function = name.toLowerCase(Locale.ROOT);
        if (function.equals("url")) {
            address(start);
        } else if (FUNCTIONS.contains(function)) {
            out.append(written(start, identifier(name, false))).append('(');
            at++;
        } else {
            skipBlock();
            leaveOut(start);
        }
    }

    private void leaveOut(int start) {
        out.append(" none ");
        leftOut.accept(css.substring(start, at));
    }

    /** The address of a file or of a part of this one. */
    private void address(int start) {
        at++;
        int open = at;
        while (isSpace(peek(0))) {
            at++;
        }
        String address;
        if (peek(0) == '"' || peek(0) == '\'') {
            address = string();
            while (isSpace(peek(0))) {
                at++;
            }
            if (at < css.length() && peek(0) != ')') {
                // A modifier, or no address at all.
                address = null;
            }
        } else {
            address = bareAddress();
        }
        if (address == null) {
            at = open;
            skipRest();
            leaveOut(start);
            return;
        }
        at = Math.min(at + 1, css.length());
        if (!OWN_ADDRESS.matcher(address).matches()) {
            leaveOut(start);
            return;
        }
        String kept = embedded.apply(address.strip());
        boolean same = kept.equals(address.strip()) && css.charAt(at - 1) == ')';
        out.append(same ? written(start, written(kept)) : written(kept));
    }

    private static String written(String address) {
        return "url(\"" + escaped(address) + "\")";
    }

    /** An address without quotation marks; null for one that browsers pass over. */
    private String bareAddress() {
        StringBuilder address = new StringBuilder();
        while (at < css.length() && peek(0) != ')') {
            int c = peek(0);
            if (c == '"' || c == '\'' || c == '(' || c == '\\' && !isEscape(at)) {
                return null;
            }
            if (c == '\\') {
                address.appendCodePoint(escape());
            } else {
                address.append((char) c);
                at++;
            }
        }
        return address.toString();
    }

    /** Passes over a function or block with all that is in it. */
    private void skipBlock() {
        int depth = 0;
        do {
            int c = peek(0);
            if (c == '(' || c == '[' || c == '{') {
                depth++;
                at++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
                at++;
            } else {
                skipToken();
            }
        } while (depth > 0 && at < css.length());
    }

    /** Passes over what is left of an address that is none. */
    private void skipRest() {
        while (at < css.length() && peek(0) != ')') {
            at += isEscape(at) ? 2 : 1;
        }
        at = Math.min(at + 1, css.length());
    }

    private void skipToken() {
        int c = peek(0);
        if (css.startsWith("/*", at)) {
            int close = css.indexOf("*/", at + 2);
            at = close < 0 ? css.length() : close + 2;
        } else if (c == '"' || c == '\'') {
            string();
        } else if (isNameStart(at)) {
            String name = name();
            if (peek(0) == '(' && name.equalsIgnoreCase("url")) {
                skipAddress();
            }
        } else {
            at++;
        }
    }

    private void skipAddress() {
        at++;
        while (isSpace(peek(0))) {
            at++;
        }
        if (peek(0) == '"' || peek(0) == '\'') {
            string();
        }
        skipRest();
    }

    /** A name, without its escapes. */
    private String name() {
        StringBuilder name = new StringBuilder();
        while (isNameChar(peek(0)) || isEscape(at)) {
            if (peek(0) == '\\') {
                name.appendCodePoint(escape());
            } else {
                name.append((char) peek(0));
                at++;
            }
        }
        return name.toString();
    }

    /** What an escape stands for. */
    private int escape() {
        at++;
        int end = at;
        while (end < css.length()
                && end - at < 6
                && Character.digit(css.charAt(end), 16) >= 0
                && css.charAt(end) < 128) {
            end++;
        }
        if (end == at) {
            int c = css.codePointAt(at);
            at += Character.charCount(c);
            return c;
        }
        int c = Integer.parseInt(css.substring(at, end), 16);
        at = css.startsWith("\r\n", end) ? end + 2 : end < css.length() && isSpace(css.charAt(end)) ? end + 1 : end;
        boolean unusable =
                c == 0 || c > Character.MAX_CODE_POINT || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return unusable ? '\uFFFD' : c;
    }

    /** A name as CSSOM writes it. */
    private static String identifier(String name, boolean unit) {
        StringBuilder written = new StringBuilder();
        name.codePoints().forEach(c -> {
            boolean first = written.length() == 0 || written.length() == 1 && written.charAt(0) == '-';
            // A unit that begins like an exponent would be read as one.
            boolean exponent = unit && written.length() == 0 && (c == 'e' || c == 'E');
            if (c < 0x20 || c == 0x7F || first && isDigit(c) || exponent) {
                written.append('\\').append(Integer.toHexString(c)).append(' ');
            } else if (isNameChar(c)) {
                written.appendCodePoint(c);
            } else {
                written.append('\\').appendCodePoint(c);
            }
        });
        return written.toString().equals("-") ? "\\-" : written.toString();
    }

    private static String escaped(String text) {
        StringBuilder written = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 0x20 || c == 0x7F) {
                written.append('\\').append(Integer.toHexString(c)).append(' ');
            } else {
                written.append(c == '"' || c == '\\' ? "\\" : "").appendCodePoint(c);
            }
        });
        return written.toString();
    }

    private int peek(int ahead) {
        return at + ahead < css.length() ? css.charAt(at + ahead) : END;
    }

    private boolean isEscape(int index) {
        return index + 1 < css.length() && css.charAt(index) == '\\' && !isLineEnd(css.charAt(index + 1));
    }

    private boolean isNameStart(int index) {
        int c = index < css.length() ? css.charAt(index) : END;
        int next = index + 1 < css.length() ? css.charAt(index + 1) : END;
        if (c == '-') {
            return next == '-' || isLetter(next) || isEscape(index + 1);
        }
        return isLetter(c) || isEscape(index);
    }

    private boolean isNumberStart() {
        int sign = peek(0) == '+' || peek(0) == '-' ? 1 : 0;
        return isDigit(peek(sign)) || peek(sign) == '.' && isDigit(peek(sign + 1));
    }

    private static boolean isNameChar(int c) {
        return isLetter(c) || isDigit(c) || c == '-';
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || isLineEnd(c);
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == '\f';
    }
}
