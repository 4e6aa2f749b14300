package colophon.read;

import colophon.cache.Packer;
import colophon.cache.Unpacker;
import colophon.diag.Source;
import colophon.model.Body;
import colophon.model.CaseStudy;
import colophon.model.CitationForm;
import colophon.model.Contributor;
import colophon.model.Contributor.NativeName;
import colophon.model.Contributor.Role;
import colophon.model.InputFile;
import colophon.model.InputFile.Stamp;
import colophon.model.Page;
import colophon.model.PageId;
import colophon.model.PageKind;
import colophon.model.Site.ImageSize;
import colophon.model.SitePath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What earlier builds learnt from files, by what the files hold: a page is not parsed and a picture not measured again while its bytes
 * stay the same. Only what had no problem is remembered, so that no problem is forgotten. Safe for use by several threads.
 */
public final class PageMemory implements SourceTree.Known {
    private record FileEntry(Stamp stamp, long digest) {}

    /** A page as it was read, or as it was packed by another process. */
    private record PageEntry(long digest, Optional<Page> page, Optional<byte[]> packed) {
        byte[] bytes() {
            return packed.orElseGet(() -> pack(page.orElseThrow()));
        }
    }

    private record SizeEntry(long digest, ImageSize size) {}

    private final Map<String, FileEntry> files = new ConcurrentHashMap<>();
    private final Map<String, PageEntry> pages = new ConcurrentHashMap<>();
    private final Map<String, SizeEntry> sizes = new ConcurrentHashMap<>();
    /** How the texts cite: a citation in the running text makes a note in some styles. */
    private CitationForm form = CitationForm.NONE;

    /** Files changed before this time have the digest their stamp had; later ones may have changed twice within a tick of the disk. */
    private long trustedBefore = Long.MIN_VALUE;

    /** A memory as it was packed. Throws what {@link Unpacker} throws. */
    public static PageMemory unpack(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        PageMemory memory = new PageMemory();
        memory.trustedBefore = in.number();
        memory.form = CitationForm.values()[in.count()];
        for (int i = in.count(); i > 0; i--) {
            String path = in.text();
            long digest = in.number();
            memory.files.put(path, new FileEntry(new Stamp(in.number(), in.number()), digest));
            in.optional(in::block)
                    .ifPresent(
                            page -> memory.pages.put(path, new PageEntry(digest, Optional.empty(), Optional.of(page))));
            in.optional(() -> new ImageSize(in.count(), in.count()))
                    .ifPresent(size -> memory.sizes.put(path, new SizeEntry(digest, size)));
        }
        return memory;
    }

    /**
     * What is known of the files of a tree, for another process.
     *
     * @param trustedBefore files with a later time stamp are opened and compared by the next build
     */
    public byte[] pack(SourceTree tree, long trustedBefore) {
        Packer out = new Packer();
        out.number(trustedBefore);
        out.count(form.ordinal());
        List<InputFile> known =
                tree.files().values().stream().filter(InputFile::hasDigest).toList();
        out.list(known, file -> {
            long digest = file.digest();
            out.text(file.path()).number(digest);
            out.number(file.stamp().bytes()).number(file.stamp().modified());
            out.optional(
                    Optional.ofNullable(pages.get(file.path())).filter(page -> page.digest() == digest),
                    page -> out.block(page.bytes()));
            out.optional(
                    Optional.ofNullable(sizes.get(file.path())).filter(size -> size.digest() == digest),
                    size -> out.count(size.size().width()).count(size.size().height()));
        });
        return out.bytes();
    }

    @Override
    public OptionalLong digest(String path, Stamp stamp) {
        FileEntry entry = files.get(path);
        boolean same = entry != null && entry.stamp().equals(stamp) && stamp.modified() < trustedBefore;
        return same ? OptionalLong.of(entry.digest()) : OptionalLong.empty();
    }

    /** Forgets texts that were read for another way to cite. */
    void expect(CitationForm wanted) {
        if (wanted != form) {
            form = wanted;
            pages.clear();
        }
    }

    /** How the texts cite. */
    CitationForm form() {
        return form;
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
        pages.put(file.path(), new PageEntry(file.digest(), Optional.of(page), Optional.empty()));
    }

    /** The page a file was read as, if the file has not changed since. */
    Optional<Page> page(InputFile file, PageKind kind, PageId id, SitePath path, MarkdownReader markdown) {
        PageEntry entry = pages.get(file.path());
        if (entry == null || entry.digest() != file.digest()) {
            return Optional.empty();
        }
        Page page = entry.page()
                .filter(it -> it.id().equals(id))
                .orElseGet(() -> unpack(entry.bytes(), file, kind, id, path, markdown));
        pages.put(file.path(), new PageEntry(entry.digest(), Optional.of(page), entry.packed()));
        return Optional.of(page);
    }

    private static byte[] pack(Page page) {
        Packer out = new Packer();
        out.count(page.origin().source().length());
        out.count(page.origin().start()).count(page.origin().end());
        out.text(page.title()).text(page.shortTitle()).text(page.subtitle()).text(page.summary());
        out.list(page.authors(), author -> pack(author, out));
        out.list(page.keywords(), out::text);
        out.optional(page.date(), date -> out.number(date.toEpochDay()));
        out.count(page.order()).flag(page.draft());
        out.optional(page.embargo(), end -> out.number(end.toEpochDay()));
        out.optional(page.caseStudy(), study -> {
            out.text(study.country()).text(study.region());
            out.list(study.facts(), fact -> out.text(fact.label()).text(fact.value()));
        });
        Body body = page.body().orElseThrow();
        out.count(body.start());
        OutlinePacking.pack(body.outline(), out);
        return out.bytes();
    }

    private static void pack(Contributor author, Packer out) {
        out.text(author.given()).text(author.family());
        out.optional(author.nativeName(), name -> out.text(name.text()).text(name.language()));
        out.list(author.roles(), role -> out.count(role.ordinal()));
        out.text(author.institution()).text(author.position()).text(author.orcid());
    }

    private static Page unpack(
            byte[] packed, InputFile file, PageKind kind, PageId id, SitePath path, MarkdownReader markdown) {
        Unpacker in = new Unpacker(packed);
        Source source = SourceTree.source(file, in.count());
        return new Page(
                id,
                kind,
                path,
                source.span(in.count(), in.count()),
                in.text(),
                in.optionalText(),
                in.optionalText(),
                in.text(),
                in.list(() -> author(in)),
                in.list(in::text),
                in.optional(() -> LocalDate.ofEpochDay(in.number())),
                in.count(),
                in.flag(),
                in.optional(() -> LocalDate.ofEpochDay(in.number())),
                in.optional(() -> new CaseStudy(
                        in.optionalText(), in.optionalText(), in.list(() -> new CaseStudy.Fact(in.text(), in.text())))),
                Optional.of(markdown.remembered(source, in.count(), OutlinePacking.unpack(in, source))),
                file.digest());
    }

    private static Contributor author(Unpacker in) {
        return new Contributor(
                in.text(),
                in.text(),
                in.optional(() -> new NativeName(in.text(), in.text())),
                in.list(() -> Role.values()[in.count()]),
                in.optionalText(),
                in.optionalText(),
                in.optionalText(),
                Optional.empty());
    }
}
