package colophon.output;

import colophon.model.Contributor;
import colophon.model.Contributor.Role;
import colophon.model.Direction;
import colophon.model.Edition;
import colophon.model.Funder;
import colophon.model.Institution;
import colophon.model.Page;
import colophon.model.Publication;
import colophon.model.PublicationDate;
import colophon.model.Site;
import colophon.output.EpubEdition.Document;
import colophon.render.BookDocument.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Writes the package document of a book: what it is, what is in it, and in what order it is read (EPUB 3.3, Packages). */
final class BookPackage {
    private static final String COVER = "cover-image";

    private final Site site;
    private final Publishing publishing;
    private final Edition edition;
    private final StringBuilder out = new StringBuilder();
    private int ids;

    private BookPackage(Publishing publishing, Edition edition) {
        this.publishing = publishing;
        this.site = publishing.site();
        this.edition = edition;
    }

    /**
     * The whole package document.
     *
     * @param documents in reading order
     * @param files the names of the other files
     * @param cover the name of the one with the cover
     * @param printed the address of the printed edition whose pages the book tells
     */
    static byte[] of(
            Publishing publishing,
            Edition edition,
            List<Document> documents,
            Collection<String> files,
            Optional<String> cover,
            Optional<String> printed,
            BookAccess access) {
        BookPackage book = new BookPackage(publishing, edition);
        book.write(documents, files, cover, printed, access);
        return book.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(
            List<Document> documents,
            Collection<String> files,
            Optional<String> cover,
            Optional<String> printed,
            BookAccess access) {
        String language = site.publication().language();
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"identifier\"");
        Direction direction = Direction.ofLanguage(language);
        out.append(" xml:lang=\"").append(language).append("\" dir=\"");
        out.append(direction.code()).append("\">\n");
        out.append("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
        metadata(language);
        printed.ifPresent(address -> {
            element("dc:source", "", address);
            meta("pageBreakSource", address);
        });
        access.properties().forEach(property -> meta("schema:" + property.name(), property.value()));
        out.append("</metadata>\n<manifest>\n");
        documents.forEach(this::item);
        for (String file : files) {
            item(
                    "file-" + ++ids,
                    file,
                    cover.filter(file::equals).map(it -> COVER).orElse(""));
        }
        out.append("</manifest>\n<spine");
        out.append(direction == Direction.RTL ? " page-progression-direction=\"rtl\">\n" : ">\n");
        documents.forEach(
                document -> out.append("<itemref idref=\"").append(id(document)).append("\"/>\n"));
        out.append("</spine>\n</package>\n");
    }

    private void metadata(String language) {
        Publication work = site.publication();
        Page page = edition.work();
        Publication.Identifiers known = work.identifiers();
        String address = page.path().below(site.settings().address());
        Optional<String> doi = known.doi().map(it -> "https://doi.org/" + it);
        Optional<String> isbn = known.isbn().map(it -> "urn:isbn:" + it.replaceAll("[^0-9Xx]", ""));
        element("dc:identifier", " id=\"identifier\"", doi.or(() -> isbn).orElse(address));
        isbn.filter(it -> doi.isPresent()).ifPresent(it -> element("dc:identifier", "", it));
        element("dc:title", "", work.fullTitle());
        element("dc:language", "", language);
        people(work);
        work.funders().stream().map(Funder::name).forEach(name -> {
            element("dc:contributor", " id=\"funder-" + ++ids + "\"", name);
            refine("funder-" + ids, "role", " scheme=\"marc:relators\"", "fnd");
        });
        List<String> institutions =
                work.institutions().stream().map(Institution::name).toList();
        if (institutions.isEmpty()) {
            site.settings().publisher().ifPresent(name -> element("dc:publisher", "", name));
        }
        institutions.forEach(name -> element("dc:publisher", "", name));
        PublicationDate date = page.date().orElse(work.date());
        element("dc:date", "", date.toString());
        meta("dcterms:modified", date.firstDay() + "T00:00:00Z");
        work.version().ifPresent(version -> meta("dcterms:hasVersion", version));
        meta("dcterms:source", "sha256:" + site.sourceDigest(edition));
        String summary = page.summary().isEmpty()
                ? site.settings().description().text()
                : publishing.citations().text(page.summary(), page);
        element("dc:description", "", summary.strip());
        work.keywords().forEach(word -> element("dc:subject", "", word));
        work.licence().ifPresent(licence -> {
            String statement = licence.statement().map(it -> ". " + it.text()).orElse("");
            String deed = licence.url().map(it -> " (" + it + ")").orElse("");
            element("dc:rights", "", licence.name() + deed + statement);
        });
        work.series().ifPresent(series -> {
            out.append("<meta property=\"belongs-to-collection\" id=\"series\">");
            XhtmlDocument.escape(series.title().text(), out);
            out.append("</meta>\n");
            refine("series", "collection-type", "", "series");
            series.number()
                    .filter(number -> number.matches("\\d+(\\.\\d+)*"))
                    .ifPresent(number -> refine("series", "group-position", "", number));
        });
    }

    /** Who is cited is a creator, whoever else had a part a contributor. */
    private void people(Publication work) {
        List<Contributor> authors = work.authors();
        for (Contributor person : authors) {
            person("dc:creator", "creator-" + ++ids, person);
        }
        for (Contributor person : work.contributors()) {
            if (!authors.contains(person)) {
                person("dc:contributor", "contributor-" + ++ids, person);
            }
        }
    }

    private void person(String element, String id, Contributor person) {
        element(element, " id=\"" + id + "\"", person.name());
        person.roles().forEach(role -> refine(id, "role", " scheme=\"marc:relators\"", relator(role)));
        refine(id, "file-as", "", person.sortName());
        person.nativeName()
                .ifPresent(own -> refine(id, "alternate-script", " xml:lang=\"" + own.language() + "\"", own.text()));
    }

    /** The code of the Library of Congress for what somebody did. */
    private static String relator(Role role) {
        return switch (role) {
            case AUTHOR -> "aut";
            case PROJECT_DIRECTOR -> "pdr";
            case EDITOR -> "edt";
            case CONTRIBUTOR -> "ctb";
            case TRANSLATOR -> "trl";
            case DESIGNER -> "dsr";
        };
    }

    private void element(String name, String attributes, String text) {
        out.append('<').append(name).append(attributes).append('>');
        XhtmlDocument.escape(text, out);
        out.append("</").append(name).append(">\n");
    }

    private void meta(String property, String text) {
        element("meta", " property=\"" + property + "\"", text);
    }

    private void refine(String id, String property, String attributes, String text) {
        element("meta", " refines=\"#" + id + "\" property=\"" + property + "\"" + attributes, text);
    }

    private void item(Document document) {
        item(id(document), document.name(), properties(document));
    }

    private void item(String id, String file, String properties) {
        out.append("<item id=\"").append(id).append("\" href=\"").append(file);
        out.append("\" media-type=\"").append(BookFiles.mediaType(file)).append('"');
        out.append(properties.isEmpty() ? "" : " properties=\"" + properties.strip() + "\"")
                .append("/>\n");
    }

    private static String properties(Document document) {
        XhtmlDocument tree = document.tree();
        return (document.kind() == Kind.CONTENTS ? "nav " : "")
                + (tree.has("svg") ? "svg " : "")
                + (tree.has("math") ? "mathml " : "")
                + (tree.has("script") || tree.has("form") ? "scripted " : "");
    }

    private static String id(Document document) {
        return document.name().substring(0, document.name().lastIndexOf('.'));
    }
}
