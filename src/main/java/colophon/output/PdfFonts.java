package colophon.output;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontGroup;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of the printed editions. A font is opened only when a document has a character for it. */
final class PdfFonts {
    private static final String JAPANESE = "Noto Serif JP";
    private static final String CODE = "Source Code Pro";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final List<Face> FACES = List.of(
            new Face("SourceSerif4-Regular.ttf", "Source Serif 4", REGULAR, FontStyle.NORMAL),
            new Face("SourceSerif4-Italic.ttf", "Source Serif 4", REGULAR, FontStyle.ITALIC),
            new Face("SourceSerif4-Semibold.ttf", "Source Serif 4", BOLD, FontStyle.NORMAL),
            new Face("SourceSerif4-SemiboldItalic.ttf", "Source Serif 4", BOLD, FontStyle.ITALIC),
            new Face("SourceSans3-Regular.ttf", "Source Sans 3", REGULAR, FontStyle.NORMAL),
            new Face("SourceSans3-Italic.ttf", "Source Sans 3", REGULAR, FontStyle.ITALIC),
            new Face("SourceSans3-Semibold.ttf", "Source Sans 3", BOLD, FontStyle.NORMAL),
            new Face("SourceSans3-SemiboldItalic.ttf", "Source Sans 3", BOLD, FontStyle.ITALIC),
            new Face("SourceCodePro-Regular.ttf", CODE, REGULAR, FontStyle.NORMAL),
            new Face("NotoSerifJP-Regular.ttf", JAPANESE, REGULAR, FontStyle.NORMAL));

    /** The faces that between them hold every character that can be printed: one of each script. */
    private static final List<String> COVERING = List.of("SourceSerif4-Regular.ttf", "NotoSerifJP-Regular.ttf");

    private final TypeCase type;

    private record Face(String file, String family, int weight, FontStyle style) {}

    /** The names of their files. */
    static Set<String> files() {
        return FACES.stream().map(Face::file).collect(Collectors.toSet());
    }

    PdfFonts(TypeCase type) {
        this.type = type;
    }

    /**
     * The fonts for one document, which may be laid out several times.
     *
     * @param drawn the words in its drawings
     */
    Faces open(PDDocument document, String drawn) {
        return new Faces(document, !missing(drawn, COVERING.subList(0, 1)).isEmpty());
    }

    /** Fonts of one document. */
    final class Faces {
        private final List<PlainFont> fonts;
        private final boolean drawsJapanese;

        private Faces(PDDocument document, boolean drawsJapanese) {
            this.drawsJapanese = drawsJapanese;
            this.fonts =
                    FACES.stream().map(face -> new PlainFont(face, document)).toList();
        }

        /** Makes the fonts known to a layout: to its text, and to the pictures in it. */
        void register(PdfRendererBuilder builder) {
            for (PlainFont font : fonts) {
                Face face = font.face;
                builder.useFont(font, face.family, face.weight, face.style, true);
                // That one is large, and drawings open every font they are given, but have no code.
                if (!face.family.equals(CODE) && (drawsJapanese || !face.family.equals(JAPANESE))) {
                    builder.useFont(
                            () -> new ByteArrayInputStream(type.bytes(face.file)),
                            face.family,
                            face.weight,
                            face.style,
                            true,
                            EnumSet.of(FSFontUseCase.SVG));
                }
            }
        }

        /** A style sheet may name fonts for Latin only. Characters that those do not have are then taken from the one that has most. */
        void addFallbacks(PdfBoxFontResolver resolver) {
            fonts.stream()
                    .filter(font -> font.face.family.equals(JAPANESE))
                    .forEach(font -> addFallback(font, resolver));
        }
    }

    private static void addFallback(PlainFont font, PdfBoxFontResolver resolver) {
        resolver.addFont(font, font.face.family, REGULAR, IdentValue.NORMAL, true, FontGroup.PRE_BUILT_IN_FALLBACK);
    }

    /**
     * A font without its ligatures. PDFBox would print "after" with the sign for "ft" and not say which letters that stands for: the
     * word could be neither searched, nor copied, nor read aloud.
     */
    private final class PlainFont extends PDFontSupplier {
        private final Face face;
        private final PDDocument document;
        private Optional<PDFont> opened = Optional.empty();

        PlainFont(Face face, PDDocument document) {
            super(null);
            this.face = face;
            this.document = document;
        }

        @Override
        public PDFont supply() {
            if (opened.isEmpty()) {
                opened = Optional.of(load());
            }
            return opened.get();
        }

        private PDFont load() {
            try {
                return PDType0Font.load(document, type.font(face.file), true);
            } catch (IOException e) {
                throw new IllegalStateException("the font " + face.file + " cannot be read", e);
            }
        }
    }

    /** The characters of a text, in order, for which no font has a shape, or whose script is not printed even if one has. */
    Set<Integer> missing(String text) {
        return missing(text, COVERING);
    }

    private Set<Integer> missing(String text, List<String> covering) {
        Set<Integer> missing = new TreeSet<>();
        text.codePoints().filter(c -> c > ' ' && !isInvisible(c)).forEach(missing::add);
        for (String file : covering) {
            if (!missing.isEmpty()) {
                removeCovered(file, missing);
            }
        }
        return missing;
    }

    private void removeCovered(String file, Set<Integer> characters) {
        try {
            CmapLookup glyphs = type.font(file).getUnicodeCmapLookup();
            characters.removeIf(character -> glyphs.getGlyphId(character) != 0 && !ComplexScripts.contain(character));
        } catch (IOException e) {
            throw new IllegalStateException("the font " + file + " cannot be read", e);
        }
    }

    /** Joiners, soft hyphens, variation selectors and the like have no shape of their own. */
    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT
                || Character.isSpaceChar(character)
                || Character.isWhitespace(character)
                || character >= 0xFE00 && character <= 0xFE0F;
    }
}
