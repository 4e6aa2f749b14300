package colophon.read;

import colophon.model.Reference.Name;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names as reference managers write them into two fields: words in lower case before the family name are a particle that stays, those after
 * the given name a particle that goes, and what follows a comma after the given name is the suffix, after ",!" one with a comma before it.
 * Quotation marks around a part keep it whole.
 */
final class CslName {
    private static final Pattern PARTICLES =
            Pattern.compile("((?:[’']?\\p{Ll}[\\p{Ll}.]*+(?:[’'](?=\\p{Lu})|[’']?\\s+|-(?=\\p{Lu})))+)(\\P{Ll}.*)");
    private static final Pattern TRAILING_PARTICLES =
            Pattern.compile("(.*?\\p{Lu}.*?\\S)\\s+((?:[’']?\\p{Ll}[\\p{Ll}.]*[’']?\\s*)+)");

    private CslName() {}

    /** A name with its particles and its suffix in parts of their own; those that are given already stay. */
    static Name divided(Name name) {
        String given = name.given();
        String suffix = name.suffix();
        String dropping = name.droppingParticle();
        boolean comma = name.commaSuffix();
        if (suffix.isEmpty() && !isWhole(given) && given.indexOf(',') > 0) {
            int at = given.indexOf(',');
            comma = given.startsWith(",!", at);
            suffix = given.substring(at + (comma ? 2 : 1)).strip();
            given = given.substring(0, at).strip();
        }
        Matcher trailing = TRAILING_PARTICLES.matcher(given);
        if (dropping.isEmpty() && !isWhole(given) && trailing.matches()) {
            given = trailing.group(1);
            dropping = trailing.group(2).strip();
        }
        String family = name.family();
        String particle = name.nonDroppingParticle();
        Matcher leading = PARTICLES.matcher(family);
        if (particle.isEmpty() && !isWhole(family) && leading.matches()) {
            // A space after an apostrophe is part of the name: de’ Medici.
            boolean apart = leading.group(1).matches(".*[’']\\s+");
            particle = apart ? leading.group(1) : leading.group(1).strip();
            family = leading.group(2);
        }
        return new Name(bare(family), bare(given), dropping, particle, suffix, comma, name.staticOrdering(), "");
    }

    private static boolean isWhole(String part) {
        return part.length() > 2 && part.startsWith("\"") && part.endsWith("\"");
    }

    private static String bare(String part) {
        return isWhole(part) ? part.substring(1, part.length() - 1) : part;
    }
}
