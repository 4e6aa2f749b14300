package colophon.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a file to publish is made from, boiled down to a digest for each kind of thing, so that it can be told whether and why it must
 * be made again. Two files with the same fingerprint have the same bytes.
 */
public final class Fingerprint {
    /** The kinds of thing a file can depend on, in the order in which people want to hear of them. */
    public enum Part {
        TEXT("its own text"),
        SETTINGS("site.yaml or publication.yaml"),
        TEMPLATES("a template"),
        ASSETS("a style, script, font or icon"),
        MENUS("a page in the menus"),
        PLACE("its place or a page beside it"),
        LINKS("a page or picture it refers to"),
        OWN_DOWNLOADS("a download it offers"),
        /** Of a page only when its template asked for all downloads of the work. */
        DOWNLOADS("the list of downloads"),
        /** Of a page only when its template asked for the list of them. */
        CHAPTERS("the list of chapters"),
        /** Of a page only when its template asked for the list of them. */
        CASE_STUDIES("the list of case studies"),
        /** Of a page only when its template asked for the list of them. */
        ITEMS("the list of figures, tables and boxes"),
        /** Of a page only when its template asked for the list of them. */
        REFERENCES("the list of references"),
        /** Of a page only when its template asked for the list of them. */
        DATA("the data files"),
        TERMS("a term of the glossary"),
        /** Of a page only when its template asked for the list of them. */
        GLOSSARY("the glossary"),
        /**
         * All pages and pictures that a text could refer to: while they are the same, and the text is, what it refers to is the same, and
         * nobody needs to look. No reason by itself to make a file again.
         */
        SURROUNDINGS("the pages and pictures of the site");

        private final String reason;

        Part(String reason) {
            this.reason = reason;
        }

        /** For people: "a template". */
        public String reason() {
            return reason;
        }
    }

    /** Parts that many files could depend on and few do: which, is known when they are made. */
    public static final Set<Part> OPTIONAL = Collections.unmodifiableSet(EnumSet.of(
            Part.DOWNLOADS, Part.CHAPTERS, Part.CASE_STUDIES, Part.ITEMS, Part.REFERENCES, Part.DATA, Part.GLOSSARY));

    /** A digest that is not there. */
    private static final long ABSENT = 0;

    private static final Supplier<Long> NO_LINKS = () -> ABSENT;

    private final long[] digests;
    /** Worked out only when it matters. */
    private final Supplier<Long> links;

    private Fingerprint(long[] digests, Supplier<Long> links) {
        this.digests = digests;
        this.links = links;
    }

    public static Fingerprint empty() {
        return new Fingerprint(new long[Part.values().length], NO_LINKS);
    }

    /** That of a file published as it is. */
    public static Fingerprint of(long digest) {
        return empty().with(Part.TEXT, digest);
    }

    /** One with a digest for each part, in their order; 0 where a part does not matter. */
    public static Fingerprint of(long[] digests) {
        long[] all = Arrays.copyOf(digests, Part.values().length);
        return new Fingerprint(all, () -> all[Part.LINKS.ordinal()]);
    }

    /** The same with another part. */
    public Fingerprint with(Part part, long digest) {
        long[] more = digests.clone();
        more[part.ordinal()] = digest == ABSENT ? 1 : digest;
        return new Fingerprint(more, part == Part.LINKS ? () -> more[Part.LINKS.ordinal()] : links);
    }

    /** The same with the parts that the other has. */
    public Fingerprint with(Fingerprint other) {
        long[] more = digests.clone();
        for (int i = 0; i < more.length; i++) {
            more[i] = other.digests[i] == ABSENT ? more[i] : other.digests[i];
        }
        return new Fingerprint(more, links);
    }

    /** The same with what the text refers to, which is found out when somebody asks. */
    public Fingerprint withLinks(Supplier<Long> digest) {
        return new Fingerprint(digests, new Lazy<>(digest));
    }

    /** The same without the optional parts that nobody asked for. */
    public Fingerprint asked(Set<Part> asked) {
        long[] less = digests.clone();
        for (Part part : OPTIONAL) {
            if (!asked.contains(part)) {
                less[part.ordinal()] = ABSENT;
            }
        }
        return new Fingerprint(less, links);
    }

    /** The digest of a part, 0 where it does not matter. */
    public long digest(Part part) {
        return part == Part.LINKS ? links.get() : digests[part.ordinal()];
    }

    /** One digest of all. */
    public long digest() {
        Digest all = new Digest();
        for (Part part : Part.values()) {
            all.add(digest(part));
        }
        return all.value();
    }

    /**
     * What differs from the fingerprint that a file was made with. What did not matter then does not now: making a file again from the
     * same things asks for the same things.
     */
    public Set<Part> changedSince(Fingerprint made) {
        Set<Part> changed = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            if (matters(part, made) && made.digest(part) != digest(part)) {
                changed.add(part);
            }
        }
        return changed;
    }

    private boolean matters(Part part, Fingerprint made) {
        if (part == Part.LINKS) {
            return !isSame(Part.TEXT, made) || !isSame(Part.SURROUNDINGS, made) || digest(Part.SURROUNDINGS) == ABSENT;
        }
        return part != Part.SURROUNDINGS && (!OPTIONAL.contains(part) || made.digest(part) != ABSENT);
    }

    private boolean isSame(Part part, Fingerprint made) {
        return digest(part) == made.digest(part);
    }

    /** The fingerprint of a file that need not be made again: what it was made with, in today's surroundings. */
    public Fingerprint keeping(Fingerprint made) {
        return made.with(Part.SURROUNDINGS, digest(Part.SURROUNDINGS));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint fingerprint
                && Arrays.stream(Part.values()).allMatch(part -> isSame(part, fingerprint));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(digest(Part.TEXT));
    }
}
