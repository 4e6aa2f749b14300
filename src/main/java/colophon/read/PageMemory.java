package colophon.read;

import colophon.cache.Block;
import colophon.cache.Packer;
import colophon.cache.Unpacker;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Body;
import colophon.model.CaseStudy;
import colophon.model.Contributor;
import colophon.model.Contributor.NativeName;
import colophon.model.Contributor.Role;
import colophon.model.Digest;
import colophon.model.HouseStyle;
import colophon.model.InputFile;
import colophon.model.InputFile.Stamp;
import colophon.model.Landmarks;
import colophon.model.Lazy;
import colophon.model.NameOrder;
import colophon.model.Page;
import colophon.model.PageId;
import colophon.model.PageKind;
import colophon.model.Phrase;
import colophon.model.PublicationDate;
import colophon.model.Site;
import colophon.model.Site.ImageSize;
import colophon.model.SitePath;
import colophon.model.Titles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What earlier builds learnt from files, by what the files hold: a page is not parsed and a picture not measured again while its bytes
 * stay the same. Only what had no problem is remembered, so that no problem is forgotten. Safe for use by several threads.
 *
 * <p>What was found of the site as a whole is remembered with what it looks like from any page ({@link Sight}): the files that its texts
 * use, and that checks found nothing. While that is the same, only pages that were read since need a look.
 */
public final class PageMemory implements SourceTree.Known {
    /** What a file takes in the memory, roughly. */
    private static final int FILE_BYTES = 768;

    private record FileEntry(Stamp stamp, long digest) {}

    /**
     * A page in two parts: a change of one word moves all that comes after it, and nobody else can tell.
     *
     * @param told what it says of itself, and what was gathered from its text
     * @param places where in its file that stands
     */
    private record Packed(Block told, Block places, long outline) {
        Packed(byte[] told, byte[] places) {
            this(Block.of(told), Block.of(places), Digest.of(told));
        }
    }

    /** A page as it was read, or as it was packed by another process; the one is made from the other when it is needed. */
    private static final class PageEntry {
        private final long digest;
        private volatile Page page;
        private volatile Packed packed;

        PageEntry(long digest, Page page) {
            this.digest = digest;
            this.page = page;
        }

        PageEntry(long digest, Packed packed) {
            this.digest = digest;
            this.packed = packed;
        }

        Packed packed() {
            Packed known = packed;
            return known == null ? pack(page) : known;
        }

        /** The same for something that will be asked for again. */
        long outline() {
            packed = packed();
            return packed.outline();
        }
    }

    private record SizeEntry(long digest, ImageSize size) {}

    /**
     * All that one page can see of the others and of the files around them.
     *
     * @param surroundings digest of everything but what the pages say
     * @param pages digest of what they say
     */
    private record Sight(long surroundings, long pages) {
        // Written out, as in PageId.

        @Override
        public boolean equals(Object other) {
            return other instanceof Sight sight && surroundings == sight.surroundings && pages == sight.pages;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(surroundings ^ pages);
        }
    }

    /**
     * Names of the files in the content folder that texts and settings refer to.
     *
     * @param known also by pages that are not released
     * @param published by those that are
     * @param pictures what those do with pictures
     */
    record Used(Set<String> known, Set<String> published, PictureUses pictures) {}

    /** What holds of a site while it looks the same: the files it uses, and that no check has anything to say. */
    private record Findings(Sight sight, Used used) {}

    /**
     * The site as it was read last.
     *
     * @param sight nothing when there are no findings to compare it with
     * @param settled whether no check has anything to say
     */
    private record Look(long surroundings, int written, Optional<Sight> sight, Used used, boolean settled) {}

    private final Map<String, FileEntry> files;
    private final Map<String, PageEntry> pages;
    private final Map<String, SizeEntry> sizes = new ConcurrentHashMap<>();
    /** How the texts are set that are remembered. */
    private HouseStyle style = HouseStyle.plain("");

    private long styleDigest = style.digest();

    /** Files of pages that were read after the findings were made. */
    private final Set<String> fresh = ConcurrentHashMap.newKeySet();

    private volatile Optional<Findings> findings = Optional.empty();
    private volatile Optional<Look> look = Optional.empty();
    /** Files changed before this time have the digest their stamp had; later ones may have changed twice within a tick of the disk. */
    private long trustedBefore = Long.MIN_VALUE;

    public PageMemory() {
        this(0);
    }

    /** One with room for so many files. */
    private PageMemory(int expected) {
        files = new ConcurrentHashMap<>(2 * expected);
        pages = new ConcurrentHashMap<>(2 * expected);
    }

