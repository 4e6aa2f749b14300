package colophon.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** A whole site as its authors mean it. Never changes. */
public final class Site {
    private static final Set<String> SCHEMES = Set.of("ftp", "http", "https", "mailto", "tel");

    /**
     * A file of the content that is published.
     *
     * @param path its own address
     * @param size of a picture
     * @param picture the files it is published as, where they are made already
     * @param uses what others do with it
     */
    public record Attachment(
            SitePath path, InputFile file, Optional<ImageSize> size, Optional<Picture> picture, Set<Use> uses) {
        /** What others do with a file. */
        public enum Use {
            /** It is shown in a page. */
            SHOWN,
            /** It is asked for at its own address. */
            LINKED
        }

        public Attachment(SitePath path, InputFile file) {
            this(path, file, Optional.empty(), Optional.empty(), Set.of());
        }

        public Attachment with(ImageSize measured, Set<Use> found) {
            return new Attachment(path, file, Optional.of(measured), picture, Set.copyOf(found));
        }

        public Attachment with(Picture made) {
            return new Attachment(path, file, size, Optional.of(made), uses);
        }

        public boolean isShown() {
            return uses.contains(Use.SHOWN);
        }

        /** Whether it is published at its own address: a picture that is shown only where somebody asks for it there. */
        public boolean direct() {
            return picture.isEmpty() || uses.contains(Use.LINKED);
        }
    }

    /** Width and height of a picture in CSS pixels. */
    public record ImageSize(int width, int height) {
        public long pixels() {
            return (long) width * height;
        }
    }

    private final SiteSettings settings;
    private final Publication publication;
    private final List<Page> pages;
    private final SortedMap<String, Attachment> attachments;
    private final Map<SitePath, Attachment> readyMade;
    private final Unreleased unreleased;
    private final Set<String> fileNames;
    private final Map<PageKind, List<Page>> pagesByKind;
    /** Where in the list of pages each name is. */
    private final Map<String, Integer> placesByName;

    private final Apparatus apparatus;
    private final Lazy<Numbering> numbering;
    private final Lazy<List<Edition>> editions = new Lazy<>(() -> Edition.of(this));
    private final Lazy<SourceDigest> sources = new Lazy<>(() -> new SourceDigest(this));

    /**
     * @param pages in reading order: landing page, report, chapters, brief, case studies, the rest
     * @param attachments files published as they are (pictures, data), by their path in the content folder
     * @param readyMade downloads made elsewhere that take a generated one's place, by the address they are published at
     * @param unreleased what is left out for now
     * @param fileNames of all files that may be published, also of those that nothing refers to
     * @param apparatus what its texts refer to by name
     */
    public Site(
            SiteSettings settings,
            Publication publication,
            List<Page> pages,
            SortedMap<String, Attachment> attachments,
            Map<SitePath, Attachment> readyMade,
            Unreleased unreleased,
            Set<String> fileNames,
            Apparatus apparatus) {
        this.settings = settings;
        this.publication = publication;
        this.pages = List.copyOf(pages);
        this.pagesByKind = new EnumMap<>(PageKind.class);
        this.placesByName = new LinkedHashMap<>();
        this.attachments = Collections.unmodifiableSortedMap(attachments);
        this.readyMade = Map.copyOf(readyMade);
        this.unreleased = unreleased;
        this.fileNames = Set.copyOf(fileNames);
        this.apparatus = apparatus;
        this.numbering = new Lazy<>(() -> new Numbering(this.pages, apparatus.directives()));
        for (int i = 0; i < this.pages.size(); i++) {
            Page page = this.pages.get(i);
            pagesByKind.computeIfAbsent(page.kind(), kind -> new ArrayList<>()).add(page);
            if (page.kind() != PageKind.NOT_FOUND) {
                placesByName.putIfAbsent(page.id().name(), i);
            }
        }
    }

    /** One like another, with names at the same places. */
    private Site(
            Site site,
            List<Page> pages,
            Map<PageKind, List<Page>> pagesByKind,
            SortedMap<String, Attachment> attachments) {
        this.settings = site.settings;
        this.publication = site.publication;
        this.pages = pages;
        this.attachments = attachments;
        this.readyMade = site.readyMade;
        this.unreleased = site.unreleased;
        this.fileNames = site.fileNames;
        this.pagesByKind = pagesByKind;
        this.placesByName = site.placesByName;
        this.apparatus = site.apparatus;
        this.numbering =
                pages == site.pages ? site.numbering : new Lazy<>(() -> new Numbering(pages, apparatus.directives()));
    }

