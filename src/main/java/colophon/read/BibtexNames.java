package colophon.read;

import colophon.model.Reference.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The lists of names of BibTeX, and of the extended format of BibLaTeX: {@code given=Hans, family=Harman, prefix=von}. */
final class BibtexNames {
    private static final Pattern SPACE = Pattern.compile("\\s+|(?<!\\\\)~");
    private static final Pattern EXTENDED =
            Pattern.compile("\"?\\s*(?:given|family|prefix|suffix)\\s*=.*", Pattern.DOTALL);

    private static final Pattern SUFFIX = Pattern.compile(
            "(?:[JS]r\\.?|[IVX]+|\\d(?:st|nd|rd|th)|Esq\\.?|Ph\\.? ?D\\.?|M\\.? ?D\\.?|Jun(?:ior)?\\.?|Sen(?:ior)?\\.?)");
    private static final Pattern ET_AL = Pattern.compile("(?i)[,\\s]+et\\.? ?al\\.?$");

    private final UnaryOperator<String> plain;
    private final Consumer<String> doubtful;
    private final boolean prefixed;
    private final boolean commaBeforeJunior;

    /**
     * @param plain makes plain text of LaTeX
     * @param options of the entry, such as {@code useprefix=true}
     * @param doubtful hears of names that are probably several
     */
    BibtexNames(UnaryOperator<String> plain, String options, Consumer<String> doubtful) {
        this.doubtful = doubtful;
        this.plain = text -> plain.apply(text).replace('\u00A0', ' ');
        this.prefixed = isSet(options, "useprefix");
        this.commaBeforeJunior = isSet(options, "juniorcomma");
    }

    private static boolean isSet(String options, String name) {
        return Pattern.compile("(?:^|,)\\s*" + name + "\\s*(?:=\\s*true\\s*)?(?:,|$)", Pattern.CASE_INSENSITIVE)
                .matcher(options)
                .find();
    }

    /** Names between "and", outside braces. */
    List<Name> read(String value) {
        List<Name> names = new ArrayList<>();
        List<String> written = split(value, " and ");
        // No name has a semicolon.
        for (String name : written.size() == 1 ? split(value, ";") : written) {
            String one = ET_AL.matcher(name.strip()).replaceFirst("");
            if (one.equals("others")) {
                names.add(Name.OTHERS);
            } else if (!one.isEmpty()) {
                names.add(EXTENDED.matcher(one).matches() ? extended(one) : name(one));
            }
            if (one.length() < name.strip().length()) {
                names.add(Name.OTHERS);
            }
        }
        return names;
    }

    private Name extended(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : split(text, ",")) {
            String one = part.strip().replaceAll("^\"|\"$", "");
            int equals = one.indexOf('=');
            if (equals > 0) {
                String name = one.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                parts.merge(name, plain.apply(one.substring(equals + 1)), (first, more) -> first + " " + more);
            }
        }
        String family = parts.getOrDefault("family", "");
        String given = parts.getOrDefault("given", "");
        if (given.isEmpty() && !parts.containsKey("prefix") && !parts.containsKey("suffix")) {
            return Name.literal(family);
        }
        String own = parts.getOrDefault("useprefix", Boolean.toString(prefixed));
        return person(
                family,
                given,
                parts.getOrDefault("prefix", ""),
                parts.getOrDefault("suffix", ""),
                own.equalsIgnoreCase("true"));
    }

    private Name name(String text) {
        if (text.startsWith("{") && text.endsWith("}") && closes(text)) {
            return Name.literal(plain.apply(text));
        }
        List<String> parts = split(text, ",");
        if (parts.size() == 1) {
            return natural(words(text));
        }
        List<String> last = words(parts.get(0));
        int family = familyStart(last, last.size() - 1);
        String suffix = parts.size() > 2 ? plain.apply(parts.get(1)) : "";
        String given = plain.apply(parts.get(parts.size() - 1));
        if (parts.size() == 3 && SUFFIX.matcher(given).matches()) {
            String first = suffix;
            suffix = given;
            given = first;
        } else if (parts.size() > 3
                || !suffix.isEmpty() && !SUFFIX.matcher(suffix).matches()) {
            // Of what cannot be divided nothing is lost.
            doubtful.accept(plain.apply(text));
            return Name.literal(plain.apply(text));
        }
        return person(join(last, family, last.size()), given, join(last, 0, family), suffix, prefixed);
    }

    /** "Ludwig van Beethoven": the words in lower case and what follows them are the family name. */
    private Name natural(List<String> words) {
        if (words.size() == 1) {
            return Name.literal(plain.apply(words.get(0)));
        }
        if (Name.of(words.get(0), "").isEastAsian()) {
            return Name.of(plain.apply(words.get(0)), join(words, 1, words.size()));
        }
        int particle = isLower(words.get(0)) ? 0 : 1;
        while (particle < words.size() - 1 && !isLower(words.get(particle))) {
            particle++;
        }
        int family = familyStart(words.subList(particle, words.size()), words.size() - 1 - particle) + particle;
        return person(
                join(words, family, words.size()),
                join(words, 0, particle),
                join(words, particle, family),
                "",
                prefixed);
    }

    private Name person(String family, String given, String particle, String suffix, boolean prefixed) {
        return new Name(
                family,
                given,
                prefixed ? "" : particle,
                prefixed ? particle : "",
                suffix,
                commaBeforeJunior && !suffix.isEmpty(),
                false,
                "");
    }

    private int familyStart(List<String> words, int last) {
        int start = 0;
        while (start < last && isLower(words.get(start))) {
            start++;
        }
        return start;
    }

    /** By its first letter, which braces hide unless they hold a command, such as that of an accent. */
    private boolean isLower(String word) {
        String first = word.startsWith("\\") || word.startsWith("{\\") ? plain.apply(word) : word;
        return !first.isEmpty() && Character.isLowerCase(first.codePointAt(0));
    }

    /** Whether the first brace closes at the end of the text. */
    private static boolean closes(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0 && i < text.length() - 1) {
                return false;
            }
        }
        return depth == 0;
    }

    private static List<String> words(String text) {
        return split(text.strip(), " ").stream().filter(word -> !word.isBlank()).toList();
    }

    private String join(List<String> words, int from, int to) {
        return plain.apply(String.join(" ", words.subList(from, to)));
    }

    /** The parts of a text between separators that are not in braces. */
    private static List<String> split(String value, String separator) {
        String text = SPACE.matcher(value).replaceAll(" ");
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && text.regionMatches(true, i, separator, 0, separator.length())) {
                parts.add(text.substring(start, i));
                start = i + separator.length();
                i = start - 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
