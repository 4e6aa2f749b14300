package colophon.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file to publish. What it holds is made when it is asked for, each time anew: a site of many pages need not fit into memory, and what
 * did not change need not be made at all.
 */
public final class OutputFile {
    /** What was made. */
    public record Made(byte[] bytes, Optional<Fingerprint> from) {}

    /** Makes a file's bytes. Gives nothing when that fails, after it has said why. Safe for use by several threads. */
    public interface Maker {
        Optional<Made> make();
    }

    private final SitePath path;
    private final String madeFrom;
    private final Optional<Supplier<Fingerprint>> fingerprint;
    private final Maker maker;

    private OutputFile(SitePath path, String madeFrom, Optional<Supplier<Fingerprint>> fingerprint, Maker maker) {
        this.path = path;
        this.madeFrom = madeFrom;
        this.fingerprint = fingerprint;
        this.maker = maker;
    }

    /**
     * A file that is made when it is needed.
     *
     * @param madeFrom what it is made from, for people: "content/brief.md", "site-assets/css/site.css"
     * @param fingerprint gives that of everything it could depend on; what is made may turn out to depend on less
     */
    public static OutputFile made(SitePath path, String madeFrom, Supplier<Fingerprint> fingerprint, Maker maker) {
        return new OutputFile(path, madeFrom, Optional.of(fingerprint), maker);
    }

    public static OutputFile of(SitePath path, byte[] bytes, String madeFrom) {
        Optional<Made> made = Optional.of(new Made(bytes, Optional.empty()));
        return new OutputFile(path, madeFrom, Optional.empty(), () -> made);
    }

    public static OutputFile of(SitePath path, String text, String madeFrom) {
        return of(path, text.getBytes(StandardCharsets.UTF_8), madeFrom);
    }

    /** A text that is made when it is needed, and quicker than it could be compared. */
    public static OutputFile of(SitePath path, Supplier<String> text, String madeFrom) {
        return new OutputFile(
                path,
                madeFrom,
                Optional.empty(),
                () -> Optional.of(new Made(text.get().getBytes(StandardCharsets.UTF_8), Optional.empty())));
    }

    /** A file that is published as it is. */
    public static OutputFile of(SitePath path, InputFile file) {
        Fingerprint fingerprint = Fingerprint.of(file.digest());
        return made(
                path,
                file.path(),
                () -> fingerprint,
                () -> Optional.of(new Made(file.bytes(), Optional.of(fingerprint))));
    }

    public SitePath path() {
        return path;
    }

    public String madeFrom() {
        return madeFrom;
    }

    /** Nothing for files that are quicker made than compared. */
    public Optional<Fingerprint> fingerprint() {
        return fingerprint.map(Supplier::get);
    }

    public Optional<Made> make() {
        return maker.make();
    }

    /** For a file that can be made. */
    public byte[] bytes() {
        return make().orElseThrow().bytes();
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
