package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages that are held back are nowhere in the output. Every part of those of {@code real/held-back} has the word Zquark or is used by
 * them alone: text, titles, captions, alternative texts, names of files, terms, works, data, a country.
 */
class HeldBackTest {
    private static final String WORD = "zquark";
    private static final List<String> PAGES =
            List.of("report/03-zquark.md", "case-studies/zquark-land.md", "pages/zquark.md");
    private static final List<String> LISTS = List.of("data.yaml", "glossary.yaml", "references.bib");

    @ParameterizedTest
    @ValueSource(strings = {"embargo: 2026-12-01", "draft: true"})
    void nothingOfAPageThatIsHeldBackIsInTheOutput(String held) {
        SortedMap<String, String> without = SiteFixture.of("sites/apparatus")
                .withDownloads()
                .build()
                .isClean()
                .contents();
        SortedMap<String, String> heldBack = site(held).build().isClean().contents();
        assertThat(mentions(heldBack)).isEmpty();
        assertThat(heldBack).isEqualTo(without);
    }

    /** So that the search would find something, were it there. */
    @ParameterizedTest
    @ValueSource(strings = {"embargo: 2026-12-01", "draft: true"})
    void aPageThatIsWithdrawnAgainLeavesNothing(String held) throws IOException {
        SiteFixture site = site("");
        SortedMap<String, String> never = site(held).build().isClean().contents();
        assertThat(site.publish().isClean().files()).containsKey("report/zquark/index.html");
        Map<String, String> shown = SiteFixture.published(site.folder().resolve("public"));
        assertThat(mentions(shown))
                .contains(
                        "water.pdf",
                        "water.epub",
                        "sitemap.xml",
                        "glossary/index.html",
                        "references/index.html",
                        "figures/index.html",
                        "data/index.html",
                        "case-studies/index.html",
                        "data/zquark-shown.csv");
        PAGES.forEach(page -> hold(site, page, held));
        site.publish().isClean();
        SortedMap<String, String> withdrawn = SiteFixture.snapshot(site.folder().resolve("public"));
        assertThat(mentions(withdrawn)).isEmpty();
        withdrawn.remove(".colophon-manifest");
        assertThat(withdrawn).isEqualTo(never);
    }

    private static SiteFixture site(String held) {
        SiteFixture site =
                SiteFixture.of("sites/apparatus").overlay("real/held-back").withDownloads();
        for (String list : LISTS) {
            String more = site.text("held/" + list);
            site.edit("content/" + list, text -> text + more);
        }
        PAGES.forEach(page -> hold(site, page, held));
        return site;
    }

    private static void hold(SiteFixture site, String page, String held) {
        if (!held.isEmpty()) {
            site.edit("content/" + page, text -> text.replaceFirst("\nsummary:", "\n" + held + "\nsummary:"));
        }
    }

    /** The files that have the word in their name or in what a person can read out of them. */
    private static List<String> mentions(Map<String, String> files) {
        List<String> mentions = new ArrayList<>();
        files.forEach((path, content) -> {
            String all = path + " " + readable(path, content.getBytes(StandardCharsets.ISO_8859_1));
            if (all.toLowerCase(Locale.ROOT).contains(WORD) || all.contains("Viet")) {
                mentions.add(path);
            }
        });
        return mentions;
    }

    private static String readable(String path, byte[] content) {
        try {
            if (path.endsWith(".epub")) {
                Map<String, String> files = new TreeMap<>();
                EpubBook.of(content)
                        .files()
                        .forEach((name, bytes) -> files.put(name, new String(bytes, StandardCharsets.UTF_8)));
                return files.toString();
            }
            return path.endsWith(".pdf") ? pdf(content) : new String(content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The words of the pages, and every text of any object: metadata, bookmarks, alternative texts, names of attached files. */
    private static String pdf(byte[] content) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(content)) {
            StringBuilder text = new StringBuilder(new PDFTextStripper().getText(pdf));
            for (COSObjectKey key : pdf.getDocument().getXrefTable().keySet()) {
                texts(pdf.getDocument().getObjectFromPool(key).getObject(), text);
            }
            return text.toString();
        }
    }

    private static void texts(COSBase base, StringBuilder text) throws IOException {
        if (base instanceof COSString string) {
            text.append(string.getString()).append('\n');
        } else if (base instanceof COSArray array) {
            for (COSBase item : array) {
                texts(item, text);
            }
        } else if (base instanceof COSDictionary dictionary) {
            for (COSBase value : dictionary.getValues()) {
                texts(value, text);
            }
            if (base instanceof COSStream stream) {
                text.append(stream.toTextString());
            }
        }
    }
}
