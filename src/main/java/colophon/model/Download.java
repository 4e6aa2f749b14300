package colophon.model;

import colophon.model.Edition.Format;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A file readers keep, with what its button says. All of it is measured from the file itself.
 *
 * @param bytes 0 while the file is being made
 * @param pages of a file that has pages
 * @param language BCP 47
 * @param source the {@link SourceDigest} that the file carries; nothing for a file that was made elsewhere
 */
public record Download(Edition edition, long bytes, OptionalInt pages, String language, Optional<String> source) {
    /** A file that is being made while its page is previewed. */
    public static Download pending(Edition edition) {
        return new Download(edition, 0, OptionalInt.empty(), edition.work().id().language(), Optional.empty());
    }

    public SitePath path() {
        return edition.path();
    }

    /** Whether it is offered wherever the publication is: the report and the brief, not a case study on its own or a file for printers. */
    public boolean isOfPublication() {
        return edition.work().kind() != PageKind.CASE_STUDY && edition.format() != Format.PRESS;
    }

    public boolean pending() {
        return bytes == 0;
    }

    /** "PDF, English, 1.2 MB, 42 pages". Sizes are decimal, as file managers show them. */
    public String details() {
        if (pending()) {
            return edition.format().type() + ", being made";
        }
        String measured = edition.format().type() + ", " + languageName() + ", " + size(bytes);
        return pages.isEmpty()
                ? measured
                : measured + ", " + pages.getAsInt() + "\u00A0" + (pages.getAsInt() == 1 ? "page" : "pages");
    }

    /** "English": without the country, which says nothing of whether one can read it. */
    private String languageName() {
        return Locale.forLanguageTag(Locale.forLanguageTag(language).getLanguage())
                .getDisplayLanguage(Locale.ENGLISH);
    }

    private static String size(long bytes) {
        if (bytes < 1_000_000) {
            return Math.max(1, Math.round(bytes / 1000.0)) + "\u00A0kB";
        }
        long tenths = Math.round(bytes / 100_000.0);
        return tenths / 10 + "." + tenths % 10 + "\u00A0MB";
    }
}
