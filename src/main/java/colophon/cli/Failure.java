package colophon.cli;

import colophon.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** What ended a command that has no problem to report: the environment, in one sentence with the next step, or a defect of ours. */
final class Failure {
    private static final long MIB = 1 << 20;

    private Failure() {}

    /** Says what it was, and gives the exit code. */
    static int print(Throwable thrown, PrintWriter err) {
        Optional<String> environment = environment(thrown);
        if (environment.isPresent()) {
            err.println("colophon: " + environment.get());
            return Main.ENVIRONMENT;
        }
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        err.println("colophon: this is a defect of Colophon, not of your content.");
        err.println("Please report it with these lines:");
        err.println("Colophon " + Version.number() + ", Java " + Runtime.version());
        err.print(trace);
        return Main.DEFECT;
    }

    /** What the system does not allow, or has not, is no defect, and none of the content. */
    private static Optional<String> environment(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof OutOfMemoryError error) {
                return Optional.of(memory(error));
            }
            if (e instanceof InvalidPathException invalid) {
                return Optional.of("this system cannot write the file name \"" + invalid.getInput()
                        + "\" in its locale; set COLOPHON_LOCALE=C.UTF-8, or rename it");
            }
        }
        if (thrown instanceof UncheckedIOException unchecked) {
            return Optional.of(reason(unchecked.getCause()));
        }
        return thrown instanceof IOException io ? Optional.of(reason(io)) : Optional.empty();
    }

    private static String memory(OutOfMemoryError error) {
        boolean threads = String.valueOf(error.getMessage()).contains("native thread");
        return threads
                ? "the system allows no more threads; end other programs, or raise the number of processes (ulimit -u)"
                : "not enough memory: Java may use "
                        + Runtime.getRuntime().maxMemory() / MIB
                        + " MiB here; allow it more, such as COLOPHON_JAVA_OPTIONS=-Xmx1g";
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "not allowed to read or write " + denied.getFile();
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there";
        }
        if (e instanceof FileAlreadyExistsException present) {
            return present.getFile() + " is in the way";
        }
        return e.getMessage();
    }
}
