package colophon.model;

import colophon.diag.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A work in the bibliography, in the terms of the Citation Style Language 1.0.2: a type, and variables by their names there, such as
 * {@code container-title}.
 *
 * @param key what citations call it
 * @param type such as {@code article-journal}
 * @param texts the variables that are texts or numbers
 * @param names the variables that are people or bodies, such as {@code author}
 * @param dates the variables that are dates, such as {@code issued}
 * @param span where it is defined
 */
public record Reference(
        String key,
        String type,
        SortedMap<String, RichText> texts,
        SortedMap<String, List<Name>> names,
        SortedMap<String, Date> dates,
        Span span) {
    /**
     * A person, or with a literal alone a body or a name that is not to be divided.
     *
     * @param droppingParticle printed with the given name, and left out where only the family name is printed: "van" of Beethoven
     * @param nonDroppingParticle belongs to the family name: "de" of de Gaulle
     * @param commaSuffix whether a comma separates the suffix, as in "Joseph S. Nye, Jr."
     * @param staticOrdering whether the family name always comes first, as in Hungarian
     */
    public record Name(
            String family,
            String given,
            String droppingParticle,
            String nonDroppingParticle,
            String suffix,
            boolean commaSuffix,
            boolean staticOrdering,
            String literal) {
        /** Ends a list of names that leaves some out, BibTeX's "and others". */
        public static final Name OTHERS = literal("et al.");

        public static Name literal(String name) {
            return new Name("", "", "", "", "", false, false, name);
        }

        public static Name of(String family, String given) {
            return new Name(family, given, "", "", "", false, false, "");
        }

        /** Whether it is written in Chinese, Japanese or Korean characters: family name first, and no space between. */
        public boolean isEastAsian() {
            String name = family + given;
            return !name.isEmpty() && name.codePoints().allMatch(Name::isEastAsian);
        }

        private static boolean isEastAsian(int c) {
            return switch (Character.UnicodeScript.of(c)) {
                case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
                // The mark that makes a vowel long, the dot between parts of a foreign name, spaces.
                default -> c == 'ー' || c == '・' || Character.isWhitespace(c);
            };
        }
    }

    /**
     * A day, a month, a season or a year, or the time between two.
     *
     * @param from the date, or the first of a range; {@link PartialDate#NONE} where the beginning is open
     * @param to the last of a range; {@link PartialDate#NONE} where its end is open, and for a date by itself
     * @param circa whether it is approximate or uncertain
     * @param literal what is written where there is no date in figures
     */
    public record Date(PartialDate from, PartialDate to, boolean isRange, boolean circa, String literal) {
        public static Date of(PartialDate date) {
            return new Date(date, PartialDate.NONE, false, false, "");
        }

        public static Date literal(String text) {
            return new Date(PartialDate.NONE, PartialDate.NONE, false, false, text);
        }
    }

    /**
     * A date as far as it is known.
     *
     * @param year negative before Christ, so that -44 is 44 BC; 0 where there is no date
     * @param month 0 where it is not known
     * @param day 0 where it is not known
     * @param season "1" to "4" from spring to winter, or another word; empty where none is given
     */
    public record PartialDate(int year, int month, int day, String season) {
        public static final PartialDate NONE = new PartialDate(0, 0, 0, "");

        public boolean isEmpty() {
            return year == 0;
        }
    }

    public Reference {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        dates = Collections.unmodifiableSortedMap(new TreeMap<>(dates));
    }

    /** A text variable without its markup; empty where the work does not have it. */
    public String text(String variable) {
        RichText text = texts.get(variable);
        return text == null ? "" : text.plain();
    }

    /** A digest of all that can be printed of it. */
    public long digest() {
        Digest digest = new Digest().add(key).add(type);
        for (Map<String, ?> variables : List.of(texts, names, dates)) {
            variables.forEach((name, value) -> digest.add(name).add(value.toString()));
        }
        return digest.value();
    }
}
