package colophon.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What other pages ask of a text: at hand without unpacking it.
 *
 * @param items figures, tables and directives in reading order
 * @param sections those whose label other pages can use
 * @param cited the keys of the works it cites, in the order in which it first does, known or not
 * @param terms the entries of the glossary that it uses, by id
 */
public record Landmarks(List<Mark> items, List<Mark> sections, List<String> cited, List<String> terms) {
    /** Of a page without a text. */
    public static final Landmarks NONE = new Landmarks(List.of(), List.of(), List.of(), List.of());

    /** The label of a section begins so. */
    private static final String SECTION = "sec-";

    /**
     * An item or a section as others see it.
     *
     * @param kind "section", or that of the {@link Outline.Item}
     */
    public record Mark(String kind, boolean directive, Optional<String> label, Phrase title) {}

    public Landmarks {
        items = List.copyOf(items);
        sections = List.copyOf(sections);
        cited = List.copyOf(cited);
        terms = List.copyOf(terms);
    }

    public static Landmarks of(Outline outline) {
        return new Landmarks(
                outline.items().stream()
                        .map(item -> new Mark(item.kind(), item.directive(), item.label(), item.title()))
                        .toList(),
                sections(outline).stream()
                        .map(heading -> new Mark("section", false, Optional.of(heading.id()), heading.text()))
                        .toList(),
                outline.citations().stream()
                        .flatMap(citing -> citing.cites().stream())
                        .map(Outline.Cite::key)
                        .distinct()
                        .toList(),
                outline.terms());
    }

    /** The headings whose ids are labels that other pages can use. */
    static List<Outline.Heading> sections(Outline outline) {
        return outline.headings().stream()
                .filter(heading -> heading.id().startsWith(SECTION))
                .toList();
    }

    /** The labels that all texts can refer to. */
    public List<String> labels() {
        return Stream.concat(items.stream(), sections.stream())
                .flatMap(mark -> mark.label().stream())
                .toList();
    }
}
