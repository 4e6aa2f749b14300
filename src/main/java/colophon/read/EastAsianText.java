package colophon.read;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises the encodings in which statistical offices of Japan and Korea, such as e-Stat, offer CSV files. One is certain where it makes
 * of every byte beyond ASCII a character of the language, at least two of them together, and no other encoding of the language does so.
 */
final class EastAsianText {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Set<UnicodeBlock> MARKS = Set.of(
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.KATAKANA,
            UnicodeBlock.GENERAL_PUNCTUATION,
            UnicodeBlock.ENCLOSED_ALPHANUMERICS,
            UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
            UnicodeBlock.CJK_COMPATIBILITY,
            UnicodeBlock.GEOMETRIC_SHAPES,
            UnicodeBlock.LETTERLIKE_SYMBOLS,
            UnicodeBlock.NUMBER_FORMS,
            UnicodeBlock.MATHEMATICAL_OPERATORS);
    private static final char FIRST_FULL_WIDTH = '\uFF01';
    private static final char LAST_FULL_WIDTH = '\uFF5E';

    private EastAsianText() {}

    /** @param language of the work; in texts of another part of the world only kana show that a text is Japanese */
    static Optional<Charset> charset(byte[] bytes, String language) {
        String tag = Locale.forLanguageTag(language).getLanguage();
        List<Charset> possible = possible(tag).stream()
                .filter(charset -> CsvText.isText(bytes, charset))
                .filter(charset ->
                        isWords(charset.decode(ByteBuffer.wrap(bytes)).toString(), tag))
                .toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    private static List<Charset> possible(String language) {
        return switch (language) {
            case "ja" -> List.of(SHIFT_JIS, Charset.forName("EUC-JP"));
            case "ko" -> List.of(Charset.forName("x-windows-949"));
            default -> List.of(SHIFT_JIS);
        };
    }

    private static boolean isWords(String text, String language) {
        boolean together = false;
        boolean own = language.equals("ja");
        boolean before = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            UnicodeScript script = UnicodeScript.of(c);
            boolean letter = isLetter(c, script);
            if (c >= 0x80 && !letter && !MARKS.contains(UnicodeBlock.of(c)) && !isFullWidth(c)) {
                return false;
            }
            together |= letter && before;
            own |= letter && (language.equals("ko") ? script == UnicodeScript.HANGUL : script != UnicodeScript.HAN);
            before = letter;
        }
        return together && own;
    }

    private static boolean isLetter(char c, UnicodeScript script) {
        boolean isHalfWidth = c > LAST_FULL_WIDTH;
        return !isHalfWidth
                && (script == UnicodeScript.HAN
                        || script == UnicodeScript.HIRAGANA
                        || script == UnicodeScript.KATAKANA
                        || script == UnicodeScript.HANGUL);
    }

    private static boolean isFullWidth(char c) {
        return c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH || "￥￠￡－×÷°±".indexOf(c) >= 0;
    }
}
