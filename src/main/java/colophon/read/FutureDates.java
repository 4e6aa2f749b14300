package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Page;
import colophon.model.PublicationDate;
import colophon.model.Release;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports dates of publication that are still to come, where no embargo waits for them. */
final class FutureDates {
    private static final Pattern FIELD = Pattern.compile("(?m)^date:[ \\t]*[\"']?([-\\d]+)");

    private final Release release;
    private final Problems problems;

    FutureDates(Release release, Problems problems) {
        this.release = release;
        this.problems = problems;
    }

    /**
     * A page that may have a date of its own.
     *
     * @param embargo of the work
     */
    void check(Page page, Optional<LocalDate> embargo) {
        page.date()
                .filter(date -> isAhead(date, page.embargo()) && isAhead(date, embargo))
                .ifPresent(date -> report(date, place(page)));
    }

    /** @param embargo of what has the date */
    void check(PublicationDate date, Optional<LocalDate> embargo, Span place) {
        if (isAhead(date, embargo)) {
            report(date, place);
        }
    }

    private boolean isAhead(PublicationDate date, Optional<LocalDate> embargo) {
        return release.isAhead(date.firstDay())
                && embargo.filter(end -> !end.isBefore(date.firstDay())).isEmpty();
    }

    private static Span place(Page page) {
        Source source = page.origin().source();
        Matcher field = FIELD.matcher(source.text());
        return field.find() ? source.span(field.start(1), field.end(1)) : page.origin();
    }

    private void report(PublicationDate date, Span place) {
        String compared = release.day()
                .map(day -> day + ", the day of --date")
                .orElseGet(() -> "today, " + release.today().orElseThrow());
        problems.add(
                Rule.DATE_FUTURE,
                place,
                date + " is after " + compared,
                "correct it, or hold the work back until then with \"embargo: " + date.firstDay() + "\"");
    }
}
