package colophon.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The direction in which a text is read. */
public enum Direction {
    LTR,
    RTL;

    /** The first letter that is written from right to left is in the block Hebrew (Unicode 15). */
    private static final char FIRST_RTL = '\u0590';

    /** Languages whose usual script is written from right to left (CLDR 48, likely subtags). */
    private static final Set<String> LANGUAGES = Set.of(
            "ar", "arc", "arz", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks",
            "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi");

    private static final Set<String> SCRIPTS =
            Set.of("adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa");

    /** The direction of a language: that of its script, if the tag names one. */
    public static Direction ofLanguage(String language) {
        String[] subtags = language.toLowerCase(Locale.ROOT).split("[-_]");
        for (int i = 1; i < subtags.length; i++) {
            if (subtags[i].length() == 4 && Character.isLetter(subtags[i].charAt(0))) {
                return SCRIPTS.contains(subtags[i]) ? RTL : LTR;
            }
        }
        return LANGUAGES.contains(subtags[0]) ? RTL : LTR;
    }

    /** The direction that HTML writes so; empty where the letters tell. */
    public static Optional<Direction> ofCode(String code) {
        return Stream.of(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** As HTML writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The direction of running text: that of most of its letters. What has no letters is like the text around it. */
    public Direction of(List<Inline> content) {
        return of(letters -> letters.inlines(content));
    }

    /** The direction of a block, of most of the letters in it. */
    public Direction of(Block block) {
        return of(block::accept);
    }

    /** The direction of some blocks. */
    public Direction ofBlocks(List<Block> blocks) {
        return of(letters -> letters.blocks(blocks));
    }

    /** Words with a language or direction of their own count only where there are no others. */
    private Direction of(Consumer<Letters> text) {
        if (this == LTR && count(text, RTL, true) == 0) {
            return this;
        }
        int ltr = count(text, LTR, false);
        int rtl = count(text, RTL, false);
        if (ltr + rtl == 0) {
            ltr = count(text, LTR, true);
            rtl = count(text, RTL, true);
        }
        return ltr == rtl ? this : ltr > rtl ? LTR : RTL;
    }

    private static int count(Consumer<Letters> text, Direction direction, boolean withSpans) {
        Letters letters = new Letters(direction, withSpans);
        text.accept(letters);
        return letters.count;
    }

    /** Counts the letters of one direction. Code has none. */
    private static final class Letters extends TextWalk {
        private final Direction direction;
        private final boolean withSpans;
        private int count;

        private Letters(Direction direction, boolean withSpans) {
            this.direction = direction;
            this.withSpans = withSpans;
        }

        @Override
        public void span(Inline.Span span) {
            boolean isOwn = span.attributes().value("lang").isPresent()
                    || span.attributes().value("dir").isPresent();
            if (withSpans || !isOwn) {
                inlines(span.content());
            }
        }

        @Override
        public void text(Inline.Text text) {
            count(text.text());
        }

        @Override
        public void term(Inline.Term term) {
            count(term.text());
        }

        private void count(String text) {
            for (int at = 0; at < text.length(); at++) {
                if (text.charAt(at) >= FIRST_RTL) {
                    int codePoint = text.codePointAt(at);
                    at += Character.charCount(codePoint) - 1;
                    count += isOf(Character.getDirectionality(codePoint)) ? 1 : 0;
                } else if (direction == LTR && Character.isLetter(text.charAt(at))) {
                    count++;
                }
            }
        }

        private boolean isOf(byte directionality) {
            return direction == LTR
                    ? directionality == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                    : directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                            || directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        }
    }
}
