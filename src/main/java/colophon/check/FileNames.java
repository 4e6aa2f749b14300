package colophon.check;

import colophon.diag.Suggestion;
import colophon.model.Site;
import colophon.model.SitePath;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the file that the author of an address probably meant. */
final class FileNames {
    private FileNames() {}

    /**
     * The address, from a file, of the closest name: one that differs in upper and lower case alone, a file of the same name in another
     * folder, or one with few other letters.
     *
     * @param from the file that holds the address, by its path in the content folder
     * @param address as it was written
     */
    static Optional<String> closest(String from, String address, Collection<String> known) {
        String written = SitePath.decode(address).replace('\\', '/');
        String name = Site.resolvePath(from, written).orElse(written);
        return known.stream()
                .filter(path -> !path.isEmpty() && path.equalsIgnoreCase(name))
                .sorted()
                .findFirst()
                .or(() -> elsewhere(name, known))
                .or(() -> Suggestion.closest(name, known).filter(path -> !path.isEmpty()))
                .map(path -> relative(from, path));
    }

    private static Optional<String> elsewhere(String name, Collection<String> known) {
        String fileName = fileName(name);
        return known.stream()
                .filter(path -> !path.isEmpty() && fileName(path).equals(fileName))
                .sorted()
                .findFirst();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static String relative(String from, String to) {
        int depth = (int) from.chars().filter(c -> c == '/').count();
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        return !folder.isEmpty() && to.startsWith(folder) ? to.substring(folder.length()) : "../".repeat(depth) + to;
    }
}
