package colophon.output;

import java.time.LocalDate;
import java.util.List;

/**
 * What a PDF says of itself.
 *
 * @param language BCP 47
 * @param date the publication's date; the file's dates are its midnight, because the clock would make every build another file
 */
record PdfMetadata(
        String title, List<String> authors, String subject, List<String> keywords, String language, LocalDate date) {}
