package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people type, and the whole of what they then read. */
class MainTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpListsTheCommandsWithExamples() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .startsWith(
                        "Usage: colophon [-hV] COMMAND\nPublishes a report, its brief and its case studies as a web site with PDF\ndownloads.\n")
                .contains("build ", "check ", "new ", "generate-completion", "Examples:", "colophon new water-report");
    }

    @Test
    void everyCommandHasHelpWithExamples() {
        for (String command : new String[] {"build", "check", "preview", "new"}) {
            assertThat(run(command, "--help")).isZero();
        }
        assertThat(out.toString())
                .contains(
                        "--base-url",
                        "--strict",
                        "--drafts",
                        "--date 2026-12-01",
                        "--output",
                        "--no-downloads",
                        "Examples:",
                        "Example:");
    }

    @Test
    void versionIsTheProjects() throws IOException {
        assertThat(run("--version")).isZero();
        String pom = Files.readString(SiteFixture.project().resolve("pom.xml"));
        String version = pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>"));
        assertThat(out.toString()).isEqualTo("Colophon " + version + "\n");
    }

    @Test
    void unknownOptionsAndCommandsGetASuggestion() {
        assertThat(run("biuld")).isEqualTo(Main.USAGE);
        assertThat(run("build", "--outptu", "x")).isEqualTo(Main.USAGE);
        assertThat(err.toString())
                .isEqualTo("colophon: Unmatched argument at index 0: 'biuld'\nDid you mean: colophon build?\n"
                        + "colophon: Unknown option: '--outptu'\nPossible solutions: --output\n");
    }

    @Test
    void missingFolderBadAddressAndBadDateAreWrongUsage() {
        assertThat(run("build", "nowhere")).isEqualTo(Main.USAGE);
        assertThat(run("check", folder.toString(), "--base-url", "ftp://x")).isEqualTo(Main.USAGE);
        assertThat(run("build", folder.toString(), "--date", "2026-02-29")).isEqualTo(Main.USAGE);
        assertThat(err.toString())
                .isEqualTo("colophon: there is no folder \"nowhere\"\nTry \"colophon build --help\".\n"
                        + "colophon: --base-url: \"ftp://x\" is not a web address such as https://example.org/report/\n"
                        + "Try \"colophon check --help\".\n"
                        + "colophon: --date: \"2026-02-29\" is not a date such as 2026-12-01\n"
                        + "Try \"colophon build --help\".\n");
    }

    @Test
    void aNewPublicationBuildsCleanAtOnce() {
        String site = folder.resolve("water").toString();
        assertThat(run("new", site)).isZero();
        assertThat(run("build", "--strict", site)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("Made " + site + " with 13 files. Publish it: colophon build " + site)
                .containsPattern(
                        "Published 15 pages and 5 downloads to .*public \\(\\d+ files, \\d+\\.\\d MB, \\d+ new or changed\\) in");
        assertThat(err.toString()).isEmpty();
        assertThat(folder.resolve("water/public/water-for-all.pdf")).exists();
    }

    @Test
    void newLeavesAFolderInUseAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        assertThat(run("new", folder.toString())).isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains("is there already and not empty");
        assertThat(SiteFixture.snapshot(folder)).containsOnlyKeys("thesis.txt");
    }

    @Test
    void whatTheSystemRefusesIsToldWithoutAStackTrace() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a file");
        assertThat(run("new", file.resolve("below").toString())).isEqualTo(Main.ENVIRONMENT);
        assertThat(err.toString()).startsWith("colophon: ").doesNotContain("\tat ", "defect");
    }

    /** The numbers are an interface: scripts and workflows tell by them whether another attempt may help. */
    @Test
    void exitCodesAreThoseOfTheManual() throws IOException {
        SiteFixture site = SiteFixture.of("sites/minimal");
        String[] build = {"build", "--no-downloads", site.folder().toString()};
        assertThat(run("check", "--quiet", site.folder().toString())).isEqualTo(0);
        site.edit("content/brief.md", text -> text + "\n[x](nowhere.md)\n");
        assertThat(run(build)).isEqualTo(1);
        assertThat(run("build", "--no-such-option")).isEqualTo(2);
        site.edit("content/brief.md", text -> text.replace("\n[x](nowhere.md)\n", ""));
        Path file = Files.writeString(folder.resolve("file"), "a file");
        String below = file.resolve("below").toString();
        assertThat(run("build", "--no-downloads", site.folder().toString(), "--output", below))
                .isEqualTo(3);
        assertThat(run("new", below)).isEqualTo(3);
        assertThat(Failure.print(new IllegalStateException("a defect"), new PrintWriter(err)))
                .isEqualTo(70);
        assertThat(Failure.print(new UncheckedIOException(new IOException("no disk")), new PrintWriter(err)))
                .isEqualTo(3);
    }

    @Test
    void problemsGoToStandardErrorWithTheirSum() {
        SiteFixture site = SiteFixture.of("sites/minimal").overlay("problems/field-unknown");
        assertThat(run("build", "--no-downloads", site.folder().toString())).isEqualTo(Main.PROBLEMS);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith("content/pages/about.md:2:1: error: no field named \"titel\" in page [field-unknown]\n")
                .endsWith("\n2 errors\nNothing was published; " + site.folder().resolve("public") + " is as it was.\n");
    }

    @Test
    void problemsAreWrittenForProgramsToo() {
        SiteFixture site = SiteFixture.of("sites/minimal").overlay("problems/footnote-duplicate");
        assertThat(run("check", "--format", "json", site.folder().toString())).isEqualTo(Main.PROBLEMS);
        assertThat(err.toString())
                .isEqualTo(
                        "{\"rule\":\"footnote-duplicate\",\"severity\":\"error\",\"file\":\"content/pages/about.md\",\"line\":9,\"column\":1,"
                                + "\"message\":\"a second note named \\\"a\\\"\",\"help\":\"give it a name of its own\",\"notes\":[{\"file\":"
                                + "\"content/pages/about.md\",\"line\":8,\"column\":1,\"message\":\"the first one\"}]}\n");
        err.getBuffer().setLength(0);
        assertThat(run("check", "--format", "github", site.folder().toString())).isEqualTo(Main.PROBLEMS);
        assertThat(err.toString())
                .isEqualTo(
                        "::error file=content/pages/about.md,line=9,col=1,title=footnote-duplicate::a second note named \"a\""
                                + "%0Agive it a name of its own\n");
    }

    @Test
    void warningsStopOnlyAStrictBuild() {
        SiteFixture site = SiteFixture.of("sites/minimal").overlay("problems/title-in-body");
        assertThat(run("check", site.folder().toString())).isZero();
        assertThat(out.toString()).isEqualTo("No errors in 9 pages.\n");
        assertThat(run("check", "--strict", site.folder().toString())).isEqualTo(Main.PROBLEMS);
    }

    @Test
    void quietSaysNothing() {
        SiteFixture site = SiteFixture.of("sites/minimal");
        assertThat(run("build", "--quiet", site.folder().toString())).isZero();
        assertThat(out.toString() + err).isEmpty();
    }

    @Test
    void draftsArePublishedOnRequest() {
        SiteFixture site = SiteFixture.of("sites/minimal")
                .change("content/pages/later.md", "---\ntitle: Later\nsummary: S.\ndraft: true\n---\n\nText.\n");
        assertThat(run("build", "--no-downloads", site.folder().toString())).isZero();
        assertThat(site.folder().resolve("public/later")).doesNotExist();
        assertThat(run("build", "--no-downloads", "--drafts", site.folder().toString()))
                .isZero();
        assertThat(site.folder().resolve("public/later/index.html")).content().contains("Draft");
    }

    @Test
    void pagesUnderEmbargoArePublishedOnTheirDay() {
        SiteFixture site = SiteFixture.of("sites/minimal").change("content/pages/press.md", embargoed("2026-12-01"));
        String folder = site.folder().toString();
        assertThat(run("build", "--no-downloads", folder)).isZero();
        assertThat(site.folder().resolve("public/press")).doesNotExist();
        assertThat(run("build", "--no-downloads", "--date", "2026-11-30", folder))
                .isZero();
        assertThat(err.toString())
                .isEqualTo(
                        "Not published: 1 page is under embargo until 2026-12-01. Publish it with --date 2026-12-01 or later.\n"
                                .repeat(2));
        err.getBuffer().setLength(0);
        assertThat(run("build", "--no-downloads", "--quiet", folder)).isZero();
        assertThat(run("build", "--no-downloads", "--date", "2026-12-01", folder))
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(site.folder().resolve("public/press/index.html")).exists();
    }

    @Test
    void whatIsUnderEmbargoIsToldInOneLine() {
        SiteFixture site = SiteFixture.of("sites/minimal")
                .change("content/pages/a.md", embargoed("2026-12-01"))
                .change("content/pages/b.md", embargoed("2026-12-01"));
        assertThat(toldByBuild(site))
                .isEqualTo(
                        "Not published: 2 pages are under embargo until 2026-12-01. Publish them with --date 2026-12-01 or later.\n");
        site.change("content/pages/c.md", embargoed("2027-01-15"));
        assertThat(toldByBuild(site))
                .isEqualTo("Not published: 3 pages are under embargo, 2 until 2026-12-01, 1 until 2027-01-15."
                        + " Publish the first with --date 2026-12-01, all with --date 2027-01-15 or later.\n");
        site.change("content/pages/d.md", embargoed("2027-02-01"))
                .change("content/pages/e.md", embargoed("2028-01-01"));
        assertThat(toldByBuild(site))
                .isEqualTo(
                        "Not published: 5 pages are under embargo, the first until 2026-12-01, the last until 2028-01-01."
                                + " Publish the first with --date 2026-12-01, all with --date 2028-01-01 or later.\n");
    }

    @Test
    void aReadyMadePdfThatWaitsIsTold() {
        SiteFixture site = SiteFixture.of("sites/minimal")
                .change("content/report/02-later.md", embargoed("2026-12-01"))
                .change("content/downloads/water.pdf", "not opened before its day");
        assertThat(toldByBuild(site))
                .isEqualTo("Not published: 1 page is under embargo until 2026-12-01. downloads/water.pdf waits too."
                        + " Publish it with --date 2026-12-01 or later.\n");
        site.change("content/brief.md", embargoed("2026-12-01"))
                .change("content/downloads/water-brief.pdf", "this too");
        assertThat(toldByBuild(site))
                .isEqualTo("Not published: 2 pages are under embargo until 2026-12-01."
                        + " downloads/water-brief.pdf and downloads/water.pdf wait too."
                        + " Publish them with --date 2026-12-01 or later.\n");
    }

    @Test
    void aWorkUnderEmbargoIsCheckedBeforeItsDayAndNotPublished() {
        SiteFixture site = SiteFixture.of("sites/minimal")
                .edit("content/publication.yaml", text -> text + "embargo: 2026-12-01\n")
                .change("content/pages/press.md", embargoed("2026-12-01"))
                .change("content/pages/later.md", embargoed("2027-01-15"));
        assertThat(run("check", site.folder().toString())).isZero();
        assertThat(out.toString()).isEqualTo("No problems in 10 pages.\n");
        assertThat(err.toString())
                .isEqualTo(
                        "The work is under embargo until 2026-12-01 and was looked at as it will be on that day.\n"
                                + "Left out: 1 page is under embargo until 2027-01-15. Include it with --date 2027-01-15 or later.\n");
        err.getBuffer().setLength(0);
        assertThat(run("check", "--quiet", site.folder().toString())).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(run("build", "--no-downloads", site.folder().toString())).isEqualTo(Main.PROBLEMS);
        assertThat(err.toString())
                .startsWith("content/publication.yaml:12:10: error: the work is under embargo until 2026-12-01")
                .endsWith("\n1 error\nNothing was published; " + site.folder().resolve("public") + " is as it was.\n");
    }

    private String toldByBuild(SiteFixture site) {
        err.getBuffer().setLength(0);
        assertThat(run("build", "--no-downloads", site.folder().toString())).isZero();
        return err.toString();
    }

    private static String embargoed(String day) {
        return "---\ntitle: Later\nsummary: S.\nembargo: " + day + "\n---\n\nText.\n";
    }

    @Test
    void completionIsAScriptThatBashAccepts() throws IOException, InterruptedException {
        assertThat(run("generate-completion")).isZero();
        Path script = Files.writeString(folder.resolve("completion.sh"), out.toString());
        Process bash =
                new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();
        assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(bash.exitValue()).isZero();
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), () -> false, arguments);
    }
}
