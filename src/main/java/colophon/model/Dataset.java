package colophon.model;

import colophon.diag.Span;
import java.util.List;
import java.util.Optional;

/**
 * What there is to know of a data file.
 *
 * @param file its path in the content folder
 * @param sourceUrl a page of the source
 * @param span where it is described, or the file itself where it is not
 */
public record Dataset(
        String file,
        Optional<Phrase> title,
        Optional<Phrase> description,
        Optional<Phrase> source,
        Optional<String> sourceUrl,
        Optional<Phrase> licence,
        List<Column> columns,
        Span span) {
    /** A column: what its values mean, and their unit. */
    public record Column(String name, Optional<Phrase> meaning, Optional<Phrase> unit) {}

    public Dataset {
        columns = List.copyOf(columns);
    }

    /** Its id on the page of data: its name without the ending. */
    public String id() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return "data-" + PlainText.slug(dot < 0 ? name : name.substring(0, dot));
    }
}
