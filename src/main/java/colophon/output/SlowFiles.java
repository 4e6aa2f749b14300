package colophon.output;

import java.util.Optional;

/** Files that took long to make, kept from build to build. Their names tell what they were made from. */
public interface SlowFiles {
    Optional<byte[]> find(String name);

    void keep(String name, byte[] bytes);

    /** Remembers nothing. */
    static SlowFiles none() {
        return new SlowFiles() {
            @Override
            public Optional<byte[]> find(String name) {
                return Optional.empty();
            }

            @Override
            public void keep(String name, byte[] bytes) {
                // Nobody will ask for it.
            }
        };
    }
}
