package colophon.render.cite;

import colophon.render.cite.Rich.Frame;
import colophon.render.cite.Rich.Kind;
import colophon.render.cite.Rich.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the texts of fields and styles: the markup of CSL-JSON, quotation marks and apostrophes. */
final class FieldText {
    private static final Pattern TAG = Pattern.compile("<(/?)(i|b|sup|sub|sc|span)(?:\\s+([^<>]*))?>");
    private static final String BEFORE_OPENING = " \u00a0\u202f([{-–—/“‘«„‚\"'";

    /** @param ends what the end of it looks like; empty for a text, which has none */
    private static final class Token {
        private final String text;
        private final String ends;
        private final List<Frame> frames;
        private Token end;
        private boolean closing;

        private Token(String text, String ends, Kind... kinds) {
            this.text = text;
            this.ends = ends;
            this.frames = Stream.of(kinds).map(kind -> new Frame(kind, "")).toList();
        }
    }

    private final List<String[]> quotes = new ArrayList<>();

    /** @param marks pairs of quotation marks that the language has beside those of English */
    FieldText(List<String[]> marks) {
        quotes.add(new String[] {"“", "”"});
        quotes.add(new String[] {"‘", "’"});
        for (String[] pair : marks) {
            if (!pair[0].isEmpty() && !pair[1].isEmpty()) {
                quotes.add(pair);
            }
        }
    }

    Rich read(String text) {
        if (isPlain(text)) {
            return Rich.of(text.replace(Item.LESS_THAN, '<'));
        }
        List<Token> tokens = new ArrayList<>();
        List<Token> open = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        Matcher tag = TAG.matcher(text);
        int at = 0;
        while (at < text.length()) {
            int before = at;
            if (text.charAt(at) == '<' && tag.region(at, text.length()).lookingAt()) {
                Kind[] kinds = kinds(tag.group(2), tag.group(3));
                if (!tag.group(1).isEmpty() || kinds.length > 0) {
                    flush(plain, tokens);
                    if (tag.group(1).isEmpty()) {
                        open(new Token(tag.group(), "</" + tag.group(2) + ">", kinds), tokens, open);
                    } else {
                        close(tag.group(), tokens, open);
                    }
                    at = tag.end();
                }
            } else {
                at += quote(text, at, plain, tokens, open);
            }
            if (at == before) {
                plain.append(text.charAt(at++));
            }
        }
        flush(plain, tokens);
        return assemble(tokens);
    }

