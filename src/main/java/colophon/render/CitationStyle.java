package colophon.render;

import colophon.model.Bibliography;
import colophon.model.CitationForm;
import colophon.model.CslStyle;
import colophon.render.cite.CitationProcessor;
import colophon.render.cite.Cite;
import colophon.render.cite.Item;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** Prints the works that a site cites in its style. Safe for use by several threads. */
final class CitationStyle {
    private static final Pattern APA =
            Pattern.compile("<id>\\s*https?://www\\.zotero\\.org/styles/apa(?:-[^<]*)?</id>");

    private final CslStyle csl;
    private final CitationProcessor processor;
    private final Map<String, String> authors = new ConcurrentHashMap<>();
    private final Map<String, Boolean> listed = new ConcurrentHashMap<>();

    /** @param cited the keys of all works that are cited, in the order of the site: they are what is told apart */
    CitationStyle(Bibliography bibliography, Collection<String> cited) {
        this.csl = bibliography.style();
        boolean publisherOnce = APA.matcher(csl.xml()).find();
        List<Item> items = cited.stream()
                .map(key -> bibliography.find(key).orElse(null))
                .filter(Objects::nonNull)
                .map(reference -> CslItems.item(reference, publisherOnce))
                .toList();
        this.processor = new CitationProcessor(csl.xml(), csl.language(), items, Html::escape);
    }

    CitationForm form() {
        return csl.form();
    }

    /** Whether works are cited by their number in the list. */
    boolean isNumeric() {
        return csl.form() == CitationForm.TEXT && processor.citesNumbers();
    }

    int nearNoteDistance() {
        return processor.nearNoteDistance();
    }

    boolean has(String key) {
        return processor.has(key);
    }

    /** Whether a list of references has an entry for a work. */
    boolean isListed(String key) {
        return listed.computeIfAbsent(key, processor::isListed);
    }

    /** @param affixed whether with what the style puts around a citation */
    String citation(List<Cite> cites, ToIntFunction<String> numbers, boolean affixed) {
        return processor.citation(cites, numbers, affixed);
    }

    /** Who wrote a work, as a sentence names them. */
    String author(String key) {
        return authors.computeIfAbsent(key, processor::author);
    }

    /** Works in the order of the style; a style without one keeps the order they are given in, that of their first citation. */
    List<String> sorted(Collection<String> keys) {
        return processor.sorted(keys);
    }

    Map<String, Integer> numbers(List<String> sorted) {
        return processor.numbers(sorted);
    }

    /** The entries of a list of references, by key; works that the style does not print have none. */
    Map<String, String> entries(List<String> sorted) {
        Map<String, Integer> numbers = processor.numbers(sorted);
        return processor.entries(sorted, numbers::get);
    }
}
