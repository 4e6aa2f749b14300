package colophon.output;

import colophon.output.PrintedTexts.Paragraph;
import colophon.output.PrintedTexts.Piece;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts soft hyphens into the words of a document that is about to be laid out, where its style sheet says {@code hyphens: auto}, by the
 * language of each element.
 *
 * <p>The layout engine has a door for that, too, but does not say there which language a text is in. Left whole are the last word of a
 * paragraph, abbreviations, addresses and compounds, and names: words with a capital, but for those of German.
 */
final class Hyphenation {
    /** Of letters only, between spaces and marks. */
    private static final Pattern WORD =
            Pattern.compile("(?<![^\\s\u201C\u2018\u2019\"'(\\[\u2013\u2014])\\p{L}+(?=(?:[\u2019']s)?"
                    + "[.,;:!?)\\]\u201D\u2019\"]*(?:[\\s\u2013\u2014]|$))");

    private final TypeCase type;

    private Hyphenation(TypeCase type) {
        this.type = type;
    }

    /** @param type knows the words of documents before this one */
    static void prepare(PdfBoxRenderer renderer, TypeCase type) {
        PrintedTexts.read(renderer, new Hyphenation(type)::hyphenate);
    }

    private void hyphenate(Paragraph paragraph) {
        if (paragraph.pieces().stream().anyMatch(Piece::hyphenated)) {
            String text = paragraph.text();
            int lastWord = text.stripTrailing().length();
            while (lastWord > 0 && !Character.isWhitespace(text.charAt(lastWord - 1))) {
                lastWord--;
            }
            int end = lastWord;
            paragraph.pieces().stream().filter(Piece::hyphenated).forEach(piece -> hyphenate(piece, text, end));
        }
    }

    private void hyphenate(Piece piece, String paragraph, int lastWord) {
        Hyphenator.of(piece.language()).ifPresent(hyphenator -> {
            StringBuilder broken = new StringBuilder();
            // What stands around a text counts: its first and last letters may be parts of a longer word.
            Matcher word = WORD.matcher(paragraph).useTransparentBounds(true).useAnchoringBounds(false);
            word.region(piece.start(), piece.end());
            int done = piece.start();
            while (word.find() && word.start() < lastWord) {
                if (mayBreak(word.group(), hyphenator)) {
                    broken.append(paragraph, done, word.start()).append(type.hyphenate(word.group(), hyphenator));
                    done = word.end();
                }
            }
            if (done > piece.start()) {
                piece.text().setData(broken.append(paragraph, done, piece.end()).toString());
            }
        });
    }

    private static boolean mayBreak(String word, Hyphenator hyphenator) {
        boolean startsSmall = Character.isLowerCase(word.charAt(0)) || hyphenator.capitalsAreUsual();
        String rest = word.substring(1);
        return startsSmall && rest.equals(rest.toLowerCase(Locale.ROOT));
    }
}
