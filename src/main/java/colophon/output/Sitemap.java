package colophon.output;

import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Site;
import colophon.model.SitePath;
import java.util.List;

/** {@code sitemap.xml}: the address of every page, with the date it is about (sitemaps.org, 0.9). */
final class Sitemap implements OutputFormat {
    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        Site site = publishing.site();
        return List.of(OutputFile.of(new SitePath("sitemap.xml"), () -> xml(site), "the list of pages"));
    }

    private static String xml(Site site) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (Page page : site.pages()) {
            if (page.kind() != PageKind.NOT_FOUND) {
                // Percent-encoded addresses hold none of the characters that XML would escape but the ampersand.
                String address = page.path()
                        .below(site.settings().address())
                        .replace("&", "&amp;")
                        .replace("'", "&apos;");
                xml.append("  <url><loc>").append(address).append("</loc><lastmod>");
                xml.append(page.date().orElse(site.publication().date())).append("</lastmod></url>\n");
            }
        }
        return xml.append("</urlset>\n").toString();
    }
}
