package colophon.read;

import colophon.model.Attributes;
import colophon.model.Attributes.Argument;
import colophon.model.Block;
import colophon.model.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A remark as GFM writes it, a quotation that begins with {@code [!NOTE]}: the directive {@code note} with that kind. */
final class Alert {
    private static final Pattern START = Pattern.compile("\\[!([A-Za-z]+)\\][-+]?[ \\t]*");
    private static final Set<String> KINDS = Set.of("note", "tip", "important", "warning", "caution");

    private Alert() {}

    /** The name after the mark that a quotation begins with, if it begins with one. */
    static Optional<String> kind(CharSequence paragraph) {
        Matcher start = START.matcher(paragraph);
        return start.lookingAt() ? Optional.of(start.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    static boolean isKnown(String kind) {
        return KINDS.contains(kind);
    }

    /**
     * The directive.
     *
     * @param blocks those of the quotation; the first is the paragraph with the mark, and with a title after it where there is one
     */
    static Block directive(String kind, List<Block> blocks, int start, int end) {
        List<Inline> first = ((Block.Paragraph) blocks.get(0)).content();
        int line = first.indexOf(Inline.LineBreak.SOFT);
        int hard = first.indexOf(Inline.LineBreak.HARD);
        line = line < 0 || hard >= 0 && hard < line ? hard : line;
        List<Inline> title = new ArrayList<>(line < 0 ? first : first.subList(0, line));
        String words = START.matcher(((Inline.Text) title.remove(0)).text()).replaceFirst("");
        if (!words.isEmpty()) {
            title.add(0, new Inline.Text(words));
        }
        List<Argument> arguments = new ArrayList<>();
        String name = Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
        arguments.add(new Argument("kind", name, start, end));
        if (!title.isEmpty()) {
            arguments.add(new Argument("title", words, title, start, end));
        }
        List<Block> inside = new ArrayList<>(blocks.subList(1, blocks.size()));
        if (line >= 0) {
            inside.add(0, new Block.Paragraph(first.subList(line + 1, first.size()), false));
        }
        return new Block.Directive("note", new Attributes(Optional.empty(), arguments), inside, start, end);
    }
}
