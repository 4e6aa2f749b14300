package colophon.render;

import colophon.model.CaseStudy;
import colophon.model.Page;
import colophon.model.Phrase;
import colophon.model.Publication;
import colophon.model.Site;
import java.util.List;
import java.util.stream.Stream;

/** What stands on the card or cover of a work. Missing texts are empty. */
public record CardText(String eyebrow, String title, String subtitle) {
    private static final char NO_BREAK = '\u00A0';

    public static CardText of(Site site, Page page) {
        Publication work = site.publication();
        String language = work.language();
        return switch (page.kind()) {
            case BRIEF ->
                new CardText(
                        line(Stream.of("Brief", work.titles().title().lines())),
                        page.titles().title().lines(),
                        page.titles().subtitle().map(Phrase::lines).orElse(""));
            case CASE_STUDY ->
                new CardText(
                        line(Stream.of("Case study", work.titles().title().lines())),
                        page.titles().title().lines(),
                        page.titles()
                                .subtitle()
                                .map(Phrase::lines)
                                .or(() -> page.caseStudy()
                                        .flatMap(CaseStudy::country)
                                        .flatMap(code -> site.settings().maps().name(code, language))
                                        .filter(name -> !name.equals(page.title())))
                                .orElse(""));
            default ->
                new CardText(
                        line(Stream.of(
                                work.kind().orElse(""),
                                DateView.of(work.date(), language).text())),
                        work.titles().title().lines(),
                        work.titles().subtitle().map(Phrase::lines).orElse(""));
        };
    }

    /** For those who do not see it. */
    public String description() {
        List<String> parts = Stream.of(title, subtitle, eyebrow)
                .filter(part -> !part.isEmpty())
                .map(part -> part.matches(".*[.!?。]$") ? part : part + ".")
                .toList();
        return "Title card: " + String.join(" ", parts).replace(NO_BREAK, ' ');
    }

    private static String line(Stream<String> parts) {
        return String.join(" · ", parts.filter(part -> !part.isEmpty()).toList());
    }
}
