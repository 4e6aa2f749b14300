package colophon.output;

import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Edition;
import colophon.model.Picture;
import colophon.model.Site;
import colophon.model.SiteSettings;
import colophon.model.Theme;
import colophon.render.EditionRenderer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds where the author wrote a character: in a text, in the data of a chart or table, in a drawing, in a list of works, terms or
 * data, in the settings, in a template. */
final class GlyphPlaces {
    private static final Pattern IMAGE =
            Pattern.compile("<(?:svg|img)\\b(?![^>]*\\b(?:alt|aria-label|aria-hidden|role)=)[^>]*>(?!\\s*<title)");

    private final Site site;
    private final Theme theme;
    private final Edition edition;

    GlyphPlaces(Site site, Theme theme, Edition edition) {
        this.site = site;
        this.theme = theme;
        this.edition = edition;
    }

    /** The first place of a character in each text that has it; if none has, the first place elsewhere. */
    List<Span> find(String character) {
        List<Span> inTexts = texts().map(source -> in(source, character))
                .flatMap(Optional::stream)
                .toList();
        return inTexts.isEmpty() ? List.of(elsewhere(character)) : inTexts;
    }

    private Span elsewhere(String character) {
        return Stream.of(files(), lists(), settings(), templates())
                .flatMap(sources -> sources)
                .map(source -> in(source, character))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> inGlossary(character))
                .orElseGet(() -> {
                    Source work = edition.work().origin().source();
                    return in(work, character).orElseGet(work::whole);
                });
    }

    /** The files whose words an edition shows, those of its pages first. */
    Stream<Source> sources() {
        return Stream.of(texts(), files(), lists(), settings(), templates()).flatMap(sources -> sources);
    }

    private static Optional<Span> in(Source source, String character) {
        int offset = source.text().indexOf(character);
        return offset < 0 ? Optional.empty() : Optional.of(source.span(offset, offset + character.length()));
    }

    private Stream<Source> texts() {
        return edition.pages().stream().map(page -> page.origin().source());
    }

    private Stream<Source> lists() {
        Stream<Source> works = site.bibliography().stream()
                .flatMap(all -> all.references().stream())
                .map(reference -> reference.span().source());
        Stream<Source> terms =
                site.glossary().entries().stream().map(entry -> entry.place().source());
        Stream<Source> data =
                site.datasets().stream().map(dataset -> dataset.span().source());
        return Stream.of(works, terms, data).flatMap(sources -> sources).distinct();
    }

    /** What the title page and the imprint say, and the names on maps. */
    private Stream<Source> settings() {
        SiteSettings settings = site.settings();
        return Stream.concat(
                Stream.of(site.publication().origin(), settings.origin()), settings.maps().origin().stream());
    }

    /** Those that editions are made of. */
    private Stream<Source> templates() {
        return theme.templates().entrySet().stream()
                .filter(template -> template.getKey().startsWith("print/")
                        || template.getKey().startsWith("directives/"))
                .map(Map.Entry::getValue);
    }

    /** Where a template has an image without a text for those who do not see it; that of the whole document where none is found. */
    Span image() {
        return templates()
                .flatMap(template -> IMAGE.matcher(template.text())
                        .results()
                        .map(found -> template.span(found.start(), found.end())))
                .findFirst()
                .orElseGet(() -> theme.templates().get(EditionRenderer.TEMPLATE).whole());
    }

    private Stream<Source> files() {
        return site.attachments().values().stream()
                .map(Site.Attachment::file)
                .filter(file -> file.path().endsWith(".csv") || Picture.isDrawn(file.path()))
                .map(file -> new Source(file.path(), new String(file.bytes(), StandardCharsets.UTF_8)));
    }

    private Optional<Span> inGlossary(String character) {
        boolean there = site.glossary().entries().stream()
                .anyMatch(entry -> (entry.name() + entry.heading() + entry.definition()).contains(character));
        return there ? Optional.of(Source.ofFile("content/glossary.yaml").whole()) : Optional.empty();
    }
}
