package colophon.render;

import colophon.model.Bibliography;
import colophon.model.CitationForm;
import colophon.model.Outline.Cite;
import colophon.model.Outline.Citing;
import colophon.render.CitationStyle.Cited;
import colophon.render.CitationStyle.Part;
import colophon.render.CslVariants.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The citations of one page, as its style prints them one after the other. */
final class PageCitations {
    /** A note so few notes behind another one is near it, for styles that ask (CSL 1.0.2, near-note-distance). */
    private static final int NEAR = 5;

    /** A place that cites a work: its id, and its number among those of the work. */
    record Place(String id, int note) {}

    /** What was cited last: a citation of one work only, with its locator. */
    private record Last(String key, String locator) {}

    private final CitationStyle style;
    private final Bibliography bibliography;
    private final List<Citing> citings;
    private final String[] texts;
    private final Map<String, List<Place>> places = new LinkedHashMap<>();
    private final Map<String, Integer> firstNotes = new HashMap<>();
    private final Map<String, Integer> lastNotes = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private Optional<Last> last = Optional.empty();

    PageCitations(CitationStyle style, Bibliography bibliography, List<Citing> citings) {
        this.style = style;
        this.bibliography = bibliography;
        this.citings = citings;
        this.texts = new String[citings.size()];
        List<Integer> order = IntStream.range(0, citings.size())
                .boxed()
                .sorted(Comparator.comparing(index -> citings.get(index).note()))
                .toList();
        order.forEach(this::collect);
        number();
        order.forEach(this::print);
    }

    private void collect(int index) {
        Citing citing = citings.get(index);
        for (Cite cite : citing.cites()) {
            if (bibliography.find(cite.key()).isPresent()) {
                boolean inText = citing.note() == 0;
                String id = inText ? textId(index) : "fnref-" + citing.note();
                List<Place> all = places.computeIfAbsent(cite.key(), key -> new ArrayList<>());
                if (all.stream().noneMatch(place -> place.id().equals(id))) {
                    all.add(new Place(id, citing.note()));
                }
            }
        }
    }

    /** Works are numbered in the order of the list: by the alphabet, or as they are cited. */
    private void number() {
        List<String> sorted = style.sorted(places.keySet());
        for (String key : sorted) {
            numbers.put(key, numbers.size() + 1);
        }
    }

    private void print(int index) {
        Citing citing = citings.get(index);
        List<String> works = new ArrayList<>();
        for (Cite cite : inOrder(citing.cites())) {
            if (bibliography.find(cite.key()).isPresent()) {
                works.add(work(citing, cite));
            }
        }
        Cite only = citing.cites().get(0);
        last = citing.cites().size() == 1
                ? Optional.of(new Last(only.key(), Locator.of(only.suffix()).value()))
                : Optional.empty();
        boolean named = citing.inSentence() && style.form() == CitationForm.TEXT;
        // Within a note of the author's own the sentence around it has its own stop.
        boolean within = style.form() == CitationForm.NOTE && !citing.ownNote();
        String whole = within ? joined(works) : whole(works);
        texts[index] = named ? author(index) + " " + whole : whole;
    }

    /** Works in the order that the style wants, unless words before them say in which order they belong. */
    private List<Cite> inOrder(List<Cite> cites) {
        boolean free = style.sortsCitations()
                && cites.stream().allMatch(cite -> cite.prefix().isEmpty());
        return free
                ? cites.stream()
                        .sorted(Comparator.comparing(cite -> numbers.getOrDefault(cite.key(), 0)))
                        .toList()
                : cites;
    }

    /** With what the style puts around it; a sentence ends with one stop only. */
    private String whole(List<String> works) {
        List<String> affixes = style.affixes();
        String text = joined(works);
        String behind = Html.escape(affixes.get(2));
        if (behind.startsWith(".") && Html.text(text).endsWith(".")) {
            behind = behind.substring(1);
        } else if (behind.startsWith(".") && text.endsWith("”") && style.hasStopsInQuotes()) {
            text = text.substring(0, text.length() - 1) + ".”";
            behind = behind.substring(1);
        }
        return Html.escape(affixes.get(0)) + text + behind;
    }

    private String joined(List<String> works) {
        return String.join(Html.escape(style.affixes().get(1)), works);
    }

    private String work(Citing citing, Cite cite) {
        Locator locator = Locator.of(cite.suffix());
        boolean withoutAuthor = cite.withoutAuthor() || citing.inSentence() && style.form() == CitationForm.TEXT;
        int first = firstNotes.getOrDefault(cite.key(), 0);
        Cited cited = new Cited(
                cite.key(),
                withoutAuthor && !style.isNumeric() ? Part.WITHOUT_AUTHOR : Part.WHOLE,
                position(citing, cite, locator),
                locator.label(),
                locator.value(),
                first == citing.note() ? 0 : first,
                style.isNumeric() ? numbers.get(cite.key()) : 0);
        firstNotes.putIfAbsent(cite.key(), citing.note());
        lastNotes.put(cite.key(), citing.note());
        String text = style.cite(cited);
        if (style.form() == CitationForm.TEXT) {
            text = "<a class=\"citation\" href=\"#" + Html.escape(entryId(cite.key())) + "\">" + text + "</a>";
        }
        boolean begins = style.form() == CitationForm.NOTE
                && citing.ownNote()
                && cite == citing.cites().get(0);
        return before(begins ? capitalised(cite.prefix()) : cite.prefix()) + text + behind(locator.rest());
    }

    /** "See" begins a note, where "see" goes on in a sentence. */
    private static String capitalised(String words) {
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String before(String prefix) {
        return prefix.isEmpty() ? "" : Html.escape(prefix) + " ";
    }

    private static String behind(String suffix) {
        boolean joined = suffix.isEmpty() || ",;:.".indexOf(suffix.charAt(0)) >= 0;
        return (joined ? "" : ", ") + Html.escape(suffix);
    }

    private Position position(Citing citing, Cite cite, Locator locator) {
        if (!firstNotes.containsKey(cite.key())) {
            return Position.FIRST;
        }
        boolean same = last.filter(before -> before.key().equals(cite.key())).isPresent();
        if (same && citing.cites().get(0) == cite) {
            String before = last.get().locator();
            if (before.equals(locator.value())) {
                return Position.IBID;
            }
            if (!locator.value().isEmpty()) {
                return Position.IBID_WITH_LOCATOR;
            }
        }
        return citing.note() - lastNotes.get(cite.key()) <= NEAR ? Position.NEAR : Position.SUBSEQUENT;
    }

    /** A citation as HTML. */
    String text(int index) {
        return texts[index];
    }

    /** Who wrote what a sentence cites. */
    String author(int index) {
        Cite cite = citings.get(index).cites().get(0);
        return bibliography.find(cite.key()).isEmpty()
                ? Html.escape(cite.key())
                : style.cite(new Cited(cite.key(), Part.AUTHOR_ONLY, Position.FIRST, "page", "", 0, 0));
    }

    /** The works that are cited, in the order of the list of references. */
    List<String> keys() {
        return style.sorted(places.keySet());
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
