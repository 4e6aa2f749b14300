package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture.Built;
import colophon.model.Release;
import colophon.model.Release.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What is under embargo is nowhere in the site before its day, and on its day the site is as if there had never been one. */
class EmbargoTest {
    private static final String WORK = "content/publication.yaml";
    private static final String CHAPTER = "content/report/02-secret.md";
    private static final String EMBARGO = "embargo: 2026-12-01\n";
    private static final String MARK = "Under embargo until 1 December 2026";
    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2'/>";

    @Test
    void aPageIsNowhereInTheSiteBeforeItsDay() {
        SortedMap<String, String> without = site("").remove(CHAPTER)
                .remove("content/figures/secret.svg")
                .remove("content/data/secret.csv")
                .remove("content/data.yaml")
                .withDownloads()
                .build()
                .isClean()
                .contents();
        assertThat(site(EMBARGO).withDownloads().build().isClean().contents()).isEqualTo(without);
        assertThat(site(EMBARGO)
                        .withDownloads()
                        .on("2026-11-30")
                        .build()
                        .isClean()
                        .contents())
                .isEqualTo(without);
    }

    @Test
    void aPageIsAsIfItNeverHadAnEmbargoFromItsDayOn() {
        SortedMap<String, String> free =
                site("").withDownloads().build().isClean().contents();
        for (String day : List.of("2026-12-01", "2031-01-01")) {
            assertThat(site(EMBARGO).withDownloads().on(day).build().isClean().contents())
                    .as(day)
                    .isEqualTo(free);
        }
    }

    @Test
    void aWorkIsAsIfItNeverHadAnEmbargoFromItsDayOn() {
        SortedMap<String, String> free = SiteFixture.of("sites/minimal")
                .withDownloads()
                .build()
                .isClean()
                .contents();
        Built onTheDay = SiteFixture.of("sites/minimal")
                .edit(WORK, text -> text + EMBARGO)
                .withDownloads()
                .on("2026-12-01")
                .build();
        assertThat(onTheDay.isClean().contents()).isEqualTo(free);
    }

    @Test
    void everyKindOfPageCanBeUnderEmbargo() {
        SiteFixture site = SiteFixture.of("sites/minimal");
        for (String file : List.of("brief.md", "report/01-why.md", "case-studies/netherlands.md", "pages/about.md")) {
            site.edit("content/" + file, text -> text.replaceFirst("---\n", "---\n" + EMBARGO));
        }
        assertThat(pages(site.build().isClean())).containsOnlyKeys("404.html", "authors/index.html", "index.html");
        assertThat(pages(site.on("2026-12-01").build().isClean())).hasSize(9);
    }

    @Test
    void aDraftUnderEmbargoNeedsBoth() {
        SiteFixture site = site("draft: true\n" + EMBARGO);
        String page = "report/secret/index.html";
        assertThat(site.build().isClean().files()).doesNotContainKey(page);
        site.on("2026-12-01");
        assertThat(site.build().isClean().files()).doesNotContainKey(page);
        site.with(BuildOptions::withDrafts);
        assertThat(site.build().isClean().files()).containsKey(page);
        site.on("2026-11-30");
        assertThat(site.build().isClean().files()).doesNotContainKey(page);
    }

    @Test
    void aReadyMadePdfWaitsForTheLastPageItMayHold() {
        SiteFixture site =
                site(EMBARGO).edit("content/brief.md", text -> text.replace("---\nt", "---\n" + EMBARGO + "t"));
        byte[] pdf = SiteFixture.of("sites/minimal").withDownloads().build().bytes("brief/water-brief.pdf");
        site.change("content/downloads/water.pdf", pdf).change("content/downloads/water-brief.pdf", pdf);
        assertThat(site.build().isClean().files().keySet()).noneMatch(path -> path.endsWith(".pdf"));
        Built onTheDay = site.on("2026-12-01").build().isClean();
        assertThat(onTheDay.bytes("water.pdf")).isEqualTo(pdf);
        assertThat(onTheDay.bytes("brief/water-brief.pdf")).isEqualTo(pdf);
    }

    @Test
    void aPreviewShowsAPageWithItsMarkUntilItsDay() {
        SiteFixture site = site(EMBARGO).with(EmbargoTest::preview);
        assertThat(marks(site.build().isClean())).isEqualTo(Map.of("report/secret/index.html", MARK));
        assertThat(marks(site.on("2026-12-01").build().isClean())).isEmpty();
    }

    /** A picture of any page of it would give the work away. */
    @Test
    void aPreviewMarksEveryPageOfAWorkWithTheDayOnWhichItCanBeRead() {
        SiteFixture site =
                site("embargo: 2027-01-15\n").edit(WORK, text -> text + EMBARGO).with(EmbargoTest::preview);
        Map<String, String> marks = new TreeMap<>();
        for (String page : List.of(
                "",
                "about/",
                "authors/",
                "brief/",
                "case-studies/",
                "case-studies/netherlands/",
                "data/",
                "report/",
                "report/why/")) {
            marks.put(page + "index.html", MARK);
        }
        marks.put("report/secret/index.html", "Under embargo until 15 January 2027");
        assertThat(marks(site.build().isClean())).isEqualTo(marks);
    }

    @Test
    void aCheckLooksAtAWorkAsItWillBeOnItsDay() {
        SiteFixture site = site(EMBARGO)
                .edit(WORK, text -> text + EMBARGO)
                .edit("content/brief.md", text -> text + "\nSee [it](report/02-secret.md).\n")
                .with(given -> given.with(new Release(Purpose.CHECK, false, Optional.empty())));
        Built built = site.build().isClean();
        assertThat(built.files()).containsKey("report/secret/index.html");
        assertThat(built.result().unreleased().work()).contains(LocalDate.of(2026, 12, 1));
    }

    @Test
    void aMistakeInThePagesUnderEmbargoIsFoundBeforeTheirDay() {
        site(EMBARGO + "titel: Secret\n").build().hasProblems("""
                        content/report/02-secret.md:5:1: error: no field named "titel" in chapter [field-unknown]
                          | titel: Secret
                          | ^^^^^
                          help: did you mean "title"?

                        1 error
                        """);
    }

    /** A chapter with a picture and a file that nothing else uses. */
    private static SiteFixture site(String fields) {
        return SiteFixture.of("sites/minimal")
                .change(
                        CHAPTER,
                        "---\ntitle: Secret\nsummary: Nobody knows.\n" + fields
                                + "---\n\n![Secret](../figures/secret.svg)\n\n[Numbers](../data/secret.csv)\n")
                .change("content/figures/secret.svg", SVG)
                .change("content/data/secret.csv", "a,b\n")
                .change(
                        "content/data.yaml",
                        "- {file: secret.csv, title: Secret numbers, description: Numbers., source: Nobody}");
    }

    private static BuildOptions preview(BuildOptions given) {
        return given.with(new Release(Purpose.PREVIEW, true, Optional.empty()));
    }

    private static Map<String, String> pages(Built built) {
        Map<String, String> pages = new TreeMap<>();
        built.files().forEach((path, file) -> {
            if (path.endsWith(".html")) {
                pages.put(path, file.text());
            }
        });
        return pages;
    }

    /** What the pages that have a mark say. */
    private static Map<String, String> marks(Built built) {
        Map<String, String> marks = new TreeMap<>();
        pages(built)
                .forEach((path, html) ->
                        Jsoup.parse(html).select("main .embargo").forEach(mark -> marks.put(path, mark.text())));
        return marks;
    }
}
