package colophon.model;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything to publish. Refuses two files with one path, also where only a Mac or Windows disk takes them for one, and a file where
 * another has a folder.
 */
public final class OutputTree {
    private final SortedMap<SitePath, OutputFile> files = new TreeMap<>();
    private final Map<String, OutputFile> byFoldedPath = new HashMap<>();

    /** The first file in each folder. */
    private final Map<String, OutputFile> byFoldedFolder = new HashMap<>();

    /** Adds a file; a second one with the same path is a problem, and is left out. */
    public void add(OutputFile file, Problems problems) {
        String folded = fold(file.path().value());
        OutputFile other = inTheWay(folded);
        if (other == null) {
            byFoldedPath.put(folded, file);
            for (int end = folded.lastIndexOf('/'); end > 0; end = folded.lastIndexOf('/', end - 1)) {
                byFoldedFolder.putIfAbsent(folded.substring(0, end), file);
            }
            files.put(file.path(), file);
            return;
        }
        problems.add(
                Rule.ADDRESS_TAKEN,
                Source.ofFile(file.madeFrom()).whole(),
                "its address /" + address(file) + " is already that of " + other.madeFrom(),
                "rename one of the two files",
                new Problem.Note(Source.ofFile(other.madeFrom()).whole(), "the other file"));
    }

    /** A file with the same path, one in a folder of that name, or one that has the name of a folder of the path; else null. */
    private OutputFile inTheWay(String folded) {
        OutputFile other = byFoldedPath.getOrDefault(folded, byFoldedFolder.get(folded));
        for (int end = folded.lastIndexOf('/'); end > 0 && other == null; end = folded.lastIndexOf('/', end - 1)) {
            other = byFoldedPath.get(folded.substring(0, end));
        }
        return other;
    }

    private static String fold(String path) {
        return (isAscii(path) ? path : Normalizer.normalize(path, Normalizer.Form.NFC)).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String address(OutputFile file) {
        String path = file.path().value();
        return path.endsWith("index.html") ? path.substring(0, path.length() - "index.html".length()) : path;
    }

    public Optional<OutputFile> find(SitePath path) {
        return Optional.ofNullable(files.get(path));
    }

    public Collection<OutputFile> files() {
        return files.values();
    }
}
