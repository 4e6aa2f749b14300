package colophon.model;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;

/** How the parts of a person's name follow one another. */
public enum NameOrder {
    /** "Yoichi Funabashi". */
    GIVEN_FIRST(false, " "),
    /** "水野 花子" in Japanese, "Nagy Anna" in Hungarian. */
    FAMILY_FIRST(true, " "),
    /** "王小明": Chinese and Korean put no space between them. */
    JOINED(true, ""),
    /** "ジョン・スミス": a name from elsewhere in Japanese characters. */
    FOREIGN(false, "・");

    /** Languages of Latin script in which the family name of a person comes first (CLDR 48, surname first). */
    private static final Set<String> FAMILY_FIRST_LANGUAGES = Set.of("hu", "vi");

    private final boolean familyFirst;
    private final String between;

    NameOrder(boolean familyFirst, String between) {
        this.familyFirst = familyFirst;
        this.between = between;
    }

    /** @param language of the work, BCP 47 */
    public static NameOrder of(String family, String given, String language) {
        String code = Locale.forLanguageTag(language).getLanguage();
        String name = family + given;
        if (!Reference.Name.of(family, given).isEastAsian()) {
            boolean isLatin = name.codePoints().noneMatch(c -> Character.isLetter(c) && !isLatin(c));
            return FAMILY_FIRST_LANGUAGES.contains(code) && isLatin ? FAMILY_FIRST : GIVEN_FIRST;
        }
        if (name.codePoints().noneMatch(c -> isOf(c, UnicodeScript.HAN) || isOf(c, UnicodeScript.HIRAGANA))
                && name.codePoints().anyMatch(c -> isOf(c, UnicodeScript.KATAKANA))) {
            return FOREIGN;
        }
        boolean hasKana =
                name.codePoints().anyMatch(c -> isOf(c, UnicodeScript.HIRAGANA) || isOf(c, UnicodeScript.KATAKANA));
        return code.equals("ja") || hasKana ? FAMILY_FIRST : JOINED;
    }

    private static boolean isLatin(int c) {
        return isOf(c, UnicodeScript.LATIN);
    }

    private static boolean isOf(int c, UnicodeScript script) {
        return UnicodeScript.of(c) == script;
    }

    /** The name as it is printed. */
    public String name(String family, String given) {
        return given.isEmpty() ? family : familyFirst ? family + between + given : given + between + family;
    }

    /** Whether the name stays as it is at the beginning of a list in the order of the alphabet. */
    public boolean isStatic() {
        return this != GIVEN_FIRST;
    }
}
