package colophon.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What of the content is released. What is published never depends on the clock, so that the same input gives the same bytes: the day is
 * passed.
 *
 * @param purpose what the site is made for
 * @param drafts whether drafts are part of it
 * @param day an embargo that ends on it or before is over; without a day none is
 * @param today the day of the clock, which only messages may know
 */
public record Release(Purpose purpose, boolean drafts, Optional<LocalDate> day, Optional<LocalDate> today) {
    private static final int DAY_CHARS = "2026-12-01".length();

    /** What a site is made for, which decides what becomes of an embargo that is not over. */
    public enum Purpose {
        /** Pages under embargo are left out; a work under embargo is not published at all. */
        PUBLISH,
        /** The same, but a work under embargo is looked at before its day, as it will be on that day. */
        CHECK,
        /** Everything is shown, with a mark. */
        PREVIEW
    }

    /** Without a clock. */
    public Release(Purpose purpose, boolean drafts, Optional<LocalDate> day) {
        this(purpose, drafts, day, Optional.empty());
    }

    /** To publish what is neither a draft nor under embargo. */
    public static Release usual() {
        return new Release(Purpose.PUBLISH, false, Optional.empty());
    }

    /** A day as people write it, YYYY-MM-DD; nothing when it is none. */
    public static Optional<LocalDate> day(String text) {
        try {
            // Years may be longer for Java, with a sign.
            return text.length() == DAY_CHARS ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public Release withDrafts() {
        return new Release(purpose, true, day, today);
    }

    /** The same on another day. */
    public Release on(LocalDate other) {
        return new Release(purpose, drafts, Optional.of(other), today);
    }

    /** The same with the day of the clock. */
    public Release onClock(LocalDate clock) {
        return new Release(purpose, drafts, day, Optional.of(clock));
    }

    /** Whether a day is still to come: after the day that embargoes are compared with, or else after today. */
    public boolean isAhead(LocalDate date) {
        return day.or(() -> today).filter(date::isAfter).isPresent();
    }

    /** An embargo, unless it is over. */
    public Optional<LocalDate> running(Optional<LocalDate> embargo) {
        return embargo.filter(end -> day.isEmpty() || end.isAfter(day.get()));
    }

    /** Whether what is under embargo is part of the site. */
    public boolean showsEmbargoed() {
        return purpose == Purpose.PREVIEW;
    }
}
