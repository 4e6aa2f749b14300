package colophon.check;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.Numbering.Labelled;
import colophon.model.Page;
import java.util.List;

/** A label stands for one place in the whole site. */
final class LabelCheck implements Check {
    @Override
    public void run(Scope scope, Problems problems) {
        for (Page page : scope.pages()) {
            page.landmarks()
                    .labels()
                    .forEach(label ->
                            check(page, scope.site().numbering().labelled().get(label), problems));
        }
    }

    /** Of places with one label each but the first is too many, and told with the page that it stands in. */
    private static void check(Page page, List<Labelled> places, Problems problems) {
        Labelled first = places.get(0);
        for (Labelled place : places.subList(1, places.size())) {
            // Within one page the reader of the text has told it.
            if (place.page().equals(page) && !first.page().equals(page)) {
                problems.add(
                        Rule.LABEL_DUPLICATE,
                        place.span(),
                        "the label \"" + place.label() + "\" is already taken",
                        "choose another one",
                        new Problem.Note(first.span(), "the first place with it"));
            }
        }
    }
}
