package colophon.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A work as a file that readers keep.
 *
 * @param path beside the page of the work, because Google Scholar requires it
 * @param work the page of the work: the landing page of the whole report, the brief, a case study
 * @param pages what is in it, in reading order
 */
public record Edition(SitePath path, Format format, Page work, List<Page> pages) {
    /** The types of file. */
    public enum Format {
        PDF(".pdf"),
        EPUB(".epub"),
        /** A PDF for printing houses: with what is cut off, and chapters that begin on right-hand pages. */
        PRESS("-for-printing.pdf");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        /** The format of a file, by its name. */
        public static Optional<Format> of(SitePath path) {
            return Stream.of(PRESS, PDF, EPUB)
                    .filter(format -> path.value().endsWith(format.extension))
                    .findFirst();
        }

        /** The formats that a work can have. */
        public static List<Format> of(PageKind kind) {
            return switch (kind) {
                case LANDING -> List.of(values());
                case BRIEF, CASE_STUDY -> List.of(PDF, EPUB);
                default -> List.of();
            };
        }

        /** What readers know it as. */
        public String type() {
            return this == EPUB ? "EPUB" : "PDF";
        }

        /** Whether it can be opened as a PDF. */
        public boolean isPdf() {
            return this != EPUB;
        }
    }

    public Edition {
        pages = List.copyOf(pages);
    }

    /** The editions of a site by format, the report first. Some may be ready made; of EPUBs all but the report's are. */
    static List<Edition> of(Site site) {
        Publication publication = site.publication();
        List<Page> report = Stream.of(PageKind.CHAPTER, PageKind.CASE_STUDY)
                .flatMap(kind -> site.pages(kind).stream())
                .toList();
        List<Edition> editions = new ArrayList<>();
        for (Format format : Format.values()) {
            for (Page landing : site.pages(PageKind.LANDING)) {
                Edition whole = of(publication, landing, format, report);
                boolean made = !report.isEmpty()
                        && (format != Format.PRESS || publication.print().press());
                if (made || site.readyMade().containsKey(whole.path())) {
                    editions.add(whole);
                }
            }
            for (PageKind kind : List.of(PageKind.BRIEF, PageKind.CASE_STUDY)) {
                for (Page page : site.pages(kind)) {
                    Edition work = of(publication, page, format, List.of(page));
                    if (format == Format.PDF || site.readyMade().containsKey(work.path())) {
                        editions.add(work);
                    }
                }
            }
        }
        return List.copyOf(editions);
    }

    private static Edition of(Publication publication, Page work, Format format, List<Page> pages) {
        return new Edition(path(publication, work.kind(), work.path(), format), format, work, pages);
    }

    /**
     * Where an edition of a work is published: {@code water.pdf}, {@code brief/water-brief.pdf},
     * {@code case-studies/delta/water-delta.pdf}.
     *
     * @param kind of the page of the work
     * @param page its address
     */
    public static SitePath path(Publication publication, PageKind kind, SitePath page, Format format) {
        String name = publication.slug() + (kind == PageKind.LANDING ? "" : "-" + name(page.value()));
        return page.resolve(name + format.extension);
    }

    /** The name of the folder of a page. */
    private static String name(String page) {
        return page.substring(page.lastIndexOf('/', page.length() - 2) + 1, page.length() - 1);
    }

    /** Whether it holds the whole report. */
    public boolean isReport() {
        return work.kind() == PageKind.LANDING;
    }

    /** The path in the content folder of a file made elsewhere that takes its place. */
    public String readyMade() {
        return readyMade(path);
    }

    public static String readyMade(SitePath path) {
        return "downloads/" + path.fileName();
    }
}
