package colophon.output;

import colophon.model.Lazy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the words of a language may be broken, by the patterns of TeX: Franklin Mark Liang, Word Hy-phen-a-tion by Com-put-er, 1983.
 *
 * <p>A pattern is letters with numbers between them. Of all the patterns in a word the highest number at each place counts, and where that
 * is odd the word may be broken.
 */
final class Hyphenator {
    static final char SOFT_HYPHEN = '\u00AD';

    /** Fewer letters are not worth a hyphen. */
    private static final int SHORTEST = 6;

    private static final int LEAST_BEFORE = 3;
    private static final int LEAST_AFTER = 3;

    private static final String EDGE = ".";
    private static final String NOTICE = "%";

    /** The languages that there are patterns of, read when the first document in one of them is printed. */
    private static final class Known {
        static final Map<String, Lazy<Hyphenator>> LANGUAGES = Stream.of("de", "en-gb", "en-us", "es", "fr")
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> new Lazy<>(() -> read(name))));
    }

    /** Numbers before, between and behind the letters of each pattern. */
    private final Map<String, byte[]> patterns = new HashMap<>();

    private final Map<String, String> exceptions = new HashMap<>();
    private final String name;
    private int longest;

    private Hyphenator(String name, String text) {
        this.name = name;
        for (String line : text.split("\n")) {
            if (!line.startsWith(NOTICE)) {
                for (String word : line.split(" ")) {
                    if (!word.isEmpty()) {
                        add(word);
                    }
                }
            }
        }
    }

    /** For a language as HTML writes it, such as {@code en} or {@code fr-CA}; nothing when its patterns are not known. */
    static Optional<Hyphenator> of(String language) {
        String tag = language.toLowerCase(Locale.ROOT);
        String name = tag.split("-")[0];
        if (name.equals("en")) {
            // America and its neighbour break words by their sound, others by their origin.
            name = tag.matches("en(-us|-ca)?") ? "en-us" : "en-gb";
        }
        return Optional.ofNullable(Known.LANGUAGES.get(name)).map(Lazy::get);
    }

    private static Hyphenator read(String name) {
        try (InputStream in = Hyphenator.class.getResourceAsStream("/colophon/hyphenation/" + name + ".txt")) {
            return new Hyphenator(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether every noun has a capital, not names alone. */
    boolean capitalsAreUsual() {
        return name.equals("de");
    }

    private void add(String word) {
        if (word.indexOf('-') >= 0 || word.chars().noneMatch(c -> Character.isDigit(c) || c == '.')) {
            exceptions.put(word.replace("-", ""), word);
            return;
        }
        StringBuilder letters = new StringBuilder();
        byte[] numbers = new byte[word.length() + 1];
        for (char c : word.toCharArray()) {
            if (Character.isDigit(c)) {
                numbers[letters.length()] = (byte) (c - '0');
            } else {
                letters.append(c);
            }
        }
        patterns.put(letters.toString(), numbers);
        longest = Math.max(longest, letters.length());
    }

    /** The word with soft hyphens in it. Of letters only; capitals count as small ones. */
    String hyphenate(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (word.length() < SHORTEST || small.length() != word.length()) {
            return word;
        }
        String exception = exceptions.get(small);
        boolean[] breaks = exception == null ? breaks(small) : breaksOf(exception);
        StringBuilder broken = new StringBuilder(word.substring(0, LEAST_BEFORE));
        for (int at = LEAST_BEFORE; at < word.length(); at++) {
            if (breaks[at] && at <= word.length() - LEAST_AFTER) {
                broken.append(SOFT_HYPHEN);
            }
            broken.append(word.charAt(at));
        }
        return broken.toString();
    }

    private boolean[] breaks(String word) {
        String whole = EDGE + word + EDGE;
        byte[] highest = new byte[whole.length() + 1];
        for (int start = 0; start < whole.length(); start++) {
            for (int end = start + 1; end <= Math.min(whole.length(), start + longest); end++) {
                byte[] numbers = patterns.get(whole.substring(start, end));
                for (int i = 0; numbers != null && i <= end - start; i++) {
                    highest[start + i] = (byte) Math.max(highest[start + i], numbers[i]);
                }
            }
        }
        boolean[] breaks = new boolean[word.length()];
        for (int at = 0; at < breaks.length; at++) {
            breaks[at] = highest[at + 1] % 2 == 1;
        }
        return breaks;
    }

    private static boolean[] breaksOf(String exception) {
        boolean[] breaks = new boolean[exception.length()];
        int letters = 0;
        for (char c : exception.toCharArray()) {
            if (c == '-') {
                breaks[letters] = true;
            } else {
                letters++;
            }
        }
        return breaks;
    }
}
