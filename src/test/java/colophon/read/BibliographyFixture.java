package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.model.Bibliography;
import colophon.model.Reference;
import java.util.List;
import java.util.Optional;

/** Bibliographies for tests of other packages. */
public final class BibliographyFixture {
    private BibliographyFixture() {}

    public static Bibliography of(Source file, String style, Problems problems) {
        return of(file, style, "en-US", problems);
    }

    /** @param file in BibTeX, or in CSL-JSON if its text is a list */
    public static Bibliography of(Source file, String style, String language, Problems problems) {
        List<Reference> references = file.text().stripLeading().startsWith("[")
                ? references(file, problems)
                : BibtexReader.read(file, language, problems);
        return new Bibliography(
                references,
                new StyleReader(name -> Optional.empty(), problems)
                        .read(style, language, file.whole())
                        .orElseThrow());
    }

    /** @param file in CSL-JSON */
    public static List<Reference> references(Source file, Problems problems) {
        return CslJsonReader.read(file, problems).orElseThrow();
    }
}
