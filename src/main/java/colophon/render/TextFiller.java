package colophon.render;

import colophon.model.Body;
import colophon.model.LinkTarget;
import colophon.model.Numbering;
import colophon.model.Outline.Citing;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Picture;
import colophon.model.Prose;
import colophon.model.Prose.Hole;
import colophon.model.Site;
import colophon.model.Site.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fills the holes of texts for one document. */
final class TextFiller {
    /** Draws a directive of a text. */
    interface Directives {
        /**
         * @param place its place among the items of the text
         * @param inside what stands in it, finished
         * @param texts its arguments that are Markdown, finished
         */
        String draw(Body body, int place, String inside, Map<String, Markup> texts);
    }

    private final Site site;
    private final Links links;
    /** The page whose text it is; the texts of settings have none. */
    private final Optional<Page> page;

    private final Directives directives;
    private final Citations citations;
    private final Phrases phrases;

    TextFiller(Site site, Links links, Optional<Page> page, Directives directives, Citations citations) {
        this.citations = citations;
        this.phrases = new Phrases(site, citations);
        this.site = site;
        this.links = links;
        this.page = page;
        this.directives = directives;
    }

    /**
     * A text with its holes filled, in UTF-8.
     *
     * @param prose the text of {@code body}, or of a part of it
     * @param file what its links start from, as a path in the content folder
     */
    byte[] fill(Prose prose, Body body, String file) {
        return prose.fill(new Filling(body, file)::fill);
    }

    /** The filling of one text. */
    private final class Filling {
        private final Body body;
        private final String file;
        /** What was looked up last: a picture has five holes, one after the other. */
        private String address;

        private Optional<LinkTarget> target = Optional.empty();

        Filling(Body body, String file) {
            this.body = body;
            this.file = file;
        }

        String fill(Hole hole) {
            return switch (hole.want()) {
                case LINK ->
                    target(hole).map(TextFiller.this::href).map(Html::escape).orElse("#");
                case PICTURE ->
                    picture(hole).map(links::picture).map(Html::escape).orElse("#");
                case PICTURE_SIZE ->
                    picture(hole)
                            .flatMap(Attachment::size)
                            .map(size -> " width=\"" + size.width() + "\" height=\"" + size.height() + "\"")
                            .orElse("");
                case PICTURE_WIDTHS ->
                    set(hole)
                            .map(picture -> PictureMarkup.widths(picture.plain(), links))
                            .orElse("");
                case PICTURE_START ->
                    set(hole)
                            .map(picture -> PictureMarkup.start(picture, links))
                            .orElse("");
                case PICTURE_END -> set(hole).map(PictureMarkup::end).orElse("");
                case REFERENCE -> target(hole).map(TextFiller.this::label).orElse("");
                case REFERENCE_NUMBER ->
                    entry(hole).map(entry -> Integer.toString(entry.number())).orElse("");
                case REFERENCE_TITLE -> target(hole).map(TextFiller.this::title).orElse("");
                case PAGE -> pageOf(hole, " (page\u00A0", ")");
                case PAGE_WITHIN -> pageOf(hole, ", page\u00A0", "");
                case NUMBER ->
                    page.flatMap(it -> site.numbering().of(it, hole.place()))
                            .map(entry -> "<span class=\"item-number\">" + entry.label() + ".</span> ")
                            .orElse("");
                case TERM ->
                    site.page(PageKind.GLOSSARY)
                            .map(glossary -> links.page(glossary, Optional.of(hole.address())))
                            .map(Html::escape)
                            .orElse("#");
                case DIRECTIVE ->
                    directives.draw(
                            body,
                            hole.place(),
                            new String(
                                    TextFiller.this.fill(hole.inside().orElseThrow(), body, file),
                                    StandardCharsets.UTF_8),
                            texts(hole));
                case CITATION -> citation(hole, body);
                case MARGIN_CITATION -> citation(hole, body).replace("<a ", "<a tabindex=\"-1\" ");
                case CITED_AUTHOR ->
                    cited().map(all -> all.author(hole.place())).orElse("");
            };
        }

        private Map<String, Markup> texts(Hole hole) {
            Map<String, Markup> texts = new TreeMap<>();
            hole.texts().forEach((name, text) -> texts.put(name, Markup.of(TextFiller.this.fill(text, body, file))));
            return texts;
        }

        /** The number is filled in by the printer, who alone knows it, and leaves all of it out on that page. */
        private String pageOf(Hole hole, String before, String behind) {
            return target(hole)
                    .map(TextFiller.this::href)
                    .filter(href -> href.startsWith("#"))
                    .map(href -> "<span class=\"page-reference\">" + before + "<span class=\"page-of\" data-href=\""
                            + Html.escape(href) + "\"></span>" + behind + "</span>")
                    .orElse("");
        }

        private Optional<LinkTarget> target(Hole hole) {
            if (!hole.address().equals(address)) {
                address = hole.address();
                target = site.resolve(file, address);
            }
            return target;
        }

        private Optional<Attachment> picture(Hole hole) {
            return target(hole)
                    .flatMap(LinkTarget::file)
                    .map(path -> site.attachments().get(path.value()));
        }

        private Optional<Picture> set(Hole hole) {
            return picture(hole).flatMap(Attachment::picture);
        }

        private Optional<Numbering.Entry> entry(Hole hole) {
            return target(hole).flatMap(LinkTarget::page).flatMap(to -> References.entry(to, site));
        }
    }

    private Optional<PageCitations> cited() {
        return page.flatMap(citations::of);
    }

    /** As the style prints it; as it is written where there is no bibliography. */
    private String citation(Hole hole, Body body) {
        Citing citing = body.outline().citations().get(hole.place());
        Optional<String> text = cited().map(all -> all.text(hole.place()))
                .map(html -> html.replace("href=\"#", "href=\"" + links.works() + "#"));
        if (text.isEmpty()) {
            return Html.escape(citing.text());
        }
        if (citing.note() > 0) {
            return text.get();
        }
        String id = Html.escape(links.idPrefix() + PageCitations.textId(hole.place()));
        // The printer may break a line wherever an element ends.
        return links.idPrefix().isEmpty()
                ? "<span id=\"" + id + "\">" + text.get() + "</span>"
                : "<span id=\"" + id + "\"></span>" + text.get();
    }

    private String href(LinkTarget target) {
        Optional<LinkTarget.ToPage> to = target.page();
        return to.isPresent()
                ? links.page(to.get().page(), to.get().anchor())
                : target.file().map(links::file).or(target::external).orElse("#");
    }

    /** "Figure 3"; with the name of its document where that is another one. */
    private String label(LinkTarget target) {
        return target.page()
                .map(to -> phrases.html(References.label(to, page, site), to.page())
                        .html())
                .orElse("");
    }

    private String title(LinkTarget target) {
        return target.page()
                .map(to -> phrases.html(References.title(to, site), to.page()).html())
                .orElse("");
    }
}
