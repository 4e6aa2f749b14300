package colophon.output;

import colophon.cache.Packer;
import colophon.cache.Unpacker;
import colophon.model.Digest;
import colophon.model.Fingerprint;
import colophon.model.Fingerprint.Part;
import colophon.output.SlowFiles.Slow;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the editions that were made, kept beside them: a build in which nothing of an edition changed need not open the file to
 * say how large it is.
 */
final class Prints {
    private final SlowFiles files;

    Prints(SlowFiles files) {
        this.files = files;
    }

    /**
     * An edition that was made.
     *
     * @param name of the slow file
     * @param asked which lists of the site its template looked at
     */
    record Print(String name, int bytes, int pages, Set<Part> asked) {
        Print {
            asked = Set.copyOf(asked);
        }
    }

    /** What was made, and what was found wrong meanwhile. */
    record Found(Print print, Slow note) {}

    /** The edition that was made from the same things. */
    Optional<Found> find(Fingerprint now) {
        return files.find(noteName(now)).flatMap(note -> {
            Print print = unpack(note.bytes());
            return print.name().equals(fileName(now, print.asked())) && files.has(print.name())
                    ? Optional.of(new Found(print, note))
                    : Optional.empty();
        });
    }

    Found keep(Fingerprint now, Set<Part> asked, int pages, Slow file) {
        Print print = new Print(fileName(now, asked), file.bytes().length, pages, asked);
        Slow note = new Slow(pack(print), file.problems());
        files.keep(print.name(), file);
        files.keep(noteName(now), note);
        return new Found(print, note);
    }

    /** What an edition surely depends on; whether on more, the note says. */
    private static String noteName(Fingerprint now) {
        return "print-" + Digest.hex(now.asked(Set.of()).digest());
    }

    private static String fileName(Fingerprint now, Set<Part> asked) {
        return "edition-" + Digest.hex(now.asked(asked).digest());
    }

    private static byte[] pack(Print print) {
        Packer out = new Packer();
        out.text(print.name()).count(print.bytes()).count(print.pages());
        List<Part> asked = print.asked().stream().sorted().toList();
        out.list(asked, part -> out.count(part.ordinal()));
        return out.bytes();
    }

    private static Print unpack(byte[] note) {
        Unpacker in = new Unpacker(note);
        String name = in.text();
        int bytes = in.count();
        int pages = in.count();
        Set<Part> asked = EnumSet.noneOf(Part.class);
        asked.addAll(in.list(() -> Part.values()[in.count()]));
        return new Print(name, bytes, pages, asked);
    }
}
