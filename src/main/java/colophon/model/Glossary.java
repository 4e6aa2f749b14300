package colophon.model;

import colophon.diag.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The terms and abbreviations of a work, each with what it means. */
public final class Glossary {
    public static final Glossary NONE = new Glossary(List.of());

    /**
     * An entry.
     *
     * @param id for links to it
     * @param term as it stands in a sentence
     * @param plural of the term
     * @param place where it is defined
     */
    public record Entry(
            String id, String term, String plural, Optional<String> abbreviation, Phrase definition, Span place) {
        private static final String THE = "the ";

        /** The article that a sentence needs before the term, with a space; empty when it needs none. */
        public String article() {
            return term.startsWith(THE) ? THE : "";
        }

        /** The term without an article. */
        public String name() {
            return term.substring(article().length());
        }

        /** What it is listed under. */
        public String heading() {
            return abbreviation.orElse(name());
        }
    }

    private final List<Entry> entries;

    public Glossary(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** In the order in which they were defined. */
    public List<Entry> entries() {
        return entries;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The same without some entries, by their ids. */
    public Glossary without(Set<String> ids) {
        return ids.isEmpty()
                ? this
                : new Glossary(entries.stream()
                        .filter(entry -> !ids.contains(entry.id()))
                        .toList());
    }

    /** A digest of what texts show of it: of the terms, not of what they mean. */
    public long names() {
        Digest digest = new Digest();
        entries.forEach(entry ->
                digest.add(entry.id()).add(entry.term()).add(entry.plural()).add(entry.abbreviation()));
        return digest.value();
    }
}
