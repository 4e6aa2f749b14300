package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Bibliography;
import colophon.model.Glossary;
import colophon.model.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what nothing uses: pages that are left out for now use things too. */
final class Unused {
    private final List<Page> written;
    private final Problems problems;

    /** @param written all pages there are */
    Unused(List<Page> written, Problems problems) {
        this.written = written;
        this.problems = problems;
    }

    void references(Bibliography bibliography) {
        Set<String> used = new HashSet<>();
        written.forEach(page -> used.addAll(page.landmarks().cited()));
        bibliography.references().stream()
                .filter(reference -> !used.contains(reference.key()))
                .forEach(reference -> problems.add(
                        Rule.REFERENCE_UNUSED,
                        reference.span(),
                        "nothing cites \"" + reference.key() + "\"",
                        "write [" + CitationScanner.written(reference.key())
                                + "] where it belongs, or remove the entry"));
    }

    void terms(Glossary glossary) {
        if (glossary.isEmpty()) {
            return;
        }
        Set<String> used = new HashSet<>();
        written.forEach(page -> used.addAll(page.landmarks().terms()));
        glossary.entries().stream()
                .filter(entry -> !used.contains(entry.id()))
                .forEach(entry -> problems.add(
                        Rule.TERM_UNUSED,
                        entry.place(),
                        "no text uses \"" + entry.heading() + "\"",
                        "remove the entry, or write the term as texts do"));
    }

    static void file(String name, Problems problems) {
        problems.add(
                Rule.FILE_UNUSED,
                Source.ofFile("content/" + name).whole(),
                "nothing refers to this file, so it is not published",
                "link to it, or remove it");
    }
}
