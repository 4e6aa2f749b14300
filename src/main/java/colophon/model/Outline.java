package colophon.model;

import colophon.diag.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What others need to know of a text without reading it.
 *
 * @param heads the texts before it that its citations, notes and links begin in, in reading order
 * @param headings in reading order
 * @param anchored other places with ids that authors chose, in reading order
 * @param items figures, tables and directives in reading order
 * @param citations in reading order, those in notes behind the others
 * @param terms the entries of the glossary that it uses, by id
 * @param paragraphs the ids of the paragraphs, where they are numbered
 * @param words number of words in the running text, for reading times
 */
public record Outline(
        List<Head> heads,
        List<Heading> headings,
        List<Anchor> anchored,
        List<Reference> links,
        List<Reference> images,
        List<Item> items,
        List<Citing> citations,
        List<String> terms,
        List<String> paragraphs,
        int words) {
    /**
     * A title, subtitle, summary or fact of the page that has a citation, a footnote or a link: its own place, at the head of the page,
     * shows it with these.
     *
     * @param name of the field, or of the fact and its field
     * @param markdown as written in the front matter
     * @param phrase for all other places
     * @param span the value of the field
     */
    public record Head(String name, String markdown, Phrase phrase, Span span) {}

    /** A heading. {@code level} is 1 to 6 as written. */
    public record Heading(int level, String id, Phrase text, Span span) {}

    /** A place in running text that links may lead to, with the words that it is made of; most are without any. */
    public record Anchor(String id, Phrase text, Span span) {}

    /**
     * A link or an image as written: the address, not yet decoded, and the whole construct.
     *
     * @param bare whether it has no text of its own, so that what it leads to names it
     */
    public record Reference(String target, boolean bare, Span span) {}

    /**
     * Something beside the running text, which may have a number.
     *
     * @param kind "figure" for a picture, "table" for a table in Markdown, the name of a directive
     * @param directive whether a template draws it
     * @param label the id its author chose
     * @param title its caption; empty when there is none
     */
    public record Item(
            String kind, boolean directive, Optional<String> label, Phrase title, List<Argument> arguments, Span span) {
        public Item {
            arguments = List.copyOf(arguments);
        }

        /** The value of an argument. */
        public Optional<Argument> argument(String name) {
            return arguments.stream()
                    .filter(argument -> argument.name().equals(name))
                    .findFirst();
        }

        /** The value of an argument. */
        public Optional<String> value(String name) {
            return argument(name).map(Argument::value);
        }
    }

    /**
     * What an author says of an item; a word by itself has the value "true".
     *
     * @param value as written
     * @param text the value as readers see it, where it is Markdown; else empty
     */
    public record Argument(String name, String value, Phrase text, Span span) {}

    /**
     * A citation.
     *
     * @param inSentence whether the sentence names the author
     * @param text as written
     * @param note the number of the note it stands in; 0 in the running text
     * @param ownNote whether it makes that note
     */
    public record Citing(List<Cite> cites, boolean inSentence, String text, int note, boolean ownNote, Span span) {
        public Citing {
            cites = List.copyOf(cites);
        }
    }

    /** One work of a citation; {@code key} is empty where there is none. The place is that of the key. */
    public record Cite(String key, String prefix, String suffix, boolean withoutAuthor, Span span) {}

    public Outline {
        heads = List.copyOf(heads);
        headings = List.copyOf(headings);
        anchored = List.copyOf(anchored);
        links = List.copyOf(links);
        images = List.copyOf(images);
        items = List.copyOf(items);
        citations = List.copyOf(citations);
        terms = List.copyOf(terms);
        paragraphs = List.copyOf(paragraphs);
    }

    /** The text at the head of the page with this name, where it has more than words. */
    public Optional<Head> head(String name) {
        return heads.stream().filter(head -> head.name().equals(name)).findFirst();
    }

    /** The id of an item in its page. */
    public String id(int item) {
        return id(items.get(item).label(), item);
    }

    static String id(Optional<String> label, int item) {
        return label.orElse("page-item-" + (item + 1));
    }

    /** The ids that links may lead to, in reading order. */
    public List<String> anchors() {
        List<String> anchors = new ArrayList<>();
        headings.forEach(heading -> anchors.add(heading.id()));
        anchored.forEach(anchor -> anchors.add(anchor.id()));
        items.forEach(item -> item.label().ifPresent(anchors::add));
        anchors.addAll(paragraphs);
        return anchors;
    }

    /** Whether pages that refer to this text, or count with it, look the same with another one in its place. */
    public boolean looksLike(Outline other) {
        return anchors().equals(other.anchors())
                && sections().equals(other.sections())
                && outside(items).equals(outside(other.items))
                && keys().equals(other.keys())
                && (!hasSlots() || citations.equals(other.citations))
                && Set.copyOf(terms).equals(Set.copyOf(other.terms));
    }

    /** Whether what other pages show of it depends on how it cites and what it refers to. */
    private boolean hasSlots() {
        return Stream.concat(
                        headings.stream().map(Heading::text), items.stream().map(Item::title))
                .anyMatch(Phrase::hasSlots);
    }

    private List<Phrase> sections() {
        return headings.stream().map(Heading::text).toList();
    }

    private static List<List<Object>> outside(List<Item> items) {
        return items.stream()
                .map(item -> List.<Object>of(item.kind(), item.directive(), item.label(), item.title()))
                .toList();
    }

    private List<List<String>> keys() {
        return citations.stream()
                .map(citing -> citing.cites().stream().map(Cite::key).toList())
                .toList();
    }
}
