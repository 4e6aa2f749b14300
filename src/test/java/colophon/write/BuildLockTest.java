package colophon.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock between processes: within one, the system does not show whether it is still held. */
class BuildLockTest {
    private static final int TAKEN = 10;
    private static final int HELD = 11;

    @TempDir
    private Path folder;

    /** Another build, in a process of its own. */
    static final class Other {
        public static void main(String[] arguments) throws IOException {
            try (BuildLock lock = BuildLock.take(Path.of(arguments[0]))) {
                System.exit(lock.isHeld() ? TAKEN : 1);
            } catch (BuildLock.HeldException e) {
                System.exit(e.getMessage().contains("(process " + arguments[1] + ")") ? HELD : 1);
            }
        }
    }

    private static int other(Path lock) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        lock.toString(),
                        String.valueOf(ProcessHandle.current().pid()))
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** To ask whether it is held once gave it up: closing a second channel to the file releases the lock of the process. */
    @Test
    void isHeldAgainstOtherProcessesUntilItIsClosed() throws IOException, InterruptedException {
        Path path = folder.resolve("lock");
        try (BuildLock lock = BuildLock.take(path)) {
            assertThat(lock.isHeld()).isTrue();
            assertThat(other(path)).isEqualTo(HELD);
            assertThat(lock.isHeld()).isTrue();
            assertThat(other(path)).isEqualTo(HELD);
        }
        assertThat(other(path)).isEqualTo(TAKEN);
    }

    @Test
    void aDeletedFileIsNoLockAnyMore() throws IOException, InterruptedException {
        Path path = folder.resolve("lock");
        try (BuildLock lock = BuildLock.take(path)) {
            Files.delete(path);
            assertThat(lock.isHeld()).isFalse();
            assertThat(other(path)).isEqualTo(TAKEN);
        }
    }
}
