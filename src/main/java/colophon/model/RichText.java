package colophon.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with the markup of the Citation Style Language: what CSL-JSON writes as {@code <i>}, {@code <b>}, {@code <sub>}, {@code <sup>} and
 * {@code <span>}. The text of a run is plain: no character of it is markup.
 *
 * @param runs in the order of the text, none of them empty
 */
public record RichText(List<Run> runs) {
    public enum Mark {
        ITALIC,
        BOLD,
        SUBSCRIPT,
        SUPERSCRIPT,
        SMALL_CAPS,
        /** No style changes the case of these words. */
        NO_CASE,
        /** Without the fonts around it, such as the "v." of a case in italics, and without a change of case. */
        NO_DECORATION
    }

    /**
     * Characters with the same marks.
     *
     * @param marks the outermost first; the same mark may be there twice, such as italics in italics, which are upright
     */
    public record Run(String text, List<Mark> marks) {
        public Run {
            marks = List.copyOf(marks);
        }
    }

    public RichText {
        runs = List.copyOf(runs);
    }

    public static RichText of(String plain) {
        return new RichText(plain.isEmpty() ? List.of() : List.of(new Run(plain, List.of())));
    }

    /** Without its marks. */
    public String plain() {
        return runs.size() == 1
                ? runs.get(0).text()
                : runs.stream().map(Run::text).collect(Collectors.joining());
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }
}
