package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as people start it, and all it says. A test that is done with it closes it. */
public final class RunningProgram implements AutoCloseable {
    /** Nothing takes that long: whatever hangs is ended, and fails. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final StringBuffer words = new StringBuffer();
    private final Thread listener;

    private RunningProgram(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        process = builder.start();
        listener = new Thread(this::listen);
        listener.setDaemon(true);
        listener.start();
    }

    /** @param java options for Java */
    public static RunningProgram start(List<String> java, String... arguments) throws IOException {
        return new RunningProgram(command(java, arguments));
    }

    /** The same, able to hear Ctrl-C. */
    public static RunningProgram startInterruptible(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        // Who is started in the background of a shell does not hear Ctrl-C, nor do those it starts.
        List<String> hearing = List.of("env", "--default-signal=INT");
        if (new ProcessBuilder(hearing).redirectErrorStream(true).start().waitFor() == 0) {
            command.addAll(hearing);
        }
        command.addAll(command(List.of(), arguments));
        return new RunningProgram(command);
    }

    /** The same where no file may grow beyond a size: to a program, that is a full disk. */
    public static RunningProgram startWithFilesUpTo(int bytes, String... arguments) throws IOException {
        int blocks = bytes / 512;
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"));
        command.addAll(command(List.of("-XX:-UsePerfData"), arguments));
        return new RunningProgram(command);
    }

    private static List<String> command(List<String> java, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
        // The tests bring libraries for logs along, which the program does not have.
        command.add("-Dorg.freemarker.loggerLibrary=none");
        command.addAll(java);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "colophon.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private void listen() {
        try (Reader in = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            char[] buffer = new char[1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                words.append(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All it said so far. */
    public String words() {
        return words.toString();
    }

    /** Waits until it has said something. */
    public void hear(String part) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!words().contains(part) && process.isAlive() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        listener.join(process.isAlive() ? 1 : PATIENCE.toMillis());
        assertThat(words()).contains(part);
    }

    /** What Ctrl-C does. */
    public RunningProgram interrupt() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
                        .start()
                        .waitFor())
                .isZero();
        return this;
    }

    /** Waits for the end. */
    public int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("still running, having said: %s", words())
                .isTrue();
        listener.join(PATIENCE.toMillis());
        return process.exitValue();
    }

    /** Waits a while, or for the end if that is sooner. */
    public void runFor(long millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Kills it if it is still running. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
