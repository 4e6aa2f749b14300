package colophon.render;

import colophon.model.Contributor;
import colophon.model.Download;
import colophon.model.Institution;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Publication;
import colophon.model.PublicationDate;
import colophon.model.Site;
import colophon.model.SiteSettings;
import colophon.render.PageView.MetaView;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The meta elements of a page: for search engines, for link previews (Open Graph) and, on the pages of works, for Google Scholar
 * and reference managers (Highwire Press tags).
 *
 * <p>Highwire rules: dates have slashes; one tag for each author; the PDF lies beside the page; exactly one tag decides the type in
 * Zotero, {@code citation_technical_report_institution} for a report and {@code citation_inbook_title} for a part.
 */
final class HeadMetadata {
    /** As Google Scholar wants dates. */
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);

    private static final int USUAL_BYTES = 4096;

    private final Site site;
    private final Page page;
    private final List<Contributor> authors;
    private final Optional<Download> download;
    private final List<MetaView> tags = new ArrayList<>();

    /** @param download the PDF of the work on this page, where there is one */
    HeadMetadata(Site site, Page page, List<Contributor> authors, Optional<Download> download) {
        this.site = site;
        this.page = page;
        this.authors = authors;
        this.download = download;
    }

    List<MetaView> tags(String title, String description, SocialImage image) {
        SiteSettings settings = site.settings();
        if (!settings.indexable() || page.kind() == PageKind.NOT_FOUND) {
            name("robots", "noindex");
        }
        name("generator", settings.generator());
        download.flatMap(Download::source).ifPresent(digest -> {
            site.publication().version().ifPresent(version -> name("publication-version", version));
            name("publication-source", "sha256:" + digest);
        });
        if (page.kind().isWork()) {
            work();
        }
        openGraph(title, description, image);
        return List.copyOf(tags);
    }

    /** The elements as HTML, a line each, escaped as templates do it. */
    static Markup html(List<MetaView> tags) {
        Utf8Writer html = new Utf8Writer(USUAL_BYTES);
        for (MetaView tag : tags) {
            html.write("<meta ");
            html.write(tag.attribute());
            html.write("=\"");
            html.write(HtmlFormat.INSTANCE.escapePlainText(tag.key()));
            html.write("\" content=\"");
            html.write(HtmlFormat.INSTANCE.escapePlainText(tag.content()));
            html.write("\">\n");
        }
        return Markup.of(html.bytes());
    }

    /** The picture for link previews: absolute address and size in pixels. */
    record SocialImage(String address, String alt, Optional<Site.ImageSize> size) {}

    private void work() {
        Publication publication = site.publication();
        URI address = site.settings().address();
        PublicationDate date = page.date().orElse(publication.date());
        boolean isReport = page.kind() == PageKind.LANDING;
        name("citation_title", isReport ? publication.fullTitle() : title(page));
        authors.forEach(author -> {
            name("citation_author", author.sortName());
            author.institution()
                    .flatMap(publication::institution)
                    .map(Institution::name)
                    .ifPresent(name -> name("citation_author_institution", name));
            author.orcid().ifPresent(orcid -> name("citation_author_orcid", "https://orcid.org/" + orcid));
        });
        name(
                "citation_publication_date",
                date.day().isPresent() ? SLASHES.format(date.firstDay()) : String.valueOf(date.year()));
        if (page.kind() == PageKind.CASE_STUDY) {
            name("citation_inbook_title", publication.fullTitle());
            editors(publication);
        } else {
            institutions(publication);
        }
        if (isReport) {
            editors(publication);
            publication.identifiers().number().ifPresent(number -> name("citation_technical_report_number", number));
            publication.identifiers().doi().ifPresent(doi -> name("citation_doi", doi));
            publication
                    .series()
                    .ifPresent(series ->
                            name("citation_series_title", series.title().text()));
        }
        if (page.kind() != PageKind.BRIEF) {
            publication.identifiers().isbn().ifPresent(isbn -> name("citation_isbn", isbn));
        }
        name("citation_language", page.id().language());
        List<String> keywords = isReport ? publication.keywords() : page.keywords();
        if (!keywords.isEmpty()) {
            name("citation_keywords", String.join("; ", keywords));
        }
        name("citation_abstract_html_url", page.path().below(address));
        name("citation_public_url", page.path().below(address));
        download.ifPresent(pdf -> name("citation_pdf_url", pdf.path().below(address)));
        dublinCore(publication, date, isReport);
    }

    /** The last resort of harvesters that know nothing else. */
    private void dublinCore(Publication publication, PublicationDate date, boolean isReport) {
        name("DC.type", page.kind() == PageKind.CASE_STUDY ? "Text" : "report");
        name("DC.title", isReport ? publication.fullTitle() : title(page));
        authors.forEach(author -> name("DC.creator", author.sortName()));
        publication.institutions().forEach(institution -> name("DC.publisher", institution.name()));
        name("DC.date", date.toString());
        name("DC.language", page.id().language());
    }

    private void institutions(Publication publication) {
        if (publication.institutions().isEmpty()) {
            name(
                    "citation_technical_report_institution",
                    site.settings().publisher().orElse(site.settings().title().text()));
        }
        publication.institutions().forEach(body -> name("citation_technical_report_institution", body.name()));
    }

    private void editors(Publication publication) {
        publication.with(Contributor.Role.EDITOR).forEach(editor -> name("citation_editor", editor.sortName()));
    }

    private static String title(Page page) {
        return page.subtitle().map(subtitle -> page.title() + ": " + subtitle).orElse(page.title());
    }

    private void openGraph(String title, String description, SocialImage image) {
        SiteSettings settings = site.settings();
        boolean article = page.kind().isWork() || page.kind() == PageKind.CHAPTER;
        property("og:type", article ? "article" : "website");
        property("og:title", title);
        property("og:description", description);
        property("og:url", page.path().below(settings.address()));
        property("og:site_name", settings.title().text());
        property("og:locale", locale(page.id().language()));
        property("og:image", image.address());
        image.size().ifPresent(size -> {
            property("og:image:width", String.valueOf(size.width()));
            property("og:image:height", String.valueOf(size.height()));
        });
        property("og:image:alt", image.alt());
        if (article) {
            property(
                    "article:published_time",
                    page.date().orElse(site.publication().date()).toString());
        }
        name("twitter:card", "summary_large_image");
        name("twitter:image:alt", image.alt());
    }

    /** Open Graph wants a country with every language, and nothing else. */
    private static String locale(String tag) {
        return switch (tag) {
            case "en" -> "en_US";
            case "ja" -> "ja_JP";
            case "ko" -> "ko_KR";
            case "vi" -> "vi_VN";
            case "zh" -> "zh_CN";
            default -> {
                Locale locale = Locale.forLanguageTag(tag);
                String language = locale.getLanguage();
                if (!locale.getCountry().isEmpty()) {
                    yield language + "_" + locale.getCountry();
                }
                yield tag.equals(language) ? language + "_" + language.toUpperCase(Locale.ROOT) : locale(language);
            }
        };
    }

    private void name(String key, String content) {
        tags.add(new MetaView("name", key, content));
    }

    private void property(String key, String content) {
        tags.add(new MetaView("property", key, content));
    }
}
