package colophon.read;

import colophon.model.Reference.Date;
import colophon.model.Reference.Name;
import colophon.model.Reference.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of BibTeX as plain text, names and dates. */
final class BibtexText {
    private static final Pattern DATE = Pattern.compile("(-?\\d{4})(?:-(\\d{1,2}))?(?:-(\\d{1,2}))?([?~%]?)");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private BibtexText() {}

    /** A value without its braces and commands, in one line. */
    static String plain(String value) {
        return SPACE.matcher(LatexText.plain(value)).replaceAll(" ").strip();
    }

    /** Names between "and", outside braces. */
    static List<Name> names(String value) {
        List<Name> names = new ArrayList<>();
        for (String name : split(value, " and ")) {
            String one = name.strip();
            if (one.equals("others")) {
                names.add(Name.OTHERS);
            } else if (!one.isEmpty()) {
                names.add(name(one));
            }
        }
        return names;
    }

    private static Name name(String text) {
        if (text.startsWith("{") && text.endsWith("}") && closes(text)) {
            return Name.literal(plain(text));
        }
        List<String> parts = split(text, ",");
        if (parts.size() == 1) {
            return natural(words(text));
        }
        List<String> last = words(parts.get(0));
        int family = familyStart(last, last.size() - 1);
        String suffix = parts.size() > 2 ? plain(parts.get(1)) : "";
        String given = plain(parts.get(parts.size() - 1));
        return person(given, plain(join(last, 0, family)), plain(join(last, family, last.size())), suffix);
    }

    /** "Ludwig van Beethoven": the words in small letters and what follows them are the family name. */
    private static Name natural(List<String> words) {
        if (words.size() == 1) {
            return Name.literal(plain(words.get(0)));
        }
        if (isJapanese(words.get(0))) {
            return Name.of(plain(words.get(0)), plain(join(words, 1, words.size())));
        }
        int particle = 1;
        while (particle < words.size() - 1 && !isSmall(words.get(particle))) {
            particle++;
        }
        int family = familyStart(words.subList(particle, words.size()), words.size() - 1 - particle) + particle;
        return person(
                plain(join(words, 0, particle)),
                plain(join(words, particle, family)),
                plain(join(words, family, words.size())),
                "");
    }

    private static Name person(String given, String particle, String family, String suffix) {
        return new Name(family, given, "", particle, suffix, false, false, "");
    }

    private static int familyStart(List<String> words, int last) {
        int start = 0;
        while (start < last && isSmall(words.get(start))) {
            start++;
        }
        return start;
    }

    private static boolean isSmall(String word) {
        return Character.isLowerCase(word.charAt(0));
    }

    private static boolean isJapanese(String word) {
        return !word.isEmpty() && Character.isIdeographic(word.codePointAt(0));
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

    private static String join(List<String> words, int from, int to) {
        return String.join(" ", words.subList(from, to));
    }

    /** The parts of a text between separators that stand in no braces. */
    private static List<String> split(String value, String separator) {
        String text = SPACE.matcher(value).replaceAll(" ");
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && text.startsWith(separator, i)) {
                parts.add(text.substring(start, i));
                start = i + separator.length();
                i = start - 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** A date of ISO 8601, with or without its end; nothing when it is something else. */
    static Optional<Date> date(String value) {
        String[] ends = value.strip().split("/", -1);
        Matcher from = DATE.matcher(ends[0]);
        if (!from.matches() || ends.length > 2) {
            return Optional.empty();
        }
        PartialDate to = PartialDate.NONE;
        if (ends.length == 2 && !ends[1].isEmpty() && !ends[1].equals("..")) {
            Matcher end = DATE.matcher(ends[1]);
            if (!end.matches()) {
                return Optional.empty();
            }
            to = parts(end);
        }
        return isReal(parts(from)) && isReal(to)
                ? Optional.of(new Date(
                        parts(from), to, ends.length == 2, !from.group(4).isEmpty(), ""))
                : Optional.empty();
    }

    private static boolean isReal(PartialDate date) {
        return date.month() <= 12 && date.day() <= 31;
    }

    private static PartialDate parts(Matcher date) {
        return new PartialDate(part(date, 1), part(date, 2), part(date, 3), "");
    }

    private static int part(Matcher date, int group) {
        return date.group(group) == null ? 0 : Integer.parseInt(date.group(group));
    }
}
