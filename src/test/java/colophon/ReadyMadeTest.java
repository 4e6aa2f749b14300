package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture.Built;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A PDF that was typeset elsewhere is opened and held against the work it stands for. */
class ReadyMadeTest {
    private static final String FILE = "content/downloads/water.pdf";
    private static final String ONE = "content/report/01-one.md";
    private static final String TEXT = """
            ---
            title: One
            summary: First.
            ---

            The river carried 29.6 million tons of sand in the year before the dam was closed, and the delta lived on it.

            ## What the fishers say

            > Nobody asked us when they moved the water, and nobody asks us now that most of it is gone.

            Since then the coast has moved inland by four metres a year in the north and by nine in the south.[^a]

            [^a]: The survey of 2019 measured forty places between the two mouths, each of them twice.
            """;

    private static byte[] made;

    @BeforeAll
    static void print() {
        made = site().build().isClean().bytes("water.pdf");
    }

    private static SiteFixture site() {
        return SiteFixture.of("sites/minimal").change(ONE, TEXT).withDownloads();
    }

    private interface Change {
        void apply(PDDocument pdf) throws IOException;
    }

    private static byte[] pdf(Change change) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(made)) {
            change.apply(pdf);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void theSameTextIsInOrder() {
        site().change(FILE, made).build().isClean();
    }

    @Test
    void aWordThatWasChangedSinceIsSeen() {
        says(text -> text.replace("four metres", "five metres"), """
                content/downloads/water.pdf: warning: the source has 1 paragraph that this file has not, or has in other words [download-outdated]
                  note: content/report/01-one.md:12:1: it begins "Since then the coast has moved inland by five metres a year …"
                  help: export it again from the text as it is now, or remove it to publish the one Colophon makes

                1 warning
                """);
    }

    @Test
    void aNumberANoteAndANewParagraphAreSeen() {
        says(
                text -> text.replace("29.6", "29.5").replace("forty places", "fifty places")
                        + "\nNobody had written this when the file was exported, and so it is not there.\n",
                """
                content/downloads/water.pdf: warning: the source has 3 paragraphs that this file has not, or has in other words [download-outdated]
                  note: content/report/01-one.md:6:1: the first begins "The river carried 29.5 million tons of sand in the year …"
                  help: export it again from the text as it is now, or remove it to publish the one Colophon makes

                1 warning
                """);
    }

    private static void says(UnaryOperator<String> edit, String expected) {
        SiteFixture site = site().change(FILE, made).edit(ONE, edit);
        site.publish().hasProblems(expected);
        // What was found is remembered, and told each time.
        site.publish().hasProblems(expected);
    }

    @Test
    void anUntaggedFileIsToldAndWhatToDo() throws IOException {
        byte[] untagged = pdf(pdf -> pdf.getDocumentCatalog().setMarkInfo(null));
        site().change(FILE, untagged).build().hasProblems("""
                        content/downloads/water.pdf: warning: this PDF is not tagged: nothing in it says what is a heading, a list, a table or a picture [download-untagged]
                          help: export it as tagged PDF (in InDesign "Create Tagged PDF", in Word "Document structure tags for accessibility"), or remove it to publish the one Colophon makes

                        1 warning
                        """);
    }

    @Test
    void aLockedFileIsTold() throws IOException {
        byte[] locked = pdf(pdf -> {
            AccessPermission nothing = new AccessPermission();
            nothing.setCanExtractContent(false);
            pdf.protect(new StandardProtectionPolicy("owner", "", nothing));
        });
        assertThat(site().change(FILE, locked).build().problems())
                .contains("its text is locked against copying", "[download-locked]");
    }

    @Test
    void aFileThatNeedsAPasswordCannotBeOffered() throws IOException {
        byte[] secret = pdf(pdf -> pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));
        assertThat(site().change(FILE, secret).build().problems()).contains("error", "[download-unreadable]");
    }

    @Test
    void aFileWithoutTextIsTold() throws IOException {
        byte[] empty = pdf(pdf ->
                pdf.getPages().forEach(page -> page.getCOSObject().removeItem(org.apache.pdfbox.cos.COSName.CONTENTS)));
        assertThat(site().change(FILE, empty).build().problems()).contains("there is no text in this PDF");
    }

    @Test
    void anotherWorkIsTold() throws IOException {
        byte[] other = pdf(pdf -> pdf.getDocumentInformation().setTitle("Annual accounts"));
        SiteFixture site = site().change(FILE, other);
        site.build().isClean();
        site.edit("content/publication.yaml", text -> text.replaceFirst("title: .*", "title: The Price of Silt"));
        assertThat(site.build().problems())
                .contains("neither its title, \"Annual accounts\", nor its first pages say \"The Price of Silt\"");
    }

    @Test
    void theButtonNamesTheLanguageOfTheFile() throws IOException {
        Built built = site().change(FILE, pdf(pdf -> pdf.getDocumentCatalog().setLanguage("ja-JP")))
                .build()
                .isClean();
        assertThat(Jsoup.parse(built.text("index.html"))
                        .select(".button-details")
                        .first()
                        .text())
                .startsWith("PDF, Japanese, ");
        assertThat(Jsoup.parse(built.text("index.html")).select("a.button[hreflang=ja-JP]"))
                .hasSize(1);
        // The book is made here, and says what it is made of.
        assertThat(Jsoup.parse(built.text("index.html")).select("meta[name=publication-source]"))
                .isEmpty();
    }

    @Test
    void anUnchangedFileIsNotOpenedAgain() throws IOException {
        SiteFixture site = site().change(FILE, made);
        site.publish().isClean();
        Path file = site.folder().resolve(".colophon/files");
        assertThat(SiteFixture.snapshot(file).keySet())
                .anyMatch(name -> name.startsWith("compared-"))
                .anyMatch(name -> name.startsWith("measure-"))
                .noneMatch(name -> name.startsWith("edition-") && name.contains("water.pdf"));
    }
}
