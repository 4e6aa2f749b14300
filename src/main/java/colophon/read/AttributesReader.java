package colophon.read;

import colophon.model.Attributes;
import colophon.model.Attributes.Argument;
import colophon.model.Inline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what stands behind a directive's name or in braces behind a picture: {@code {#label}}, {@code key="value"}, words by
 * themselves. Quotation marks may be straight or those that word processors make of them.
 */
final class AttributesReader {
    /** Reads the value of an argument that is Markdown. */
    interface Texts {
        /** @param start offset of the value in the file */
        List<Inline> read(int start, int end);
    }

    /** Something that is no attribute, with its offsets in the text. */
    record Fault(String message, String help, int start, int end) {}

    private final String text;
    /** Offset of {@code text} in the file. */
    private final int base;

    private final Texts texts;
    /** Whether words by themselves may be meant as a title. */
    private final boolean hasTitle;
    /** Offset of the last value without quotation marks; -1 if another argument came since. */
    private int bareValue = -1;

    private final List<Argument> arguments = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private Optional<String> label = Optional.empty();
    private int at;

    private AttributesReader(String text, int base, Texts texts, boolean hasTitle) {
        this.hasTitle = hasTitle;
        this.text = text;
        this.base = base;
        this.texts = texts;
    }

    /** @param base offset of {@code text} in the file */
    static AttributesReader of(String text, int base, Texts texts) {
        AttributesReader reader = new AttributesReader(text, base, texts, false);
        reader.read();
        return reader;
    }

    /** The same of a directive's line, where other tools have a title without a name. */
    static AttributesReader ofDirective(String text, int base, Texts texts) {
        AttributesReader reader = new AttributesReader(text, base, texts, true);
        reader.read();
        return reader;
    }

