package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.model.Body;
import colophon.model.HouseStyle;
import colophon.model.Prose;
import colophon.render.HtmlTypesetter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * No text takes time that grows with the square of its length, or a stack as deep as it is long. {@code src/test/attack} builds whole
 * sites of longer ones.
 */
class PathologicalMarkdownTest {
    private static final int CHARS = 10_000;
    private static final int FACTOR = 4;
    /** Of linear time it is four; of quadratic, sixteen. */
    private static final double MAX_RATIO = 9;
    /** Less says nothing: code is compiled, and memory cleaned up. */
    private static final double MIN_SECONDS = 0.2;

    private static final long STACK_BYTES = 256L << 20;

    @Test
    void isReadInTimeThatGrowsWithItsLength() throws InterruptedException {
        List<String> slow = new ArrayList<>();
        Thread thread = new Thread(
                null,
                () -> PathologicalMarkdown.all().forEach((name, texts) -> {
                    if (isSlow(texts) && isSlow(texts)) {
                        slow.add(name);
                    }
                }),
                "pathological",
                STACK_BYTES);
        List<Throwable> thrown = new ArrayList<>();
        thread.setUncaughtExceptionHandler((it, e) -> thrown.add(e));
        thread.start();
        thread.join();
        assertThat(thrown).isEmpty();
        assertThat(slow).isEmpty();
    }

    private static boolean isSlow(IntFunction<String> texts) {
        double whole = seconds(texts.apply(FACTOR * CHARS));
        return whole > MIN_SECONDS && whole > MAX_RATIO * seconds(texts.apply(CHARS));
    }

    /** How long this thread was at work, whatever others do. */
    private static double seconds(String text) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        MarkdownReader reader = new MarkdownReader(HouseStyle.plain("en"), new HtmlTypesetter(), new Problems());
        Body body = reader.read(new Source("content/report/01.md", text), 0, List.of(), true);
        assertThat(body.prose(Prose.Form.WEB_BLOCK)).isNotNull();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
    }
}
