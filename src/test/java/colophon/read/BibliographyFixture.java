package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.model.Bibliography;
import java.util.Optional;

/** Bibliographies for tests of other packages. */
public final class BibliographyFixture {
    private BibliographyFixture() {}

    public static Bibliography of(Source bib, String style, Problems problems) {
        return new Bibliography(
                BibtexReader.read(bib, "en-US", problems),
                new StyleReader(name -> Optional.empty(), problems)
                        .read(style, "en-US", bib.whole())
                        .orElseThrow());
    }
}
