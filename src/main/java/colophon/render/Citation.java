package colophon.render;

import colophon.model.Contributor;
import colophon.model.Page;
import colophon.model.Publication;
import colophon.model.WebAddress;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How to cite the work: the bibliography form of the Chicago Manual of Style, 18th edition, for reports and for parts of them.
 */
final class Citation {
    /** Names beyond this many become "et al." in a bibliography. */
    private static final int MOST_NAMES = 6;

    private final StringBuilder out = new StringBuilder();
    private final boolean html;

    private Citation(boolean html) {
        this.html = html;
    }

    static String html(Publication publication, String address) {
        return new Citation(true).report(publication, address);
    }

    static String text(Publication publication, String address) {
        return new Citation(false).report(publication, address);
    }

    /** A brief or a case study as a part of the publication. */
    static String html(Page page, List<Contributor> authors, Publication publication, String address) {
        return new Citation(true).part(page, authors, publication, address);
    }

    /** A figure or table of a page. */
    static String item(String label, String title, Page page, Publication publication, String address) {
        return new Citation(true).item(label, title, page, publication.title(), publication, address);
    }

    private String item(String label, String title, Page page, String work, Publication publication, String address) {
        sentence(names(page.authors().isEmpty() ? publication.authors() : page.authors()));
        String name = label + ": " + title;
        out.append(escape("“" + name + (endsWithMark(name) ? "” In " : ".” In ")));
        title(work);
        sentence(publishers(publication) + publication.date().year());
        address(address);
        return out.toString();
    }

    private String report(Publication publication, String address) {
        sentence(names(publication.authors()));
        title(publication.fullTitle());
        publication.kind().ifPresent(this::sentence);
        sentence(publishers(publication) + publication.date().year());
        address(publication
                .identifiers()
                .doi()
                .map(WebAddress::ofDoi)
                .or(() -> publication.identifiers().url())
                .orElse(address));
        return out.toString();
    }

    private String part(Page page, List<Contributor> authors, Publication publication, String address) {
        sentence(names(authors));
        out.append(escape("“" + page.title() + (endsWithMark(page.title()) ? "” In " : ".” In ")));
        title(publication.title());
        sentence(publishers(publication) + publication.date().year());
        address(address);
        return out.toString();
    }

    private static String publishers(Publication publication) {
        String names = publication.institutions().stream()
                .map(institution -> institution.name())
                .collect(Collectors.joining("; "));
        return names.isEmpty() ? "" : names + ", ";
    }

    /** The first name is turned round for the alphabet: "Funabashi, Yoichi, and Matthew P. Goodman". */
    private static String names(List<Contributor> people) {
        if (people.isEmpty()) {
            return "";
        }
        StringBuilder names = new StringBuilder(people.get(0).listName());
        int shown = people.size() > MOST_NAMES ? 3 : people.size();
        for (int i = 1; i < shown; i++) {
            boolean last = i == people.size() - 1;
            names.append(last ? ", and " : ", ").append(people.get(i).name());
        }
        return shown < people.size() ? names + ", et al." : names.toString();
    }

    private void title(String title) {
        out.append(html ? "<cite>" : "").append(escape(title)).append(html ? "</cite>" : "");
        out.append(endsWithMark(title) ? " " : ". ");
    }

    private void sentence(String text) {
        if (!text.isEmpty()) {
            out.append(escape(text)).append(endsWithMark(text) ? " " : ". ");
        }
    }

    private void address(String address) {
        String shown = escape(address);
        out.append(html ? "<a href=\"" + shown + "\">" + shown + "</a>." : shown + ".");
    }

    private static boolean endsWithMark(String text) {
        return text.endsWith(".") || text.endsWith("?") || text.endsWith("!");
    }

    private String escape(String text) {
        return html ? Html.escape(text) : text;
    }
}