    /** A memory as it was packed. Throws what {@link Unpacker} throws. */
    public static PageMemory unpack(Unpacker in) {
        long trustedBefore = in.number();
        long style = in.number();
        int count = in.length();
        PageMemory memory = new PageMemory(count);
        memory.trustedBefore = trustedBefore;
        memory.styleDigest = style;
        for (int i = count; i > 0; i--) {
            String path = in.text();
            long digest = in.number();
            memory.files.put(path, new FileEntry(new Stamp(in.number(), in.number()), digest));
            if (in.flag()) {
                memory.pages.put(path, new PageEntry(digest, new Packed(in.block(), in.block(), in.number())));
            }
            in.optional(() -> new ImageSize(in.count(), in.count()))
                    .ifPresent(size -> memory.sizes.put(path, new SizeEntry(digest, size)));
        }
        memory.findings = in.optional(() -> new Findings(
                new Sight(in.number(), in.number()),
                new Used(names(in), names(in), new PictureUses(names(in), names(in)))));
        return memory;
    }

    /**
     * What is known of the files of a tree, for another process.
     *
     * @param trustedBefore files with a later time stamp are opened and compared by the next build
     */
    public Block pack(SourceTree tree, long trustedBefore) {
        Packer out = new Packer(FILE_BYTES * tree.files().size());
        out.number(trustedBefore);
        out.number(styleDigest);
        List<InputFile> known =
                tree.files().values().stream().filter(InputFile::hasDigest).toList();
        Outlines outlines = new Outlines();
        out.list(known, file -> {
            long digest = file.digest();
            out.text(file.path()).number(digest);
            out.number(file.stamp().bytes()).number(file.stamp().modified());
            PageEntry page = pages.get(file.path());
            out.flag(page != null && page.digest == digest);
            if (page != null && page.digest == digest) {
                Packed packed = page.packed();
                out.block(packed.told()).block(packed.places()).number(packed.outline());
                outlines.add(file.path(), packed.outline());
            }
            out.optional(
                    Optional.ofNullable(sizes.get(file.path())).filter(size -> size.digest() == digest),
                    size -> out.count(size.size().width()).count(size.size().height()));
        });
        out.optional(look.filter(it -> it.settled() && it.written() == outlines.count), it -> {
            out.number(it.surroundings()).number(outlines.digest.value());
            out.list(new TreeSet<>(it.used().known()), out::text);
            out.list(new TreeSet<>(it.used().published()), out::text);
            out.list(new TreeSet<>(it.used().pictures().shown()), out::text);
            out.list(new TreeSet<>(it.used().pictures().linked()), out::text);
        });
        return out.packed();
    }

    private static Set<String> names(Unpacker in) {
        return Set.copyOf(in.list(in::text));
    }

    /** What all pages say, in the order of their files. */
    private static final class Outlines {
        private final Digest digest = new Digest();
        private int count;

        void add(String path, long outline) {
            digest.add(path).add(outline);
            count++;
        }
    }

    /**
     * Takes note of a site.
     *
     * @param surroundings digest of everything in it but what its pages say; nothing when something cannot be read
     * @param written all pages, in the order of their files
     * @param find finds the files that are used, when that is not remembered
     */
    Used used(OptionalLong surroundings, List<Page> written, Supplier<Used> find) {
        Optional<Sight> sight = surroundings.isPresent() && findings.isPresent()
                ? sight(surroundings.getAsLong(), written)
                : Optional.empty();
        Used used = findings.filter(it -> sight.filter(it.sight()::equals).isPresent())
                .map(Findings::used)
                .orElseGet(find);
        look = surroundings.isPresent()
                ? Optional.of(new Look(surroundings.getAsLong(), written.size(), sight, used, false))
                : Optional.empty();
        return used;
    }

    /** Nothing when there is a page that is not remembered. */
    private Optional<Sight> sight(long surroundings, List<Page> written) {
        Outlines outlines = new Outlines();
        for (Page page : written) {
            String path = page.origin().source().path();
            PageEntry entry = pages.get(path);
            if (!holds(entry, page)) {
                return Optional.empty();
            }
            outlines.add(path, entry.outline());
        }
        return Optional.of(new Sight(surroundings, outlines.digest.value()));
    }

    private static boolean holds(PageEntry entry, Page page) {
        return entry != null && entry.digest == page.digest();
    }

    /** Those pages of the site that was read last of which a check could have something to say. */
    public List<Page> unsettled(Site site) {
        Optional<Sight> settled = findings.map(Findings::sight);
        if (settled.isEmpty() || !look.flatMap(Look::sight).equals(settled)) {
            return site.pages();
        }
        List<Page> unsettled = new ArrayList<>();
        for (Page page : site.pages()) {
            String path = page.origin().source().path();
            if (page.text().isEmpty() || fresh.contains(path) || !holds(pages.get(path), page)) {
                unsettled.add(page);
            }
        }
        return unsettled;
    }

    /** Takes note that no check has anything to say of the site that was read last. */
    public void settle() {
        look = look.map(it -> new Look(it.surroundings(), it.written(), it.sight(), it.used(), true));
        look.flatMap(Look::sight).ifPresent(sight -> {
            findings = Optional.of(new Findings(sight, look.get().used()));
            fresh.clear();
        });
    }

