package colophon.render;

import colophon.model.CitationForm;
import colophon.model.Outline;
import colophon.model.Outline.Citing;
import colophon.render.cite.Cite;
import colophon.render.cite.Cite.Part;
import colophon.render.cite.Cite.Position;
import colophon.render.cite.Positions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The citations of one page, as its style prints them one after the other. */
final class PageCitations {
    /** A place that cites a work: its id, and the number of its footnote; 0 in running text. */
    record Place(String id, int note) {}

    private final CitationStyle style;
    private final List<Citing> citings;
    private final String[] texts;
    private final Map<String, List<Place>> places = new LinkedHashMap<>();
    private final Map<String, Integer> numbers;
    private final Positions positions;

    /** @param numbers of works in a list that the page shares with others; empty where it has a list of its own */
    PageCitations(CitationStyle style, Map<String, Integer> numbers, List<Citing> citings) {
        this.style = style;
        this.citings = citings;
        this.texts = new String[citings.size()];
        this.positions = new Positions(style.nearNoteDistance());
        List<Integer> order = IntStream.range(0, citings.size())
                .boxed()
                .sorted(Comparator.comparing(index -> citings.get(index).note()))
                .toList();
        order.forEach(this::collect);
        this.numbers = numbers.isEmpty() ? style.numbers(style.sorted(places.keySet())) : numbers;
        order.forEach(this::print);
    }

    private void collect(int index) {
        Citing citing = citings.get(index);
        for (Outline.Cite cite : citing.cites()) {
            if (style.has(cite.key())) {
                boolean inText = citing.note() == 0;
                String id = inText ? textId(index) : "fnref-" + citing.note();
                List<Place> all = places.computeIfAbsent(cite.key(), key -> new ArrayList<>());
                if (all.stream().noneMatch(place -> place.id().equals(id))) {
                    all.add(new Place(id, citing.note()));
                }
            }
        }
    }

    private void print(int index) {
        Citing citing = citings.get(index);
        List<Outline.Cite> known =
                citing.cites().stream().filter(cite -> style.has(cite.key())).toList();
        List<Cite> cites = new ArrayList<>();
        for (Outline.Cite cite : known) {
            cites.add(cite(index, cite, cites.size(), known.size()));
        }
        boolean inText = style.form() == CitationForm.TEXT;
        // Within a footnote of the author's own the sentence around it has its own stop.
        String whole = style.citation(cites, this::number, inText || citing.ownNote());
        texts[index] = citing.inSentence() && inText ? author(index) + " " + whole : whole;
    }

    private int number(String key) {
        return numbers.getOrDefault(key, 0);
    }

    private Cite cite(int citation, Outline.Cite cite, int index, int count) {
        Citing citing = citings.get(citation);
        Locator locator = Locator.of(cite.suffix());
        boolean inText = style.form() == CitationForm.TEXT;
        boolean withoutAuthor = cite.withoutAuthor() || citing.inSentence() && inText && index == 0;
        Set<Position> position =
                positions.next(cite.key(), locator.label(), locator.value(), citation, index, count, citing.note());
        int first = positions.firstNote(cite.key());
        boolean begins = !inText && citing.ownNote() && index == 0;
        return new Cite(
                cite.key(),
                withoutAuthor && !style.isNumeric() ? Part.WITHOUT_AUTHOR : Part.WHOLE,
                AffixMarkup.of(before(begins ? capitalised(cite.prefix()) : cite.prefix())),
                AffixMarkup.of(after(locator, cite.suffix())),
                locator.label(),
                locator.value(),
                position,
                first == citing.note() ? 0 : first,
                inText && style.isListed(cite.key()) ? "#" + entryId(cite.key()) : "");
    }

    /** "See" begins a footnote, where "see" goes on in a sentence. */
    private static String capitalised(String words) {
        int first = 0;
        while (first < words.length() && "*_".indexOf(words.charAt(first)) >= 0) {
            first++;
        }
        return first == words.length()
                ? words
                : words.substring(0, first) + Character.toUpperCase(words.charAt(first)) + words.substring(first + 1);
    }

    private static String before(String prefix) {
        return prefix.isEmpty() ? "" : prefix + " ";
    }

    /** The words after a place, or after the work itself, parted from it as the author has parted them. */
    private static String after(Locator locator, String suffix) {
        String rest = locator.rest();
        boolean joined = rest.isEmpty() || ",;:.".indexOf(rest.charAt(0)) >= 0;
        boolean spaced = !locator.value().isEmpty() || suffix.startsWith(" ");
        return (joined ? "" : spaced ? " " : ", ") + rest;
    }

    /** A citation as HTML. */
    String text(int index) {
        return texts[index];
    }

    /** Who wrote what a sentence cites. */
    String author(int index) {
        String key = citings.get(index).cites().get(0).key();
        return style.has(key) ? style.author(key) : Html.escape(key);
    }

    /** The works that are cited, in the order of their first citation. */
    Collection<String> keys() {
        return Collections.unmodifiableCollection(places.keySet());
    }

    List<Place> places(String key) {
        return Collections.unmodifiableList(places.getOrDefault(key, List.of()));
    }

    /** The id of a citation in the running text. */
    static String textId(int index) {
        return "cite-" + (index + 1);
    }

    /** The id of a work in a list of references. */
    static String entryId(String key) {
        return "ref-" + key;
    }
}
