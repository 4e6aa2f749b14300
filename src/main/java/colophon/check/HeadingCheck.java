package colophon.check;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.model.Body;
import colophon.model.Outline;
import colophon.model.Page;

/** The headings of a page make an outline: the title is the first level, and no level is skipped. */
final class HeadingCheck implements Check {
    @Override
    public void run(Scope scope, Problems problems) {
        for (Page page : scope.pages()) {
            page.body().ifPresent(body -> check(body, problems));
        }
    }

    private static void check(Body body, Problems problems) {
        int level = 1;
        for (Outline.Heading heading : body.outline().headings()) {
            Span span = heading.span();
            if (heading.level() == 1) {
                problems.add(
                        Rule.TITLE_IN_BODY,
                        span,
                        "a heading of the first level in the text",
                        "the title of the page comes from its front matter: start with ##");
            } else if (heading.level() > level + 1) {
                problems.add(
                        Rule.HEADING_SKIPPED,
                        span,
                        "a heading of level " + heading.level() + " directly below level " + level,
                        "write it with " + "#".repeat(level + 1));
            }
            level = heading.level();
        }
    }
}
