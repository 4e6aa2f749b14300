package colophon.render;

import colophon.diag.Problems;
import colophon.diag.Span;
import colophon.model.Body;
import colophon.model.DirectiveKind;
import colophon.model.Numbering.Entry;
import colophon.model.Outline.Argument;
import colophon.model.Outline.Item;
import colophon.model.Page;
import colophon.model.Phrase;
import colophon.model.Site;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Draws directives with their templates. */
final class DirectiveRenderer {
    private final Templates templates;
    private final Problems problems;

    DirectiveRenderer(Templates templates, Problems problems) {
        this.templates = templates;
        this.problems = problems;
    }

    /**
     * Draws a directive; what stands in one that the theme does not know is not lost.
     *
     * @param page the page it stands in; the texts of settings have none
     * @param place its place among the items of the text
     * @param inside what stands in it, finished
     * @param texts its arguments that are Markdown, finished
     * @param model what every template of the document may ask for
     */
    String draw(
            Drawing drawing,
            Optional<Page> page,
            Body body,
            int place,
            String inside,
            Map<String, Markup> texts,
            Map<String, Supplier<?>> model) {
        Site site = drawing.site();
        Item item = body.outline().items().get(place);
        if (!site.directives().containsKey(item.kind())) {
            return inside;
        }
        DataDirectives data = new DataDirectives(drawing);
        Optional<Entry> entry = page.flatMap(it -> site.numbering().of(it, place));
        String id = drawing.links().idPrefix() + body.outline().id(place);
        String language = page.map(it -> it.id().language())
                .orElseGet(() -> site.publication().language());
        DirectiveView view = new DirectiveView(
                item.kind(),
                id,
                entry.map(Entry::label).orElse(null),
                entry.map(Entry::number).orElse(0),
                inside.isBlank() ? null : Markup.of(inside.strip()),
                EntryView.of(inside, language),
                drawing.medium().name().toLowerCase(Locale.ROOT),
                item.kind().equals("chart")
                        ? data.chart(item, id, entry.map(Entry::label).orElse(""), page)
                                .orElse(null)
                        : null,
                item.kind().equals("table") ? data.tableView(item).orElse(null) : null,
                item.kind().equals("map") ? map(drawing, page, item, id).orElse(null) : null,
                data.data(item).orElse(null));
        Map<String, Supplier<?>> all = new HashMap<>(model);
        all.put("directive", () -> view);
        all.put("args", () -> arguments(item, new Phrases(site, drawing.citations()), page));
        all.put("texts", () -> texts);
        Span origin = item.span();
        return templates
                .render(DirectiveKind.template(item.kind()), all, origin, problems)
                .map(html -> new String(html, StandardCharsets.UTF_8))
                .orElse("");
    }

    private static Optional<MapView> map(Drawing drawing, Optional<Page> page, Item item, String id) {
        return item.value("countries").flatMap(codes -> new Maps(drawing).of(codes, page.orElse(drawing.page()), id));
    }

    /** The arguments as words: those that are Markdown as readers see them. */
    private static Map<String, String> arguments(Item item, Phrases phrases, Optional<Page> page) {
        Map<String, String> arguments = new HashMap<>();
        for (Argument argument : item.arguments()) {
            Phrase text = argument.text();
            String words = page.map(it -> phrases.text(text, it)).orElseGet(text::text);
            arguments.put(argument.name(), text.isEmpty() ? argument.value() : words);
        }
        return arguments;
    }
}
