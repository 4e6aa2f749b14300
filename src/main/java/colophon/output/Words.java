package colophon.output;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text, made so that the same text gives the same words however it was set: without case, ligatures, quotation marks and
 * accents' ways of writing, and with a word that was parted at the end of a line put together again. Signs of scripts that part no
 * words count as words.
 */
final class Words {
    /** Signs within words, or where words are parted at the ends of lines. */
    private static final Pattern WITHIN =
            Pattern.compile("(?<=\\p{L})[-\\u00AD\\u2010\\u2011'\\u2019]\\s*(?=\\p{L})|\\u00AD");

    private static final Pattern WORD = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]|[\\p{L}\\p{M}]+");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+(?:[.,]\\p{Nd}+)*");

    private Words() {}

    static List<String> of(String text) {
        return find(WORD, text);
    }

    static List<String> numbers(String text) {
        return find(NUMBER, text);
    }

    private static List<String> find(Pattern pattern, String text) {
        String plain =
                WITHIN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        Matcher matcher = pattern.matcher(plain.toLowerCase(Locale.ROOT));
        List<String> words = new ArrayList<>();
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