    /** The same site with other files. */
    public Site with(SortedMap<String, Attachment> files) {
        return new Site(this, pages, pagesByKind, Collections.unmodifiableSortedMap(files));
    }

    /** The same site with a page in the place of the one with its identity. */
    public Site with(Page page) {
        Map<PageKind, List<Page>> kinds = new EnumMap<>(pagesByKind);
        kinds.computeIfPresent(page.kind(), (kind, others) -> with(page, others, page.order() - 1));
        return new Site(
                this, with(page, pages, placesByName.getOrDefault(page.id().name(), 0)), kinds, attachments);
    }

    /** @param place where it is, most likely: to look through thousands takes time */
    private static List<Page> with(Page page, List<Page> others, int place) {
        boolean isThere =
                place >= 0 && place < others.size() && others.get(place).equals(page);
        List<Page> all = new ArrayList<>(others);
        all.set(isThere ? place : others.indexOf(page), page);
        return Collections.unmodifiableList(all);
    }

    public SiteSettings settings() {
        return settings;
    }

    public Publication publication() {
        return publication;
    }

    public List<Page> pages() {
        return pages;
    }

    public SortedMap<String, Attachment> attachments() {
        return attachments;
    }

    public Map<SitePath, Attachment> readyMade() {
        return readyMade;
    }

    /** The files to keep, made here or elsewhere, the report first. */
    public List<Edition> editions() {
        return editions.get();
    }

    /** What an edition is made of, boiled down to 64 digits. */
    public String sourceDigest(Edition edition) {
        return sources.get().of(edition);
    }

    public Unreleased unreleased() {
        return unreleased;
    }

    /** The paths in the content folder of all files that may be published, also of those that nothing refers to. */
    public Set<String> fileNames() {
        return fileNames;
    }

    /** The directives that the theme can draw, by name. */
    public Map<String, DirectiveKind> directives() {
        return apparatus.directives().get();
    }

    /** The works that texts can cite, where there are any. */
    public Optional<Bibliography> bibliography() {
        return apparatus.bibliography();
    }

    /** The path in the content folder of a file that a directive calls by its name. */
    public static String dataFile(String name) {
        return "data/" + PlainText.composed(name);
    }

    /** The data files that are published, with what there is to know of them. */
    public List<Dataset> datasets() {
        return apparatus.datasets();
    }

    /** The data files that can be read as tables. */
    public List<String> tables() {
        return apparatus.tables().keySet().stream()
                .filter(attachments::containsKey)
                .sorted()
                .toList();
    }

    /** The table of a data file that a text shows. */
    public Optional<DataTable> table(String file) {
        return Optional.ofNullable(apparatus.tables().get(file));
    }

    /** The terms that are explained. */
    public Glossary glossary() {
        return apparatus.glossary();
    }

    /** The pages that use a term, in reading order. */
    public List<Page> using(Glossary.Entry term) {
        return pages.stream()
                .filter(page -> page.landmarks().terms().contains(term.id()))
                .toList();
    }

    /** The works of the bibliography that some pages cite, each with the pages that do, in reading order. */
    public Map<String, List<Page>> citing(Collection<Page> some) {
        Map<String, List<Page>> citing = new LinkedHashMap<>();
        for (Page page : bibliography().isPresent() ? some : List.<Page>of()) {
            page.landmarks().cited().stream()
                    .filter(key -> bibliography().get().find(key).isPresent())
                    .forEach(key ->
                            citing.computeIfAbsent(key, it -> new ArrayList<>()).add(page));
        }
        return citing;
    }

    /** The numbers of figures, tables and so on. */
    public Numbering numbering() {
        return numbering.get();
    }

    public List<Page> pages(PageKind kind) {
        return Collections.unmodifiableList(pagesByKind.getOrDefault(kind, List.of()));
    }

    public Optional<Page> page(PageKind kind) {
        return pages(kind).stream().findFirst();
    }

    /** A page by its identity's name. */
    public Optional<Page> page(String name) {
        Integer place = placesByName.get(name);
        return place == null ? Optional.empty() : Optional.of(pages.get(place));
    }

    /** The names a link may use for a page: the path of its Markdown file, or of the folder that it lists. */
    public Collection<String> pageNames() {
        return Collections.unmodifiableSet(placesByName.keySet());
    }

