package colophon.output;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a PDF says of itself.
 *
 * @param language BCP 47
 * @param date the publication's date; the file's dates are its midnight, because the clock would make every build another file
 * @param version of the publication
 * @param source digest of what it is made of; empty for a document that is made of nothing
 */
record PdfMetadata(
        String title,
        List<String> authors,
        String subject,
        List<String> keywords,
        String language,
        LocalDate date,
        Optional<String> version,
        String source) {}
