package colophon.read;

import colophon.model.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id in {@code ## Title {#id}}, and at the end of a caption. */
final class HeadingId {
    private static final String OPEN = "{#";
    private static final Pattern CLOSING = Pattern.compile("(?:^|\\s+)#+$");

    private HeadingId() {}

    /** The id that the last words of a heading give it. */
    static Optional<String> atEnd(String text) {
        int open = text.lastIndexOf(OPEN);
        if (open < 0 || !text.endsWith("}") || text.length() < open + 4) {
            return Optional.empty();
        }
        String id = text.substring(open + 2, text.length() - 1);
        return id.chars().allMatch(c -> AttributesReader.isLabelSign((char) c)) ? Optional.of(id) : Optional.empty();
    }

    /** The id that the last words of running text give it. */
    static Optional<String> atEndOf(List<Inline> content) {
        int last = content.size() - 1;
        return last >= 0 && content.get(last) instanceof Inline.Text text ? atEnd(text.text()) : Optional.empty();
    }

    /** The heading without the id in its last words. */
    static List<Inline> without(List<Inline> content) {
        int last = content.size() - 1;
        String words = ((Inline.Text) content.get(last)).text();
        String rest = words.substring(0, words.lastIndexOf(OPEN)).stripTrailing();
        List<Inline> without = new ArrayList<>(content.subList(0, last));
        if (!rest.isEmpty()) {
            without.add(new Inline.Text(rest));
        }
        return without;
    }

    /** The heading without the # characters that close it before its id, as Pandoc has them. */
    static List<Inline> withoutClosing(List<Inline> content) {
        int last = content.size() - 1;
        if (last < 0 || !(content.get(last) instanceof Inline.Text text)) {
            return content;
        }
        List<Inline> without = new ArrayList<>(content.subList(0, last));
        String rest = CLOSING.matcher(text.text()).replaceFirst("");
        if (!rest.isEmpty()) {
            without.add(new Inline.Text(rest));
        }
        return without;
    }
}
