package colophon.output;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Suggestion;
import colophon.model.InputFile;
import colophon.model.Theme;
import java.io.IOException;
import java.util.Set;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Checks the fonts that a site's own theme has for the printed editions: each replaces one of the default theme, and can be read. */
public final class PrintFonts {
    private static final String ASSETS = "site-assets/";
    private static final String FOLDER = "fonts/print/";

    private PrintFonts() {}

    public static void check(Theme theme, Problems problems) {
        theme.assets().forEach((name, file) -> {
            if (name.startsWith(FOLDER) && !name.endsWith(".txt") && theme.own().contains(ASSETS + name)) {
                check(name.substring(FOLDER.length()), file, problems);
            }
        });
    }

    private static void check(String name, InputFile file, Problems problems) {
        Set<String> known = PdfFonts.files();
        if (!known.contains(name)) {
            problems.add(
                    Rule.FILE_UNUSED,
                    file.asSource().whole(),
                    "no text of a PDF is set in this font",
                    Suggestion.closest(name, known)
                            .map(close -> "did you mean \"" + close + "\"?")
                            .orElse("give it the name of the font that it replaces, such as SourceSerif4-Regular.ttf"));
        } else if (!isReadable(file)) {
            problems.add(
                    Rule.FONT_UNUSABLE,
                    file.asSource().whole(),
                    "this file is not a TrueType font, or is damaged",
                    "put a whole .ttf file with TrueType outlines in its place, or remove it");
        }
    }

    private static boolean isReadable(InputFile file) {
        try (TrueTypeFont font = Typeface.open(file.bytes())) {
            // Tables are read when they are first needed.
            boolean hasOutlines = font.getGlyph() != null && font.getHorizontalMetrics() != null;
            return hasOutlines
                    && font.getUnicodeCmapLookup() != null
                    && font.getGlyph().getGlyph(font.getUnicodeCmapLookup().getGlyphId('a')) != null
                    && font.getOS2Windows() != null
                    && font.getPostScript() != null
                    && font.getNaming() != null;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
