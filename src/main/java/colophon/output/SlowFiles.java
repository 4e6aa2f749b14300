package colophon.output;

import colophon.diag.Problem;
import java.util.List;
import java.util.Optional;

/** Files that took long to make, kept from build to build. Their names tell what they were made from. Safe for use by several threads. */
public interface SlowFiles {
    /** A file, and what was found wrong while it was made. */
    record Slow(byte[] bytes, List<Problem> problems) {
        public Slow {
            problems = List.copyOf(problems);
        }
    }

    Optional<Slow> find(String name);

    /** Whether there is such a file, which counts as wanted, without opening it. */
    boolean has(String name);

    void keep(String name, Slow file);
}
