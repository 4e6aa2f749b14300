package colophon.check;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Suggestion;
import colophon.model.Bibliography;
import colophon.model.Outline.Cite;
import colophon.model.Outline.Citing;
import colophon.model.Site;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every work that is cited is in the bibliography. */
final class CitationCheck implements Check {
    /** A label of Quarto, where references to figures and tables look like citations. */
    private static final Pattern LABEL = Pattern.compile("(?i)(?:fig|tbl|tab|sec|eq|lst)[-:].+");

    @Override
    public void run(Scope scope, Problems problems) {
        for (Texts.Text text : Texts.of(scope)) {
            for (Citing citing : text.body().outline().citations()) {
                if (text.isSetting()) {
                    misplaced(citing, problems);
                } else {
                    check(citing, scope.site(), problems);
                }
            }
        }
    }

    private static void misplaced(Citing citing, Problems problems) {
        if (!citing.inSentence()) {
            problems.add(
                    Rule.CITATION_INVALID,
                    citing.span(),
                    "a citation in the settings",
                    "cite in the text of a page: only pages have notes and a list of references");
        }
    }

    private static void check(Citing citing, Site site, Problems problems) {
        Optional<Bibliography> bibliography = site.bibliography();
        for (Cite cite : citing.cites()) {
            boolean isWork =
                    bibliography.filter(all -> all.find(cite.key()).isPresent()).isPresent();
            if (!isWork && site.numbering().find(cite.key()).isPresent()) {
                // Quarto and pandoc-crossref cite labels.
                problems.add(
                        Rule.REFERENCE_MISSING,
                        cite.span(),
                        "\"" + cite.key() + "\" is a label, not a work",
                        "write [](#" + cite.key() + ")");
            } else if (!isWork && LABEL.matcher(cite.key()).matches()) {
                problems.add(
                        Rule.SYNTAX_FOREIGN,
                        cite.span(),
                        "references of other tools are not read",
                        "write a link to the label: [](#" + cite.key() + ")");
            } else if (bibliography.isEmpty()) {
                // A name with such a sign in a sentence may be that of an account somewhere.
                if (!citing.inSentence()) {
                    problems.add(
                            Rule.REFERENCE_MISSING,
                            cite.span(),
                            "\"" + cite.key() + "\" is cited, but there is no bibliography",
                            "put the works into content/references.bib");
                }
            } else if (cite.key().isEmpty()) {
                problems.add(
                        Rule.CITATION_INVALID,
                        cite.span(),
                        "a part of a citation without a key",
                        "write the key of a work with an @ before it: [@one, p. 12; @other]");
            } else if (!bibliography.get().isBroken()
                    && bibliography.get().find(cite.key()).isEmpty()) {
                problems.add(
                        Rule.REFERENCE_MISSING,
                        cite.span(),
                        "no work with the key \"" + cite.key() + "\" in the bibliography",
                        help(citing, cite, bibliography.get()));
            }
        }
    }

    private static String help(Citing citing, Cite cite, Bibliography bibliography) {
        return Suggestion.closest(cite.key(), bibliography.keys())
                .map(close -> "did you mean \"" + close + "\"?")
                .orElse(
                        citing.inSentence()
                                ? "add it to the bibliography, or write \\@" + cite.key() + " if it is no citation"
                                : "add it to the bibliography");
    }
}