    /** The offset after the brace that closes the one at an offset, in one line; -1 when there is none or it holds no attributes. */
    static int end(CharSequence text, int open, int limit) {
        char quote = 0;
        for (int at = open + 1; at < limit && text.charAt(at) != '\n'; at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (closing(c) != 0) {
                quote = closing(c);
            } else if (c == '}') {
                return isStart(text, open + 1) ? at + 1 : -1;
            } else if (c == '{') {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isStart(CharSequence text, int at) {
        char c = text.charAt(at);
        boolean isKramdown = c == ':' && (text.charAt(at + 1) == ' ' || text.charAt(at + 1) == '#');
        return c == '#' || c == ' ' || isKramdown || Character.isLetter(c);
    }

    Attributes attributes() {
        return new Attributes(label, arguments);
    }

    List<Fault> faults() {
        return faults;
    }

    private void read() {
        while (skipSpace()) {
            char c = text.charAt(at);
            boolean isKramdown = c == ':' && at == 1 && text.charAt(0) == '{';
            if (c == '{' || c == '}' || isKramdown) {
                at++;
            } else if (c == '#') {
                label();
            } else if (isNameChar(c)) {
                argument();
            } else {
                int start = at;
                if (hasTitle) {
                    words(start);
                } else {
                    skipWord();
                    noName(start);
                }
            }
        }
    }

    private void noName(int start) {
        boolean isClass = text.charAt(start) == '.' && at > start + 1;
        String written = text.substring(start, at);
        if (isClass) {
            fault(
                    "classes such as \"" + written + "\" are not read",
                    "remove it: the theme says what things look like",
                    start,
                    at);
        } else {
            fault("\"" + written + "\" is no name", start, at);
        }
    }

    /**
     * Words that are no argument: the rest of a value without quotation marks, or a title as other tools have it. What is wrong with that
     * is reported where it is known whether there is such a directive at all.
     */
    private void words(int start) {
        if (text.charAt(start) == '.') {
            skipWord();
            noName(start);
            return;
        }
        at = wordsEnd(start);
        String written = text.substring(start, at).strip();
        if (written.chars().noneMatch(Character::isLetterOrDigit)) {
            noName(start);
            return;
        }
        int last = arguments.size() - 1;
        if (bareValue >= 0 && last >= 0) {
            Argument cut = arguments.get(last);
            String whole = text.substring(bareValue, at).strip();
            arguments.remove(last);
            names.remove(cut.name());
            add(cut.name(), whole, cut.start() - base, bareValue);
            fault(
                    "the value of \"" + cut.name() + "\" has spaces, but no quotation marks",
                    "write " + cut.name() + "=\"" + whole + "\"",
                    cut.start() - base,
                    at);
            return;
        }
        arguments.add(new Argument("", withoutMarks(written), base + start, base + start + written.length()));
    }

    /** The offset before the next argument with a value, or the next brace. */
    private int wordsEnd(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '{') {
            int word = end;
            while (word < text.length() && isNameChar(text.charAt(word))) {
                word++;
            }
            boolean isArgument = word > end && word < text.length() && text.charAt(word) == '=';
            if (isArgument && (end == start || text.charAt(end - 1) <= ' ')) {
                break;
            }
            end = Math.max(word, end + 1);
        }
        return end;
    }

    private static String withoutMarks(String written) {
        boolean marked = written.length() > 2
                && (written.charAt(0) == '[' && written.endsWith("]")
                        || closing(written.charAt(0)) != 0
                                && written.charAt(written.length() - 1) == closing(written.charAt(0)));
        return marked ? written.substring(1, written.length() - 1).strip() : written;
    }

    private boolean skipSpace() {
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\u00A0')) {
            at++;
        }
        return at < text.length();
    }

    private void skipWord() {
        while (at < text.length() && text.charAt(at) > ' ' && "{}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
    }

    private void label() {
        int start = at++;
        while (at < text.length() && isLabelSign(text.charAt(at))) {
            at++;
        }
        if (at == start + 1) {
            skipWord();
            fault("a label without a name", start, Math.max(at, start + 1));
        } else if (label.isPresent()) {
            fault("a second label", start, at);
        } else {
            label = Optional.of(text.substring(start + 1, at));
        }
    }

    static boolean isLabelSign(char c) {
        return Character.isLetterOrDigit(c) || "-_.:".indexOf(c) >= 0;
    }

    private static boolean isNameChar(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
    }

    private void argument() {
        int start = at;
        while (at < text.length() && isNameChar(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        if (at == text.length() || text.charAt(at) != '=') {
            if (hasTitle && (bareValue >= 0 || !isFlag(start))) {
                words(start);
            } else if (Argument.isText(name)) {
                fault("\"" + name + "\" has no value", "write " + name + "=\"…\"", start, at);
            } else {
                add(name, "true", start, at);
            }
            return;
        }
        at++;
        char close = at < text.length() ? closing(text.charAt(at)) : 0;
        if (close == 0) {
            int value = at;
            skipWord();
            add(name, text.substring(value, at), start, value);
            bareValue = value;
            return;
        }
        int end = text.indexOf(close, at + 1);
        if (end < 0) {
            fault("the value of \"" + name + "\" has no closing quotation mark", start, text.length());
            end = text.length();
            arguments.add(new Argument(name, text.substring(at + 1), base + start, base + end));
            at = end;
            return;
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        add(name, value, start, at - 1 - value.length());
    }

    /** Whether a word is by itself: in lower case, and before the end, a brace or an argument. */
    private boolean isFlag(int start) {
        boolean isLower = text.substring(start, at).chars().noneMatch(Character::isUpperCase);
        return isLower && wordsEnd(start) <= at + spaces(at);
    }

    private int spaces(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) <= ' ') {
            end++;
        }
        return end - from;
    }

    /** The mark that ends what one begins; 0 for other signs. */
    private static char closing(char c) {
        return switch (c) {
            case '"', '\'' -> c;
            case '“' -> '”';
            case '‘' -> '’';
            default -> 0;
        };
    }

    private void add(String name, String value, int start, int valueStart) {
        bareValue = -1;
        if (!names.add(name)) {
            fault("\"" + name + "\" is there twice", start, at);
        } else {
            int from = base + valueStart;
            List<Inline> content =
                    Argument.isText(name) && valueStart < at ? texts.read(from, from + value.length()) : List.of();
            arguments.add(new Argument(name, value, content, base + start, base + at));
        }
    }

    private void fault(String message, int start, int end) {
        fault(message, "write name=\"value\" or {#label}", start, end);
    }

    private void fault(String message, String help, int start, int end) {
        faults.add(new Fault(message, help, base + start, base + end));
    }
}
