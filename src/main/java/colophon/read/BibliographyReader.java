package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Bibliography;
import colophon.model.CslStyle;
import colophon.model.Publication;
import colophon.model.Reference;
import java.util.List;
import java.util.Optional;

/** Reads the bibliography of a content folder, in whichever of the two formats it is. */
final class BibliographyReader {
    private final SettingsFiles files;
    private final Problems problems;

    BibliographyReader(SettingsFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /**
     * The bibliography with the style that the work asks for; nothing when there is no bibliography.
     *
     * @param place where the style is named
     */
    Optional<Bibliography> read(Publication work, Span place) {
        boolean bib = files.has(SettingsFiles.BIBTEX);
        boolean json = files.has(SettingsFiles.CSL_JSON);
        if (bib && json) {
            problems.add(
                    Rule.BIBLIOGRAPHY_INVALID,
                    Source.ofFile("content/" + SettingsFiles.CSL_JSON).whole(),
                    "there are two bibliographies, " + SettingsFiles.BIBTEX + " and " + SettingsFiles.CSL_JSON,
                    "keep one of them");
        }
        String language = work.language().equals("en") ? "en-US" : work.language();
        String name = work.citationStyle().orElse(StyleReader.DEFAULT);
        boolean any = bib || json;
        StyleReader styles = new StyleReader(files::text, problems);
        Optional<CslStyle> style = any || work.citationStyle().isPresent()
                // A wrong style is told once, not again for each citation.
                ? styles.read(name, language, place)
                        .or(() -> styles.read(StyleReader.DEFAULT, language, place)
                                .map(it -> new CslStyle(name, it.xml(), it.form(), it.language())))
                : Optional.empty();
        if (!any || style.isEmpty()) {
            return Optional.empty();
        }
        Optional<Source> text = files.text(bib ? SettingsFiles.BIBTEX : SettingsFiles.CSL_JSON);
        Optional<List<Reference>> references = bib
                ? text.map(source -> BibtexReader.read(source, style.get().language(), problems))
                : text.flatMap(source -> CslJsonReader.read(source, problems));
        return Optional.of(references
                .map(all -> all.stream()
                        .map(reference -> Volumes.fit(reference, style.get()))
                        .toList())
                .map(all -> new Bibliography(all, style.get()))
                .orElseGet(() -> Bibliography.broken(style.get())));
    }
}
