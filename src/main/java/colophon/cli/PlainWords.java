package colophon.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed after a command, where it needs no explanation: options, each once at most, and a folder that is there.
 *
 * @param flags the options without a value
 * @param values those with one, by name
 */
record PlainWords(Path site, Set<String> flags, Map<String, String> values) {
    /**
     * Takes a command line apart; nothing when it is of another command, or when anything in it is less than plain.
     *
     * @param flags what options without a value there are
     * @param valued the names of those with one, by what can be typed for them
     */
    static Optional<PlainWords> parse(
            String command, Set<String> flags, Map<String, String> valued, String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals(command)) {
            return Optional.empty();
        }
        Set<String> found = new HashSet<>();
        Map<String, String> values = new HashMap<>();
        Optional<Path> site = Optional.empty();
        for (int i = 1; i < arguments.length; i++) {
            String argument = arguments[i];
            boolean plain;
            if (flags.contains(argument)) {
                plain = found.add(argument);
            } else if (valued.containsKey(argument)) {
                i++;
                plain = i < arguments.length
                        && isName(arguments[i])
                        && values.put(valued.get(argument), arguments[i]) == null;
            } else {
                plain = site.isEmpty() && isName(argument);
                site = plain ? Optional.of(Path.of(argument)) : site;
            }
            if (!plain) {
                return Optional.empty();
            }
        }
        return Optional.of(new PlainWords(site.orElse(Path.of(".")), found, values))
                .filter(words -> Files.isDirectory(words.site));
    }

    /** Whether a word can only be a name or a number. */
    private static boolean isName(String word) {
        return !word.isEmpty() && "-@\"'".indexOf(word.charAt(0)) < 0 && word.indexOf('\0') < 0;
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    boolean isQuiet() {
        return has("--quiet") || has("-q");
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