    private boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<' || c == '"' || c == '\'' || c == '’') {
                return false;
            }
        }
        return quotes.stream().noneMatch(pair -> text.contains(pair[0]));
    }

    private static Kind[] kinds(String name, String attributes) {
        return switch (name) {
            case "i" -> new Kind[] {Kind.ITALIC};
            case "b" -> new Kind[] {Kind.BOLD};
            case "sup" -> new Kind[] {Kind.SUPERSCRIPT};
            case "sub" -> new Kind[] {Kind.SUBSCRIPT};
            case "sc" -> new Kind[] {Kind.SMALL_CAPS};
            default -> {
                String all = attributes == null ? "" : attributes;
                if (all.contains("nocase")) {
                    yield new Kind[] {Kind.NO_CASE};
                }
                if (all.contains("nodecor")) {
                    yield new Kind[] {Kind.UPRIGHT, Kind.NORMAL_WEIGHT, Kind.NORMAL_VARIANT, Kind.NO_CASE};
                }
                yield all.contains("small-caps") ? new Kind[] {Kind.SMALL_CAPS} : new Kind[0];
            }
        };
    }

    private static void flush(StringBuilder plain, List<Token> tokens) {
        if (plain.length() > 0) {
            tokens.add(new Token(plain.toString(), ""));
            plain.setLength(0);
        }
    }

    private static void open(Token token, List<Token> tokens, List<Token> open) {
        tokens.add(token);
        open.add(token);
    }

    /** Closes the innermost that ends so; what is open within it stays text. An end of nothing is text. */
    private static boolean close(String text, List<Token> tokens, List<Token> open) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Token start = open.get(i);
            if (start.ends.equals(text)) {
                Token end = new Token(text, "");
                end.closing = true;
                start.end = end;
                tokens.add(end);
                open.subList(i, open.size()).clear();
                return true;
            }
        }
        if (text.startsWith("<")) {
            tokens.add(new Token(text, ""));
        }
        return false;
    }

    private static boolean isOpen(String end, List<Token> open) {
        return open.stream().anyMatch(token -> token.ends.equals(end));
    }

    /** The number of characters that were read as a quotation mark or an apostrophe; 0 for none. */
    private int quote(String text, int at, StringBuilder plain, List<Token> tokens, List<Token> open) {
        char c = text.charAt(at);
        char before = neighbour(text, at, -1);
        char after = neighbour(text, at, 1);
        if (c == '"' || c == '\'') {
            return straight(text, at, plain, tokens, open);
        }
        for (int i = quotes.size() - 1; i >= 0; i--) {
            String end = quotes.get(i)[1];
            boolean apostrophe = end.equals("’") && Character.isLetterOrDigit(after);
            if (text.startsWith(end, at) && isOpen(end, open) && !apostrophe) {
                flush(plain, tokens);
                close(end, tokens, open);
                return end.length();
            }
        }
        for (int i = quotes.size() - 1; i >= 0; i--) {
            String start = quotes.get(i)[0];
            if (text.startsWith(start, at) && !(start.equals("’") && Character.isLetterOrDigit(before))) {
                flush(plain, tokens);
                open(new Token(start, quotes.get(i)[1], Kind.QUOTES), tokens, open);
                return start.length();
            }
        }
        return 0;
    }

    private static int straight(String text, int at, StringBuilder plain, List<Token> tokens, List<Token> open) {
        String mark = text.substring(at, at + 1);
        char before = neighbour(text, at, -1);
        char after = neighbour(text, at, 1);
        boolean single = mark.equals("'");
        boolean within = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
        if (!(single && within) && isOpen(mark, open) && !Character.isWhitespace(before) && !isWord(after)) {
            flush(plain, tokens);
            close(mark, tokens, open);
            return 1;
        }
        boolean begins = (before == 0 || BEFORE_OPENING.indexOf(before) >= 0) && after != 0 && after != ' ';
        if (begins && hasEnd(text, at, mark.charAt(0))) {
            flush(plain, tokens);
            open(new Token(single ? "’" : mark, mark, Kind.QUOTES), tokens, open);
            return 1;
        }
        plain.append(single ? '’' : '"');
        return 1;
    }

    private static boolean hasEnd(String text, int at, char mark) {
        for (int end = text.indexOf(mark, at + 1); end >= 0; end = text.indexOf(mark, end + 1)) {
            if (!Character.isWhitespace(neighbour(text, end, -1)) && !isWord(neighbour(text, end, 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** The character beside another, tags left out; 0 at the ends. */
    private static char neighbour(String text, int at, int step) {
        int next = at + step;
        if (step > 0) {
            while (next < text.length() && text.charAt(next) == '<' && text.indexOf('>', next) > 0) {
                next = text.indexOf('>', next) + 1;
            }
        } else {
            while (next >= 0 && text.charAt(next) == '>' && text.lastIndexOf('<', next) >= 0) {
                next = text.lastIndexOf('<', next) - 1;
            }
        }
        return next >= 0 && next < text.length() ? text.charAt(next) : 0;
    }

    private static Rich assemble(List<Token> tokens) {
        List<Run> runs = new ArrayList<>();
        List<Frame> frames = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        Token before = null;
        for (Token token : tokens) {
            boolean ended = before != null && before.closing;
            before = token;
            if (token.closing) {
                frames.subList(frames.size() - open.remove(open.size() - 1), frames.size())
                        .clear();
            } else if (token.end != null) {
                open.add(token.frames.size());
                frames.addAll(token.frames);
            } else {
                boolean after = ended && ".,!?".indexOf(token.text.charAt(0)) >= 0;
                if (after) {
                    frames.add(new Frame(Kind.AS_WRITTEN, ""));
                }
                runs.add(new Run(token.text.replace(Item.LESS_THAN, '<'), List.copyOf(frames)));
                if (after) {
                    frames.remove(frames.size() - 1);
                }
            }
        }
        return new Rich(runs);
    }
}
