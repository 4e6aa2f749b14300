package colophon;

import static colophon.SamplePictures.jpeg;
import static colophon.SamplePictures.photo;
import static colophon.SamplePictures.png;
import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture.Built;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/** Images as cameras, people and programs name and save them. */
class ImageNamesTest {
    private static final String CHAPTER = "content/case-studies/netherlands.md";
    private static final List<String> NAMES = List.of(
            "my photo.jpg",
            "a[1].png",
            "it's (2).png",
            "50% of #1.png",
            "100%.png",
            "a%20b.png",
            "R&D.png",
            "図 ü.png",
            "a+b.png",
            "a;b,c=d@e!$.png",
            "Bild 1 (Kopie).JPEG",
            Normalizer.normalize("résumé.png", Normalizer.Form.NFD));
    private static final List<String> DRAWINGS = List.of("my drawing.svg", "a[1] & b.svg", "Port.SVG", "図.svg");

    private static String chapter(String text) {
        return "---\ntitle: N\nkind: institution\nsummary: S.\n---\n\n" + text;
    }

    private static String encoded(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return URLEncoder.encode(composed, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static SiteFixture named() {
        SiteFixture site = SiteFixture.of("sites/minimal").edit("content/publication.yaml", it -> it + """
                    logo: "./figures/a[1].png"
                """);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            boolean photo = !name.endsWith(".png");
            site.change("content/figures/" + name, photo ? jpeg(photo(40, 20 + i)) : png(photo(40, 20 + i)));
            text.append("![Image](../figures/" + encoded(name) + ")\n\n");
        }
        for (String name : DRAWINGS) {
            String words = "DRAWN" + DRAWINGS.indexOf(name);
            site.change(
                    "content/figures/" + name,
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"30\"><text x=\"2\" y=\"20\">"
                            + words + "</text></svg>");
            text.append("![Drawing](<../figures/" + name + ">)\n\n");
        }
        return site.edit(
                "content/report/01-why.md",
                it -> it + "\n\n" + text + "![Raw](<../figures/my photo.jpg>) [Link](<../figures/a[1].png>)\n");
    }

    @Test
    void imagesOfAnyNameAreInEveryEdition() throws IOException {
        Built built = named().withDownloads().build().isClean();
        assertThat(built.mainOf("report/why/index.html"))
                .contains("src=\"../../assets/figures/my%20photo-")
                .contains("src=\"../../assets/figures/a%5B1%5D%20%26%20b-")
                .contains("href=\"../../figures/a%5B1%5D.png\"")
                .contains("src=\"../../assets/figures/r%C3%A9sum%C3%A9-")
                .contains("src=\"../../assets/figures/a%2520b-");
        try (PDDocument pdf = Loader.loadPDF(built.bytes("water.pdf"))) {
            List<COSName> images = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                page.getResources().getXObjectNames().forEach(images::add);
            }
            assertThat(images).hasSizeGreaterThanOrEqualTo(NAMES.size() + DRAWINGS.size());
        }
        List<String> files = new ArrayList<>();
        try (ZipInputStream epub = new ZipInputStream(new ByteArrayInputStream(built.bytes("water.epub")))) {
            for (ZipEntry entry = epub.getNextEntry(); entry != null; entry = epub.getNextEntry()) {
                files.add(entry.getName());
            }
        }
        assertThat(files)
                .filteredOn(it -> it.matches(".*/images/.*\\.(png|jpg|svg)"))
                .hasSizeGreaterThan(NAMES.size() + DRAWINGS.size());
        assertThat(files).allMatch(it -> it.matches("[A-Za-z0-9./_-]+"));
    }

    @Test
    void aNameThatCannotBeAnAddressIsAProblem() {
        SiteFixture.of("sites/minimal")
                .change("content/figures/a\tb.png", png(photo(4, 4)))
                .build()
                .hasProblems("""
                        content/figures/a\tb.png: error: no address can be made from this file's name [address-invalid]
                          help: give it a name without backslashes, tabs and other control characters

                        1 error
                        """);
    }

    @Test
    void namesThatDifferInTheFormOfTheirAccentsAreOneName() {
        SiteFixture.of("sites/minimal")
                .change("content/figures/" + Normalizer.normalize("é.png", Normalizer.Form.NFD), png(photo(4, 4)))
                .change("content/figures/é.png", png(photo(8, 8)))
                .change(CHAPTER, chapter("![E](../figures/é.png)\n"))
                .build()
                .hasProblems("""
                        content/figures/é.png: error: two files have this name, once with accents that are characters of their own [address-taken]
                          help: rename one of them, or remove it

                        1 error
                        """);
    }

