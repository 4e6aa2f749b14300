package colophon.output;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * The scripts that a PDF cannot be set in, whatever fonts a theme has. The layout engine puts one glyph after another from left to right: it
 * joins no letters, moves no marks, and divides no line where there is no space.
 */
final class ComplexScripts {
    /** Those whose letters join, change places or stand one over the other, or whose words are written without spaces. */
    private static final Set<UnicodeScript> SHAPED = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.BALINESE,
            UnicodeScript.BATAK,
            UnicodeScript.BENGALI,
            UnicodeScript.BRAHMI,
            UnicodeScript.BUGINESE,
            UnicodeScript.BUHID,
            UnicodeScript.CHAKMA,
            UnicodeScript.CHAM,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.GUJARATI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.HANUNOO,
            UnicodeScript.JAVANESE,
            UnicodeScript.KAITHI,
            UnicodeScript.KANNADA,
            UnicodeScript.KAYAH_LI,
            UnicodeScript.KHMER,
            UnicodeScript.LAO,
            UnicodeScript.LEPCHA,
            UnicodeScript.LIMBU,
            UnicodeScript.MALAYALAM,
            UnicodeScript.MEETEI_MAYEK,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.MYANMAR,
            UnicodeScript.NEW_TAI_LUE,
            UnicodeScript.ORIYA,
            UnicodeScript.PHAGS_PA,
            UnicodeScript.REJANG,
            UnicodeScript.SAURASHTRA,
            UnicodeScript.SHARADA,
            UnicodeScript.SINHALA,
            UnicodeScript.SUNDANESE,
            UnicodeScript.SYLOTI_NAGRI,
            UnicodeScript.TAGALOG,
            UnicodeScript.TAGBANWA,
            UnicodeScript.TAI_LE,
            UnicodeScript.TAI_THAM,
            UnicodeScript.TAI_VIET,
            UnicodeScript.TAKRI,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.THAI,
            UnicodeScript.TIBETAN);

    private ComplexScripts() {}

    /** Whether the script of a character is one of them, or is written from right to left. */
    static boolean contain(int character) {
        byte direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || SHAPED.contains(UnicodeScript.of(character));
    }
}
