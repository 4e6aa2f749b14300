package colophon.model;

import colophon.diag.Span;
import colophon.model.Landmarks.Mark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The numbers of figures, tables, boxes and so on, and where labels stand. Numbers run through the chapters and the case studies in
 * reading order, as in the printed report; the brief and other pages count for themselves.
 */
public final class Numbering {
    /** A numbered item. {@code index} is its place among the items of its page. */
    public record Entry(Page page, int index, Series series, int number) {
        /** Unpacks the text that it stands in. */
        public Outline.Item item() {
            return page.body().orElseThrow().outline().items().get(index);
        }

        private Mark mark() {
            return page.landmarks().items().get(index);
        }

        public boolean directive() {
            return mark().directive();
        }

        /** Its caption. */
        public Phrase title() {
            return mark().title();
        }

        /** Its id in its page. */
        public String id() {
            return Outline.id(mark().label(), index);
        }

        /** "Figure 3". */
        public String label() {
            return series.singular() + " " + number;
        }

        /** Whether it stands in the report, not in a document of its own. */
        public boolean isInReport() {
            return Numbering.isInReport(page);
        }
    }

    /** A place with a label: an item, numbered or not, or a section. {@code index} is that of an item, or of a section among those with labels. */
    public record Labelled(Page page, String label, Optional<Entry> entry, Phrase title, boolean section, int index) {
        /** Where it is written. Unpacks the text that it stands in. */
        public Span span() {
            Outline outline = page.body().orElseThrow().outline();
            return section
                    ? Landmarks.sections(outline).get(index).span()
                    : outline.items().get(index).span();
        }
    }

    private final Map<Page, Map<Integer, Entry>> entries = new LinkedHashMap<>();
    private final Set<Series> used = EnumSet.noneOf(Series.class);
    private final Map<String, List<Labelled>> labelled = new LinkedHashMap<>();

    /** @param kinds the directives there are, by name; asked for only where a text has one */
    public Numbering(List<Page> pages, Supplier<Map<String, DirectiveKind>> kinds) {
        Map<Series, Integer> report = new EnumMap<>(Series.class);
        for (Page page : pages) {
            number(page, kinds, isInReport(page) ? report : new EnumMap<>(Series.class));
        }
    }

    /** Whether anything on the pages has a number. */
    public static boolean any(List<Page> pages, Supplier<Map<String, DirectiveKind>> kinds) {
        return pages.stream()
                .flatMap(page -> page.landmarks().items().stream())
                .anyMatch(item -> series(item, kinds).isPresent());
    }

    /** Whether a page is a part of the report, whose items are counted together. */
    public static boolean isInReport(Page page) {
        return page.kind() == PageKind.CHAPTER || page.kind() == PageKind.CASE_STUDY;
    }

    private void number(Page page, Supplier<Map<String, DirectiveKind>> kinds, Map<Series, Integer> counts) {
        List<Mark> items = page.landmarks().items();
        for (int i = 0; i < items.size(); i++) {
            Mark item = items.get(i);
            Optional<Entry> entry = Optional.empty();
            Optional<Series> series = series(item, kinds);
            if (series.isPresent()) {
                used.add(series.get());
                int number = counts.merge(series.get(), 1, Integer::sum);
                entry = Optional.of(new Entry(page, i, series.get(), number));
                entries.computeIfAbsent(page, it -> new TreeMap<>()).put(i, entry.get());
            }
            if (item.label().isPresent()) {
                add(new Labelled(page, item.label().get(), entry, item.title(), false, i));
            }
        }
        List<Mark> sections = page.landmarks().sections();
        for (int i = 0; i < sections.size(); i++) {
            Mark section = sections.get(i);
            add(new Labelled(page, section.label().orElseThrow(), Optional.empty(), section.title(), true, i));
        }
    }

    private static Optional<Series> series(Mark item, Supplier<Map<String, DirectiveKind>> kinds) {
        if (item.directive()) {
            return Optional.ofNullable(kinds.get().get(item.kind())).flatMap(DirectiveKind::numbered);
        }
        return Optional.of(item.kind().equals("table") ? Series.TABLE : Series.FIGURE);
    }

    private void add(Labelled place) {
        labelled.computeIfAbsent(place.label(), label -> new ArrayList<>()).add(place);
    }

    /** The number of an item, where it has one. */
    public Optional<Entry> of(Page page, int item) {
        return Optional.ofNullable(entries.getOrDefault(page, Map.of()).get(item));
    }

    /** The first place with a label. */
    public Optional<Labelled> find(String label) {
        return Optional.ofNullable(labelled.get(label)).map(places -> places.get(0));
    }

    /** All places, by label; more than one where authors chose the same twice. */
    public Map<String, List<Labelled>> labelled() {
        return Collections.unmodifiableMap(labelled);
    }

    /** The series that have items. */
    public List<Series> series() {
        return List.copyOf(used);
    }

    /** The numbered items in reading order, those of the report before those of other documents. */
    public List<Entry> all() {
        return Stream.of(true, false)
                .flatMap(report -> entries.entrySet().stream()
                        .filter(items -> isInReport(items.getKey()) == report)
                        .flatMap(items -> items.getValue().values().stream()))
                .toList();
    }
}