    @Test
    void theSpellingThatWasMeantIsTheHelp() {
        SiteFixture.of("sites/minimal")
                .change("content/figures/port.png", png(photo(4, 4)))
                .change(CHAPTER, chapter("""
                        ![A](../figures/Port.PNG)

                        ![B](/figures/port.png) and ![C](..\\figures\\port.png) and ![D](port.png)

                        [E](../Figures/Port.png)
                        """))
                .build()
                .hasProblems("""
                        content/case-studies/netherlands.md:7:1: error: no picture "../figures/Port.PNG" [image-missing]
                          | ![A](../figures/Port.PNG)
                          | ^^^^^^^^^^^^^^^^^^^^^^^^^
                          help: did you mean "../figures/port.png"?
                        content/case-studies/netherlands.md:9:1: error: no picture "/figures/port.png" [image-missing]
                          | ![B](/figures/port.png) and ![C](..\\figures\\port.png) and ![D](port.png)
                          | ^^^^^^^^^^^^^^^^^^^^^^^
                          help: did you mean "../figures/port.png"?
                        content/case-studies/netherlands.md:9:29: error: no picture "..\\figures\\port.png" [image-missing]
                          | ![B](/figures/port.png) and ![C](..\\figures\\port.png) and ![D](port.png)
                          |                             ^^^^^^^^^^^^^^^^^^^^^^^^^
                          help: did you mean "../figures/port.png"?
                        content/case-studies/netherlands.md:9:59: error: no picture "port.png" [image-missing]
                          | ![B](/figures/port.png) and ![C](..\\figures\\port.png) and ![D](port.png)
                          |                                                           ^^^^^^^^^^^^^^
                          help: did you mean "../figures/port.png"?
                        content/case-studies/netherlands.md:11:1: error: no page or file named "../Figures/Port.png" [link-target-missing]
                          | [E](../Figures/Port.png)
                          | ^^^^^^^^^^^^^^^^^^^^^^^^
                          help: did you mean "../figures/port.png"?
                        content/figures/port.png: warning: nothing refers to this file, so it is not published [file-unused]
                          help: link to it, or remove it

                        5 errors, 1 warning
                        """);
    }

    @Test
    void otherFormatsAreReportedWhereTheyAreShown() {
        byte[] heic = "....ftypheic....".getBytes(StandardCharsets.ISO_8859_1);
        SiteFixture site = SiteFixture.of("sites/minimal")
                .change("content/figures/phone.HEIC", heic)
                .change("content/figures/scan.tiff", "II*.")
                .change("content/case-studies/plot.pdf.bmp", "BM")
                .change("content/figures/plot.pdf", "%PDF-1.7")
                .change("content/figures/film.mp4", "film")
                .change("content/figures/renamed.jpg", heic)
                .change("content/figures/pointer.png", "version https://git-lfs.github.com/spec/v1\n")
                .change(CHAPTER, chapter("""
                        ![A](../figures/phone.HEIC)

                        Words ![B](../figures/scan.tiff) and ![C](plot.pdf.bmp)

                        | ![D](../figures/plot.pdf) |
                        | --- |
                        | ![E](../figures/film.mp4) |

                        ![F](../figures/renamed.jpg) ![G](../figures/pointer.png)
                        """));
        String shown = "error: pages show images in the formats JPEG, PNG, GIF, WebP and SVG, and not ";
        String export =
                "  help: open it in an image viewer or editor and export it: a photograph as JPEG, anything else as PNG or SVG\n";
        String problems = """
                content/case-studies/netherlands.md:7:1: SHOWN HEIC [image-unusable]
                  | ![A](../figures/phone.HEIC)
                  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                EXPORT
                content/case-studies/netherlands.md:9:7: SHOWN TIFF [image-unusable]
                  | Words ![B](../figures/scan.tiff) and ![C](plot.pdf.bmp)
                  |       ^^^^^^^^^^^^^^^^^^^^^^^^^^
                EXPORT
                content/case-studies/netherlands.md:9:38: SHOWN BMP [image-unusable]
                  | Words ![B](../figures/scan.tiff) and ![C](plot.pdf.bmp)
                  |                                      ^^^^^^^^^^^^^^^^^^
                EXPORT
                content/case-studies/netherlands.md:11:3: SHOWN PDF [image-unusable]
                  | | ![D](../figures/plot.pdf) |
                  |   ^^^^^^^^^^^^^^^^^^^^^^^^^
                EXPORT
                content/case-studies/netherlands.md:13:3: SHOWN MP4 [image-unusable]
                  | | ![E](../figures/film.mp4) |
                  |   ^^^^^^^^^^^^^^^^^^^^^^^^^
                  help: to offer the file for download write a link, without the !; to show it export an image of it
                content/figures/pointer.png: error: Git LFS has not fetched this image [image-unusable]
                  help: run "git lfs pull"
                content/figures/renamed.jpg: error: a file of the format HEIC, whatever its name ends in [image-unusable]
                  help: export the picture again, as JPEG or PNG

                7 errors
                """.replace("SHOWN ", shown).replace("EXPORT\n", export);
        site.build().hasProblems(problems);
        site.withDownloads().build().hasProblems(problems);
    }
}
