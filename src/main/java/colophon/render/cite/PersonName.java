package colophon.render.cite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person, or with nothing but a literal a body.
 *
 * @param droppingParticle goes where the family name stands alone, as in "Beethoven" for Ludwig van Beethoven
 * @param particle never goes, as in "de Gaulle"
 * @param commaSuffix whether a comma stands before the suffix also in "Martin Luther King, Jr."
 */
public record PersonName(
        String given,
        String droppingParticle,
        String particle,
        String family,
        String suffix,
        boolean commaSuffix,
        String literal) {
    /** Letters of scripts that put the given name first, and spaces between names (of citeproc-js). */
    private static final Pattern SPACED =
            Pattern.compile("[-0-9a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff"
                    + "\u1f00-\u1fff\u0600-\u06ff\u200c-\u200e\u0218-\u021b\u202a-\u202e\u1e00-\u1eff]");

    private static final Pattern PARTICLES =
            Pattern.compile("((?:\\p{Ll}[\\p{Ll}.]*+(?:[’'](?=\\p{Lu})|[’']?\\s+|-(?=\\p{Lu})))+)(\\P{Ll}.*)");
    private static final Pattern TRAILING_PARTICLES = Pattern.compile("(.*\\S)\\s+((?:\\p{Ll}[\\p{Ll}.]*[’']?\\s*)+)");

    /**
     * A name as reference managers write it: words in lower case before the family name are particles that stay, those after the given
     * name particles that go, and what follows a comma after the given name is the suffix. Quotation marks around a part keep it whole.
     */
    public static PersonName parsed(
            String given,
            String droppingParticle,
            String particle,
            String family,
            String suffix,
            boolean commaSuffix,
            String literal) {
        String first = given;
        String dropping = droppingParticle;
        String staying = particle;
        String last = family;
        String after = suffix;
        boolean comma = commaSuffix;
        if (after.isEmpty() && !isWhole(first) && first.indexOf(',') > 0) {
            int at = first.indexOf(',');
            comma = first.startsWith(",!", at);
            after = first.substring(at + (comma ? 2 : 1)).strip();
            first = first.substring(0, at).strip();
        }
        Matcher trailing = TRAILING_PARTICLES.matcher(first);
        if (dropping.isEmpty() && !isWhole(first) && trailing.matches()) {
            first = trailing.group(1);
            dropping = trailing.group(2).strip();
        }
        Matcher leading = PARTICLES.matcher(last);
        if (staying.isEmpty() && !isWhole(last) && leading.matches()) {
            // A space after an apostrophe is part of the name: de’ Medici.
            boolean apart = leading.group(1).matches(".*[’']\\s+");
            staying = apart ? leading.group(1) : leading.group(1).strip();
            last = leading.group(2);
        }
        return new PersonName(bare(first), dropping, staying, bare(last), after, comma, literal);
    }

    private static boolean isWhole(String part) {
        return part.length() > 2 && part.startsWith("\"") && part.endsWith("\"");
    }

    private static String bare(String part) {
        return isWhole(part) ? part.substring(1, part.length() - 1) : part;
    }

    public static PersonName literal(String name) {
        return new PersonName("", "", "", "", "", false, name);
    }

    /** Whether the family name comes first and no space stands between the names, as in Chinese and Japanese. */
    boolean isFamilyFirst() {
        return !family.isEmpty() && !SPACED.matcher(family + given).find();
    }

    boolean isLiteral() {
        return !literal.isEmpty();
    }
}
