package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.InputFile;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a CSV file in the encoding in which a spreadsheet saved it: UTF-8, UTF-16, Windows-1252 where every other encoding of its
 * kind would make something else of it than words, or one of East Asia.
 */
final class CsvText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Letters that are the same in all encodings of Windows for languages that are written in the Latin script. */
    private static final String ANY_LATIN = "ÄÖÜäöüßÉéÁáÍíÓóÚúÝýÂâÎîÔôËëÇç";

    /** More of them, by the language of the work. */
    private static final Map<String, String> BY_LANGUAGE = Map.ofEntries(
            Map.entry("da", "ÆæØøÅå"),
            Map.entry("nb", "ÆæØøÅå"),
            Map.entry("nn", "ÆæØøÅå"),
            Map.entry("no", "ÆæØøÅå"),
            Map.entry("sv", "Åå"),
            Map.entry("fi", "ÅåŠšŽž"),
            Map.entry("is", "ÐðÞþÆæ"),
            Map.entry("fr", "ÀàÆæÈèÊêÏïŒœÙùÛûÿŸ"),
            Map.entry("es", "ÑñÜü¿¡ºª"),
            Map.entry("ca", "ÀàÈèÏïÒò·"),
            Map.entry("pt", "ÃãÀàÊêÕõºª"),
            Map.entry("it", "ÀàÈèÌìÒòÙùºª"),
            Map.entry("nl", "ïÏèÈ"));

    /** What stands beside words and numbers, at the same place in those encodings. */
    private static final String BESIDE = "€‚„…‰‹‘’“”•–—™›\u00A0§©«®°±µ·»";

    private CsvText() {}

    /** @param language of the work */
    static Optional<Source> of(InputFile file, String language, Problems problems) {
        if (!SourceTree.canRead(file, problems)) {
            return Optional.empty();
        }
        Optional<Charset> charset = charset(file.bytes(), language);
        if (charset.isEmpty() || charset.get().equals(StandardCharsets.UTF_8)) {
            return charset.isPresent() ? SourceTree.text(file, problems) : undecided(file, problems);
        }
        String text = decode(file.bytes(), charset.get());
        return Optional.of(new Source(file.path(), text, () -> decode(file.bytes(), charset.get())));
    }

    /** The encoding of some bytes; empty where it is in doubt. */
    static Optional<Charset> charset(byte[] bytes, String language) {
        if (startsWith(bytes, 0xFF, 0xFE) || isWide(bytes, 1)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || isWide(bytes, 0)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (isText(bytes, StandardCharsets.UTF_8)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        String letters = ANY_LATIN
                + BY_LANGUAGE.getOrDefault(Locale.forLanguageTag(language).getLanguage(), "");
        return isText(bytes, WINDOWS) && isPlausible(decode(bytes, WINDOWS), letters)
                ? Optional.of(WINDOWS)
                : EastAsianText.charset(bytes, language);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** Whether nearly every second byte is zero, as in UTF-16 of digits and Latin letters. */
    private static boolean isWide(byte[] bytes, int zeros) {
        int count = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                if (i % 2 != zeros) {
                    return false;
                }
                count++;
            }
        }
        return bytes.length % 2 == 0 && count > bytes.length * 0.4;
    }

    static boolean isText(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String decode(byte[] bytes, Charset charset) {
        CharBuffer text = charset.decode(ByteBuffer.wrap(bytes));
        return (text.length() > 0 && text.charAt(0) == '\uFEFF' ? text.subSequence(1, text.length()) : text).toString();
    }

    /** Whether all letters beyond ASCII are known ones, alone or with ASCII beside them, and all other characters stand where such characters do. */
    private static boolean isPlausible(String text, String letters) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            boolean before = i > 0 && Character.isLetter(text.charAt(i - 1));
            boolean after = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
            boolean ascii = i > 0 && isAsciiLetter(text.charAt(i - 1))
                    || i + 1 < text.length() && isAsciiLetter(text.charAt(i + 1));
            boolean letter = letters.indexOf(c) >= 0 && (ascii || !before && !after || !Character.isLetter(c));
            boolean beside = BESIDE.indexOf(c) >= 0 && (c == '’' || !(before && after));
            if (!letter && !beside) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static Optional<Source> undecided(InputFile file, Problems problems) {
        byte[] bytes = file.bytes();
        int high = 0;
        while (high < bytes.length && bytes[high] >= 0) {
            high++;
        }
        String before = new String(bytes, 0, high, StandardCharsets.US_ASCII);
        Source source = new Source(file.path(), before + "\uFFFD");
        problems.add(
                Rule.FILE_NOT_UTF8,
                source.span(before.length(), before.length() + 1),
                String.format(Locale.ROOT, "not UTF-8: byte 0x%02X at offset %d", bytes[high], high),
                "save the file as \"CSV UTF-8\": its encoding cannot be told from what it holds");
        return Optional.empty();
    }
}
