package colophon.output;

import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Site;
import colophon.model.SitePath;
import java.util.List;

/** What hosts and crawlers look for: {@code robots.txt}, {@code .nojekyll} for GitHub Pages, {@code _headers} for others. */
final class HostingFiles implements OutputFormat {
    private static final String MADE_FROM = "content/site.yaml";

    /** No script or style but the site's own files, no frame, no plug-in, no other host. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                    + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        Site site = publishing.site();
        return List.of(
                OutputFile.of(new SitePath("robots.txt"), robots(site), MADE_FROM),
                OutputFile.of(new SitePath(".nojekyll"), "", MADE_FROM),
                OutputFile.of(new SitePath("_headers"), headers(site), MADE_FROM));
    }

    /**
     * Crawlers must be able to read the pages to see that they are not to be listed; only files that cannot say so themselves are
     * closed to them.
     */
    private static String robots(Site site) {
        if (!site.settings().indexable()) {
            return "# The pages say noindex; these files cannot.\nUser-agent: *\nDisallow: /*.pdf$\nDisallow: /*.epub$\n";
        }
        return "User-agent: *\nAllow: /\n\nSitemap: "
                + new SitePath("sitemap.xml").below(site.settings().address()) + "\n";
    }

    private static String headers(Site site) {
        String base = site.settings().address().getRawPath();
        StringBuilder headers = new StringBuilder();
        headers.append(base).append("*\n");
        headers.append("  X-Content-Type-Options: nosniff\n");
        headers.append("  Referrer-Policy: strict-origin-when-cross-origin\n");
        headers.append("  Permissions-Policy: camera=(), microphone=(), geolocation=()\n");
        headers.append("  Content-Security-Policy: ").append(POLICY).append('\n');
        if (!site.settings().indexable()) {
            headers.append("  X-Robots-Tag: noindex\n");
        }
        headers.append(base).append("assets/*\n");
        headers.append("  Cache-Control: public, max-age=31536000, immutable\n");
        return headers.toString();
    }
}
