package colophon.preview;

import colophon.diag.ConciseProblems;
import colophon.diag.Problem;
import colophon.diag.ProblemPrinter;
import colophon.diag.Severity;
import java.util.List;

/** What a preview adds to a page on its way to the browser: a script that waits for changes, and what is wrong with the newest version. */
final class PreviewPage {
    private final String ours;

    /** @param ours the address of the preview's own files, with a slash at its end */
    PreviewPage(String ours) {
        this.ours = ours;
    }

    /**
     * A page with its additions.
     *
     * @param version of the site that it shows
     * @param problems to show over it; empty when all is well
     */
    String add(String html, long version, List<Problem> problems) {
        String head = "<link rel=\"stylesheet\" href=\"" + ours + "preview.css\">\n<script src=\"" + ours
                + "preview.js\" data-version=\"" + version + "\" defer></script>\n";
        String body = problems.isEmpty() ? "" : panel(problems, true);
        return insert(insert(html, "</head>", head), "</body>", body);
    }

    /** A page of nothing but problems, for a site that never was whole. */
    String alone(long version, List<Problem> problems) {
        return document("Problems", panel(problems, false), version);
    }

    /** In the place of a page that cannot be drawn, until all pages were tried and what is wrong is told. */
    String undrawn(long version) {
        String panel = """
                <section id="colophon-problems" aria-labelledby="colophon-problems-title" tabindex="-1">
                <div class="inner">
                <h1 id="colophon-problems-title">This page cannot be drawn</h1>
                <p class="told">The reason appears here once every page has been tried.</p>
                </div>
                </section>
                """;
        return document("Not drawn", panel, version);
    }

    private String document(String title, String body, long version) {
        String html = """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Preview</title>
                </head>
                <body>
                %s</body>
                </html>
                """;
        return add(html.formatted(title, body), version, List.of());
    }

    /** Before the last of an element's end, or at the end of a page that a template wrote without one. */
    private static String insert(String html, String end, String added) {
        int at = end.equals("</head>") ? html.indexOf(end) : html.lastIndexOf(end);
        return at < 0 ? html + added : html.substring(0, at) + added + html.substring(at);
    }

    /** The problems in the words of the terminal. */
    private static String panel(List<Problem> problems, boolean overPage) {
        StringBuilder html =
                new StringBuilder("<section id=\"colophon-problems\" aria-labelledby=\"colophon-problems-title\"");
        html.append(overPage ? " class=\"over\"" : "").append(" tabindex=\"-1\">\n<div class=\"inner\">\n");
        html.append("<h1 id=\"colophon-problems-title\">")
                .append(ProblemPrinter.summary(problems))
                .append("</h1>\n<p class=\"told\">")
                .append(
                        overPage
                                ? "The page below is the last version without errors. This goes away when the problem is mended."
                                : "The site appears here when the problem is mended.")
                .append("</p>\n<ol>\n");
        ConciseProblems concise = ConciseProblems.of(problems);
        for (Problem problem : concise.shown()) {
            String[] lines = ProblemPrinter.TEXT.print(List.of(problem)).split("\n");
            boolean error = problem.severity() == Severity.ERROR;
            html.append("<li class=\"").append(error ? "error" : "warning").append("\">\n<p class=\"place\">");
            html.append(escape(lines[0])).append("</p>\n");
            more(lines, html);
            html.append("</li>\n");
        }
        html.append("</ol>\n");
        html.append(concise.rest().isEmpty() ? "" : "<p class=\"told\">" + escape(concise.rest()) + "</p>\n");
        html.append(overPage ? "<button type=\"button\" hidden>Look at the page</button>\n" : "");
        return html.append("</div>\n</section>\n").toString();
    }

    private static void more(String[] lines, StringBuilder html) {
        StringBuilder excerpt = new StringBuilder();
        StringBuilder words = new StringBuilder();
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].startsWith("  | ")) {
                excerpt.append(escape(lines[i].substring(4))).append('\n');
            } else {
                words.append("<p>").append(escape(lines[i].strip())).append("</p>\n");
            }
        }
        if (excerpt.length() > 0) {
            html.append("<pre tabindex=\"0\">").append(excerpt).append("</pre>\n");
        }
        html.append(words);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
