package colophon.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the definition list in a directive.
 *
 * @param date the term, where it is a date that machines can read: 1951, 1951-09 or 1951-09-08
 */
public record EntryView(Markup term, DateView date, Markup meaning) implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "term" -> term;
            case "date" -> date;
            case "meaning" -> meaning;
            default -> null;
        };
    }

    private static final String LIST = "<dl";
    private static final String LIST_END = "</dl>";
    private static final String TERM = "<dt>";
    private static final String TERM_END = "</dt>";
    private static final String MEANING = "<dd>";
    private static final String MEANING_END = "</dd>";

    /**
     * The entries of a text that is one definition list and nothing else; none of any other.
     *
     * @param html as {@link BodyRenderer} writes it: the only thing that is read here
     * @param language of the dates
     */
    static List<EntryView> of(String html, String language) {
        List<EntryView> entries = new ArrayList<>();
        String term = "";
        StringBuilder meaning = new StringBuilder();
        int depth = 0;
        int start = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (depth == 0 && !html.startsWith(LIST, at)) {
                return List.of();
            }
            if (html.startsWith(LIST, at)) {
                depth++;
            } else if (html.startsWith(LIST_END, at)) {
                depth--;
            } else if (depth != 1) {
                continue;
            } else if (html.startsWith(TERM, at)) {
                add(entries, term, meaning, language);
                start = at + TERM.length();
            } else if (html.startsWith(TERM_END, at)) {
                term = html.substring(start, at);
                meaning.setLength(0);
            } else if (html.startsWith(MEANING, at)) {
                start = at + MEANING.length();
            } else if (html.startsWith(MEANING_END, at)) {
                meaning.append(html, start, at);
            }
        }
        add(entries, term, meaning, language);
        return entries;
    }

    private static void add(List<EntryView> entries, String term, StringBuilder meaning, String language) {
        if (!term.isEmpty()) {
            Optional<DateView> date = DateView.parse(term.strip(), language);
            entries.add(new EntryView(
                    Markup.of(term),
                    date.orElse(null),
                    Markup.of(meaning.toString().strip())));
        }
    }
}