    /**
     * Where an address in the content leads, or nothing when there is no such thing.
     *
     * @param fromFile path in the content folder of the file that holds the link
     * @param address as written
     */
    public Optional<LinkTarget> resolve(String fromFile, String address) {
        Optional<String> scheme = scheme(address);
        if (scheme.isPresent() || address.startsWith("//")) {
            return isExternal(address) ? Optional.of(LinkTarget.external(address)) : Optional.empty();
        }
        int hash = address.indexOf('#');
        String path = SitePath.decode(hash < 0 ? address : address.substring(0, hash));
        Optional<String> anchor = hash < 0 || hash == address.length() - 1
                ? Optional.empty()
                : Optional.of(SitePath.decode(address.substring(hash + 1)));
        if (path.isEmpty() && anchor.isPresent()) {
            return toPlace(fromFile, anchor.get());
        }
        Optional<String> name = path.isEmpty() ? Optional.of(fromFile) : resolvePath(fromFile, path);
        return name.isPresent() ? toNamed(name.get(), anchor) : Optional.empty();
    }

    /** A page or a file of the content folder. */
    private Optional<LinkTarget> toNamed(String name, Optional<String> anchor) {
        Optional<Page> page = find(name);
        return page.isPresent()
                ? Optional.of(LinkTarget.toPage(page.get(), anchor))
                : Optional.ofNullable(attachments.get(name)).map(file -> LinkTarget.toFile(file.path()));
    }

    /** A place in the same page, or one with that label anywhere. */
    private Optional<LinkTarget> toPlace(String fromFile, String anchor) {
        Optional<Page> here = find(fromFile);
        boolean isHere = here.flatMap(Page::body)
                .filter(body -> body.outline().anchors().contains(anchor))
                .isPresent();
        Optional<Numbering.Labelled> elsewhere =
                isHere ? Optional.empty() : numbering().find(anchor);
        return elsewhere
                .map(place -> LinkTarget.toPage(place.page(), Optional.of(anchor)))
                .or(() -> here.map(page -> LinkTarget.toPage(page, Optional.of(anchor))));
    }

    /** A page by its name; the landing page is made from the settings and the publication. */
    private Optional<Page> find(String name) {
        return page(name.equals("publication.yaml") || name.equals("site.yaml") ? "" : name);
    }

    /** A web address, a mail address or a telephone number, which are published as they are. */
    public static boolean isExternal(String address) {
        return scheme(address).map(SCHEMES::contains).orElse(false);
    }

    /** Path of a file or folder in the content folder, or nothing when it leads out of it. */
    public static Optional<String> resolvePath(String fromFile, String relative) {
        if (relative.startsWith("/")) {
            return Optional.empty();
        }
        String path = fromFile.substring(0, fromFile.lastIndexOf('/') + 1) + relative;
        // Most links name a file beside theirs, and there is nothing to resolve.
        if (relative.indexOf('/') < 0 && !relative.equals(".") && !relative.equals("..") && !relative.isEmpty()) {
            return Optional.of(path);
        }
        StringBuilder resolved = new StringBuilder(path.length());
        int start = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (end - start == 2 && path.startsWith("..", start)) {
                if (resolved.length() == 0) {
                    return Optional.empty();
                }
                resolved.setLength(Math.max(0, resolved.lastIndexOf("/")));
            } else if (end > start && !(end - start == 1 && path.charAt(start) == '.')) {
                resolved.append(resolved.length() == 0 ? "" : "/").append(path, start, end);
            }
            start = end + 1;
        }
        return Optional.of(resolved.toString());
    }

    /**
     * The scheme of an absolute address, in lower case. Control characters and spaces are passed over, as browsers do, so that
     * {@code java\nscript:} is seen for what it is.
     */
    public static Optional<String> scheme(String address) {
        if (address.indexOf(':') < 0) {
            return Optional.empty();
        }
        StringBuilder scheme = new StringBuilder();
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == ':') {
                return scheme.length() == 0
                        ? Optional.empty()
                        : Optional.of(scheme.toString().toLowerCase(Locale.ROOT));
            }
            if (c <= ' ') {
                continue;
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && (scheme.length() == 0 || !(c >= '0' && c <= '9' || "+-.".indexOf(c) >= 0))) {
                return Optional.empty();
            }
            scheme.append(c);
        }
        return Optional.empty();
    }
}
