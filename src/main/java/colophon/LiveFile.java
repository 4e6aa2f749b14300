package colophon;

import colophon.model.Fingerprint;
import colophon.model.Fingerprint.Part;
import colophon.model.OutputFile;
import colophon.model.OutputFile.Made;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A file of a site that is kept in memory: made when it is first asked for, and then kept. */
public final class LiveFile {
    private final OutputFile file;
    private final long changed;
    private final Set<Part> because;
    private volatile Optional<Made> made;

    private LiveFile(OutputFile file, long changed, Set<Part> because, Optional<Made> made) {
        this.file = file;
        this.changed = changed;
        this.because = because;
        this.made = made;
    }

    static LiveFile first(OutputFile file, long version) {
        return new LiveFile(file, version, EnumSet.noneOf(Part.class), Optional.empty());
    }

    /** The file of a later version of the site, which may be the same. */
    LiveFile after(OutputFile next, long version) {
        Set<Part> changes = EnumSet.noneOf(Part.class);
        boolean same;
        Optional<Fingerprint> then = made.flatMap(Made::from).or(file::fingerprint);
        Optional<Fingerprint> now = next.fingerprint();
        if (now.isPresent() && then.isPresent()) {
            changes = now.get().changedSince(then.get());
            same = changes.isEmpty();
        } else {
            same = Arrays.equals(next.bytes(), bytes().orElse(new byte[0]));
        }
        return same
                ? new LiveFile(next, changed, because, made)
                : new LiveFile(next, version, changes, Optional.empty());
    }

    OutputFile file() {
        return file;
    }

    /** The version of the site in which it changed last. */
    long changed() {
        return changed;
    }

    /** Why it changed then; empty when it was new. */
    Set<Part> because() {
        return because;
    }

    Optional<byte[]> bytes() {
        if (made.isEmpty()) {
            made = file.make();
        }
        return made.map(Made::bytes);
    }
}
