package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.CitationForm;
import colophon.model.CslStyle;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a style of the Citation Style Language: a file of the content folder, or one of those that come with the program. */
final class StyleReader {
    static final String DEFAULT = "chicago-notes-bibliography";

    private static final Pattern CLASS = Pattern.compile("<style\\b[^>]*\\bclass\\s*=\\s*[\"'](note|in-text)[\"']");
    private static final Pattern PARENT = Pattern.compile("<link\\b[^>]*rel\\s*=\\s*\"independent-parent\"[^>]*>");
    private static final Pattern ADDRESS = Pattern.compile("href\\s*=\\s*\"[^\"]*/([^\"/]+)\"");

    private final Function<String, Optional<Source>> files;
    private final Problems problems;

    /** @param files the texts of the content folder */
    StyleReader(Function<String, Optional<Source>> files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /**
     * The style that the settings name.
     *
     * @param place of the name
     */
    Optional<CslStyle> read(String name, String language, Span place) {
        Optional<String> xml = name.endsWith(".csl") ? file(name) : packed(name);
        if (xml.isEmpty()) {
            boolean file = name.endsWith(".csl");
            problems.add(
                    Rule.CITATION_STYLE_UNKNOWN,
                    place,
                    file ? "no file \"" + name + "\" in content/" : "no citation style named \"" + name + "\"",
                    file
                            ? "put the style into the content folder"
                            : Suggestion.closest(name, names())
                                    .map(close -> "did you mean \"" + close + "\"?")
                                    .orElse(
                                            "take a name from the style repository of citationstyles.org, such as apa"));
            return Optional.empty();
        }
        Optional<Source> own = name.endsWith(".csl") ? files.apply(name) : Optional.empty();
        if (own.isPresent() && !StyleFile.isUsable(own.get(), problems)) {
            return Optional.empty();
        }
        Optional<String> independent = independent(xml.get());
        Matcher kind = CLASS.matcher(independent.orElse(""));
        if (!kind.find()) {
            problems.add(
                    Rule.CITATION_STYLE_UNKNOWN,
                    place,
                    "\"" + name + "\" is no complete style",
                    "take an independent style of CSL 1.0");
            return Optional.empty();
        }
        CitationForm form = kind.group(1).equals("note") ? CitationForm.NOTE : CitationForm.TEXT;
        return Optional.of(new CslStyle(name, independent.get(), form, language));
    }

    private Optional<String> file(String name) {
        return files.apply(name).map(Source::text);
    }

    /** Many journals have styles that only name another one. */
    private static Optional<String> independent(String xml) {
        Matcher parent = PARENT.matcher(xml);
        if (!parent.find()) {
            return Optional.of(xml);
        }
        Matcher address = ADDRESS.matcher(parent.group());
        return address.find() ? packed(address.group(1)) : Optional.empty();
    }

    private static Optional<String> packed(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            return Optional.empty();
        }
        for (String path : List.of("/" + name + ".csl", "/dependent/" + name + ".csl")) {
            try (InputStream in = StyleReader.class.getResourceAsStream(path)) {
                if (in != null) {
                    return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new IllegalStateException("a packed style cannot be read", e);
            }
        }
        return Optional.empty();
    }

    /** The independent styles that come with the program. */
    private static List<String> names() {
        List<String> names = new ArrayList<>();
        URL one = StyleReader.class.getResource("/" + DEFAULT + ".csl");
        try {
            if (one != null && one.openConnection() instanceof JarURLConnection jar) {
                jar.getJarFile().stream()
                        .map(entry -> entry.getName())
                        .filter(entry -> entry.endsWith(".csl") && entry.indexOf('/') < 0)
                        .forEach(entry -> names.add(entry.substring(0, entry.length() - ".csl".length())));
            }
        } catch (IOException e) {
            // Then there is no suggestion.
            return List.of();
        }
        return names;
    }
}
