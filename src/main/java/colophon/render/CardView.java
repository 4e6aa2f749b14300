package colophon.render;

/** A page as others present it. {@code eyebrow} is the small line above the title; {@code minutes} the reading time. */
public record CardView(
        String title,
        String shortTitle,
        String href,
        String summary,
        String eyebrow,
        String region,
        int number,
        int minutes,
        boolean current) {}
