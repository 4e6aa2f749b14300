package colophon.output;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Letters as outlines, from one font or, where that has none, from the next. */
final class Typeface {
    private static final String NOT_FIRST = "、。，．）」』】〕》〉！？：；ーぁぃぅぇぉっゃゅょァィゥェォッャュョ・…)]}.,:;!?”’";
    private static final String NOT_LAST = "（「『【〔《〈([{“‘";

    private static final int FIRST_TABLE = 12;
    private static final int TABLE_BYTES = 16;
    private static final int FORMS = tag("GSUB");
    private static final int UNREAD = tag("gsub");

    private final List<Supplier<TrueTypeFont>> fonts;

    /** @param fonts opened when a text needs them */
    Typeface(List<Supplier<TrueTypeFont>> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    /** A font without its ligatures and other forms. */
    static TrueTypeFont open(byte[] bytes) {
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(withoutForms(bytes)));
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new IllegalStateException("a font of the theme cannot be read", e);
        }
    }

    /** The table of other forms of letters is not used, takes longer to read than all others, and is passed over by any other name. */
    private static byte[] withoutForms(byte[] font) {
        ByteBuffer copy = ByteBuffer.wrap(font.clone());
        int tables = font.length < FIRST_TABLE ? 0 : copy.getShort(4);
        int end = Math.min(FIRST_TABLE + tables * TABLE_BYTES, font.length - TABLE_BYTES);
        for (int at = FIRST_TABLE; at < end; at += TABLE_BYTES) {
            if (copy.getInt(at) == FORMS) {
                copy.putInt(at, UNREAD);
            }
        }
        return copy.array();
    }

    private static int tag(String name) {
        return name.chars().reduce(0, (tag, letter) -> tag << 8 | letter);
    }

    private record Glyph(TrueTypeFont font, int id) {}

    private Optional<Glyph> glyph(int codePoint) {
        for (Supplier<TrueTypeFont> candidate : fonts) {
            try {
                TrueTypeFont font = candidate.get();
                int id = font.getUnicodeCmapLookup().getGlyphId(codePoint);
                if (id != 0) {
                    return Optional.of(new Glyph(font, id));
                }
            } catch (IOException e) {
                throw new IllegalStateException("a font of the theme cannot be read", e);
            }
        }
        return Optional.empty();
    }

    /** Whether there is a letter for every sign of a text. */
    boolean has(String text) {
        return text.codePoints().allMatch(it -> glyph(it).isPresent());
    }

    double width(String text, double size) {
        return text.codePoints()
                .mapToObj(this::glyph)
                .flatMap(Optional::stream)
                .mapToDouble(it -> advance(it, size))
                .sum();
    }

    private static double advance(Glyph glyph, double size) {
        try {
            return size * glyph.font.getAdvanceWidth(glyph.id) / glyph.font.getUnitsPerEm();
        } catch (IOException e) {
            throw new IllegalStateException("a font of the theme cannot be read", e);
        }
    }

    /** The letters of a line, from a point on its baseline. */
    List<Shape> line(String text, double x, double baseline, double size) {
        List<Shape> letters = new ArrayList<>();
        double at = x;
        for (int codePoint : text.codePoints().toArray()) {
            Optional<Glyph> glyph = glyph(codePoint);
            if (glyph.isPresent()) {
                letters.add(outline(glyph.get(), at, baseline, size));
                at += advance(glyph.get(), size);
            }
        }
        return letters;
    }

    private static Shape outline(Glyph glyph, double x, double baseline, double size) {
        try {
            var data = glyph.font.getGlyph().getGlyph(glyph.id);
            double scale = size / glyph.font.getUnitsPerEm();
            return data == null
                    ? new Path2D.Double()
                    : new Path2D.Double(data.getPath(), new AffineTransform(scale, 0, 0, -scale, x, baseline));
        } catch (IOException e) {
            throw new IllegalStateException("a font of the theme cannot be read", e);
        }
    }

    /** A text in lines that are no wider than that; a word that is wider has a line of its own. */
    List<String> lines(String text, double width, double size) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String piece : pieces(text)) {
            if (!line.isEmpty() && width((line + piece).stripTrailing(), size) > width) {
                lines.add(line.stripTrailing());
                line = "";
            }
            line += piece;
        }
        lines.add(line.stripTrailing());
        return lines;
    }

    /** The same number of lines, as equally long as they can be. */
    List<String> balanced(String text, double width, double size) {
        List<String> best = lines(text, width, size);
        double low = width / 2;
        double high = width;
        while (high - low > 1) {
            double middle = (low + high) / 2;
            List<String> narrower = lines(text, middle, size);
            boolean fits =
                    narrower.size() == best.size() && narrower.stream().allMatch(line -> width(line, size) <= middle);
            best = fits ? narrower : best;
            high = fits ? middle : high;
            low = fits ? low : middle;
        }
        return best;
    }

    /** What may stand at the end of a line or at the beginning of the next: words with their spaces, and signs of scripts without words. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int before = ' ';
        for (int c : text.codePoints().toArray()) {
            boolean opportunity = before == ' ' && c != ' '
                    || before == '-'
                    || before == '–'
                    || before == '—'
                    || (isIdeograph(before) || isIdeograph(c)) && c != ' ';
            if (opportunity && piece.length() > 0 && NOT_FIRST.indexOf(c) < 0 && NOT_LAST.indexOf(before) < 0) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
            before = c;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean isIdeograph(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> "、。「」『』（）・ー".indexOf(c) >= 0;
        };
    }

    /** One line, cut where there is no more room. */
    String cut(String text, double width, double size) {
        return width(text, size) <= width ? text : shorten(text, width, size);
    }

    private String shorten(String text, double width, double size) {
        StringBuilder kept = new StringBuilder();
        for (String piece : pieces(text)) {
            if (width((kept + piece).stripTrailing() + "…", size) > width) {
                break;
            }
            kept.append(piece);
        }
        if (kept.length() == 0) {
            kept.append(broken(text, width - width("…", size), size).get(0));
        }
        return kept.toString().stripTrailing() + "…";
    }

    /** A line that is too long for its width, as often one word, in pieces that are not. */
    List<String> broken(String line, double width, double size) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int c : line.codePoints().toArray()) {
            if (part.length() > 0 && width(part + Character.toString(c), size) > width) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(c);
        }
        parts.add(part.toString());
        return parts;
    }
}