    @Override
    public OptionalLong digest(String path, Stamp stamp) {
        FileEntry entry = files.get(path);
        boolean same = entry != null && entry.stamp().equals(stamp) && stamp.modified() < trustedBefore;
        return same ? OptionalLong.of(entry.digest()) : OptionalLong.empty();
    }

    /** Forgets texts that were read to be set in another way. */
    void expect(HouseStyle wanted) {
        style = wanted;
        if (wanted.digest() != styleDigest) {
            styleDigest = wanted.digest();
            pages.clear();
        }
    }

    /** How the texts are set. */
    HouseStyle style() {
        return style;
    }

    Optional<ImageSize> size(InputFile file) {
        return Optional.ofNullable(sizes.get(file.path()))
                .filter(entry -> entry.digest() == file.digest())
                .map(SizeEntry::size);
    }

    void keep(InputFile file, ImageSize size) {
        sizes.put(file.path(), new SizeEntry(file.digest(), size));
    }

    void keep(InputFile file, Page page) {
        fresh.add(file.path());
        pages.put(file.path(), new PageEntry(file.digest(), page));
    }

    /** The page a file was read as, if the file has not changed since. */
    Optional<Page> page(InputFile file, PageKind kind, PageId id, SitePath path, MarkdownReader markdown) {
        PageEntry entry = pages.get(file.path());
        if (entry == null || entry.digest != file.digest()) {
            return Optional.empty();
        }
        Page page = entry.page;
        if (page == null || !page.id().equals(id)) {
            page = unpack(entry.packed(), file, kind, id, path, markdown);
            entry.page = page;
        }
        return Optional.of(page);
    }

    private static Packed pack(Page page) {
        Packer told = new Packer();
        Packer places = new Packer();
        Body body = page.body().orElseThrow();
        places.count(page.origin().source().length());
        OutlinePacking.pack(page.origin(), places);
        places.count(page.words()).count(body.start());
        OutlinePacking.pack(page.landmarks(), told);
        Titles titles = page.titles();
        told.text(titles.title().markup());
        told.text(titles.shorter().map(Phrase::markup)).text(titles.subtitle().map(Phrase::markup));
        told.text(page.summary().markup());
        told.list(page.authors(), author -> pack(author, told));
        told.list(page.keywords(), told::text);
        told.text(page.date().map(PublicationDate::toString));
        told.count(page.order()).flag(page.draft());
        told.optional(page.embargo(), end -> told.number(end.toEpochDay()));
        told.optional(page.caseStudy(), study -> {
            told.text(study.country()).text(study.region());
            told.list(
                    study.facts(),
                    fact -> told.text(fact.label().markup()).text(fact.value().markup()));
            told.list(study.map(), told::text);
        });
        OutlinePacking.pack(body.outline(), told, places);
        return new Packed(told.bytes(), places.bytes());
    }

    private static void pack(Contributor author, Packer out) {
        out.text(author.given()).text(author.family()).count(author.order().ordinal());
        out.optional(author.nativeName(), name -> out.text(name.text()).text(name.language()));
        out.list(author.roles(), role -> out.count(role.ordinal()));
        out.text(author.institution()).text(author.position()).text(author.orcid());
    }

    private static Page unpack(
            Packed packed, InputFile file, PageKind kind, PageId id, SitePath path, MarkdownReader markdown) {
        Unpacker told = new Unpacker(packed.told());
        Unpacker places = new Unpacker(packed.places());
        Source source = SourceTree.source(file, places.count());
        Span origin = OutlinePacking.span(places, source);
        int words = places.count();
        int start = places.count();
        Landmarks landmarks = OutlinePacking.landmarks(told);
        return new Page(
                id,
                kind,
                path,
                origin,
                new Titles(
                        new Phrase(told.text()),
                        told.optionalText().map(Phrase::new),
                        told.optionalText().map(Phrase::new)),
                new Phrase(told.text()),
                told.list(() -> author(told)),
                told.list(told::text),
                told.optionalText().flatMap(PublicationDate::parse),
                told.count(),
                told.flag(),
                told.optional(() -> LocalDate.ofEpochDay(told.number())),
                told.optional(() -> new CaseStudy(
                        told.optionalText(),
                        told.optionalText(),
                        told.list(() -> new CaseStudy.Fact(new Phrase(told.text()), new Phrase(told.text()))),
                        told.list(told::text))),
                Optional.of(new Lazy<>(
                        // Both stand where the outline begins.
                        () -> markdown.remembered(source, start, OutlinePacking.unpack(told, places, words, source)))),
                words,
                landmarks,
                file.digest());
    }

    private static Contributor author(Unpacker in) {
        return new Contributor(
                in.text(),
                in.text(),
                NameOrder.values()[in.count()],
                in.optional(() -> new NativeName(in.text(), in.text())),
                in.list(() -> Role.values()[in.count()]),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                Optional.empty());
    }
}
