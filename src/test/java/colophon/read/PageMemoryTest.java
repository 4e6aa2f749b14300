package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import colophon.cache.Unpacker;
import colophon.diag.Problems;
import colophon.model.Page;
import colophon.model.Release;
import colophon.model.Site;
import colophon.render.HtmlTypesetter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A later process looks again at what changed, and at all when what changed can be seen from everywhere. */
class PageMemoryTest {
    private static final String ONE = "content/report/01-one.md";
    private static final String TWO = "content/report/02-two.md";

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private SiteFixture fixture;
    private SourceTree sources;
    private PageMemory memory = new PageMemory();

    @BeforeEach
    void settle() throws IOException {
        fixture = SiteFixture.of("sites/minimal")
                .change(ONE, "---\ntitle: One\nsummary: First.\n---\n\n## Part {#part}\n\nText.\n")
                .change(TWO, "---\ntitle: Two\nsummary: Second.\n---\n\nSee [one](01-one.md#part).\n");
        Site site = read();
        assertThat(memory.unsettled(site)).isEqualTo(site.pages());
        memory.settle();
    }

    @AfterEach
    void close() {
        worker.shutdownNow();
    }

    @Test
    void looksAtNoTextWhenNothingChanged() throws IOException {
        assertThat(unsettledTexts(later())).isEmpty();
    }

    @Test
    void looksOnlyAtATextOfWhichOthersSeeNothing() throws IOException {
        fixture.edit(ONE, text -> text.replace("Text.", "A longer text."));
        assertThat(unsettledTexts(later())).containsExactly(ONE);
        memory.settle();
        assertThat(unsettledTexts(later())).isEmpty();
    }

    @Test
    void looksAtAllWhenAHeadingChanged() throws IOException {
        fixture.edit(ONE, text -> text.replace("{#part}", "{#whole}"));
        assertThat(unsettledTexts(later())).contains(ONE, TWO);
    }

    @Test
    void looksAtAllWhenASettingOrATemplateChanged() throws IOException {
        fixture.edit("content/site.yaml", text -> text + "\n");
        assertThat(unsettledTexts(later())).contains(ONE, TWO);
        memory.settle();
        fixture.change("templates/pages/page.ftlh", "<!DOCTYPE html>");
        assertThat(unsettledTexts(later())).contains(ONE, TWO);
    }

    @Test
    void looksAtAllAgainUntilNothingIsWrong() throws IOException {
        fixture.edit(ONE, text -> text.replace("{#part}", "{#whole}"));
        later();
        assertThat(unsettledTexts(later())).contains(ONE, TWO);
    }

    @Test
    void givesThePagesThatWerePacked() throws IOException {
        Page before = page(read(), "report/02-two.md");
        Page after = page(later(), "report/02-two.md");
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("origin", "text")
                .isEqualTo(before);
        assertThat(after.origin().position()).isEqualTo(before.origin().position());
        assertThat(after.body().orElseThrow().outline().links().get(0).target()).isEqualTo("01-one.md#part");
        assertThat(after.body().orElseThrow().outline().links().get(0).span().position())
                .isEqualTo(before.body()
                        .orElseThrow()
                        .outline()
                        .links()
                        .get(0)
                        .span()
                        .position());
        assertThat(after.body().orElseThrow().outline().words()).isEqualTo(before.words());
    }

    private static Page page(Site site, String name) {
        return site.page(name).orElseThrow();
    }

    private List<String> unsettledTexts(Site site) {
        return memory.unsettled(site).stream()
                .filter(page -> page.text().isPresent())
                .map(page -> page.origin().source().path())
                .toList();
    }

    /** The site as another process reads it. */
    private Site later() throws IOException {
        memory = PageMemory.unpack(new Unpacker(memory.pack(sources, Long.MAX_VALUE)));
        return read();
    }

    private Site read() throws IOException {
        sources = SourceTree.read(fixture.folder(), () -> (path, stamp) -> OptionalLong.empty(), Runnable::run);
        ReadOptions options = new ReadOptions(Release.usual(), Optional.empty(), "test", true);
        Problems problems = new Problems();
        Optional<Site> site =
                new ContentReader(sources, options, memory, new HtmlTypesetter(), worker, problems).read();
        assertThat(problems.sorted()).isEmpty();
        return site.orElseThrow();
    }
}
