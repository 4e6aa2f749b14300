package colophon.output;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.model.Edition;
import colophon.output.PdfConformance.Fault;
import java.util.List;
import java.util.Locale;

/** Reports what is wrong with an edition as it is printed, and keeps where its pages begin. */
final class PrintedEdition implements PrintListener {
    private final Edition edition;
    private final GlyphPlaces places;
    private final Problems problems;
    private PrintedPages pages = PrintedPages.none();

    PrintedEdition(Edition edition, GlyphPlaces places, Problems problems) {
        this.edition = edition;
        this.places = places;
        this.problems = problems;
    }

    PrintedPages pages() {
        return pages;
    }

    @Override
    public void laidOut(LaidOutText text) {
        new LostWords(edition, places, problems).report(text);
        for (int character : text.privateCharacters()) {
            String message =
                    String.format(Locale.ROOT, "only its font knows what the character U+%04X means", character);
            places.find(Character.toString(character))
                    .forEach(place ->
                            notConforming(place, message, "write it as the character of Unicode that it stands for"));
        }
    }

    @Override
    public void faults(List<Fault> faults) {
        if (faults.contains(Fault.IMAGE_WITHOUT_TEXT)) {
            notConforming(
                    places.image(),
                    "an image of a template has no text for those who do not see it",
                    "give it an alt, or its <svg> a <title>; alt=\"\" or aria-hidden=\"true\" where it is decoration");
        }
    }

    private void notConforming(Span place, String message, String help) {
        problems.add(
                Rule.EDITION_NOT_CONFORMING,
                place,
                message + ", so the PDF does not say that it conforms to PDF/UA and PDF/A",
                help);
    }

    @Override
    public void pages(PrintedPages found) {
        pages = found;
    }
}
