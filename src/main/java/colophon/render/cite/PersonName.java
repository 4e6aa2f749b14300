package colophon.render.cite;

import java.util.regex.Pattern;

/**
 * A person, or with nothing but a literal a body.
 *
 * @param droppingParticle goes where the family name stands alone, as in "Beethoven" for Ludwig van Beethoven
 * @param particle never goes, as in "de Gaulle"
 * @param staticOrdering whether the family name always comes first, as in Hungarian
 * @param commaSuffix whether a comma stands before the suffix also in "Martin Luther King, Jr."
 */
public record PersonName(
        String given,
        String droppingParticle,
        String particle,
        String family,
        String suffix,
        boolean commaSuffix,
        boolean staticOrdering,
        String literal) {
    /** Letters of scripts that put the given name first, and spaces between names (of citeproc-js). */
    private static final Pattern SPACED =
            Pattern.compile("[-0-9a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff"
                    + "\u1f00-\u1fff\u0600-\u06ff\u200c-\u200e\u0218-\u021b\u202a-\u202e\u1e00-\u1eff]");

    public static PersonName literal(String name) {
        return new PersonName("", "", "", "", "", false, false, name);
    }

    /** Whether the family name comes first and no space stands between the names, as in Chinese and Japanese. */
    boolean isFamilyFirst() {
        return !family.isEmpty() && !SPACED.matcher(family + given).find();
    }

    /** Whether spaces stand around a word, as they do not in Chinese and Japanese. */
    static boolean isSpaced(String word) {
        return SPACED.matcher(word).find() || word.contains("&");
    }

    boolean isLiteral() {
        return !literal.isEmpty();
    }
}
