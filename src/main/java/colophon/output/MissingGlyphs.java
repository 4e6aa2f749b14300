package colophon.output;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports the characters that no font of a PDF has: of one script in one file once, at the first of them, however many letters it has. */
final class MissingGlyphs {
    /** Characters of one script in one file. */
    private record Passage(String path, String script) {}

    private record Found(Span place, int codePoint) {}

    private final GlyphPlaces places;
    private final Problems problems;

    MissingGlyphs(GlyphPlaces places, Problems problems) {
        this.places = places;
        this.problems = problems;
    }

    void report(Set<Integer> missing) {
        Map<Passage, List<Found>> passages = new LinkedHashMap<>();
        for (int codePoint : missing) {
            for (Span place : places.find(Character.toString(codePoint))) {
                Passage passage = new Passage(place.source().path(), script(codePoint));
                passages.computeIfAbsent(passage, key -> new ArrayList<>()).add(new Found(place, codePoint));
            }
        }
        Set<String> written = passages.entrySet().stream()
                .filter(entry -> isWritten(entry.getValue()))
                .map(entry -> entry.getKey().script())
                .collect(Collectors.toSet());
        passages.forEach((passage, found) -> {
            if (isWritten(found) || !written.contains(passage.script())) {
                report(passage.script(), found, missing);
            }
        });
    }

    /** Whether an author wrote one of these characters, which may also come from the name of a month. */
    private static boolean isWritten(List<Found> found) {
        return found.stream().anyMatch(it -> it.place().end() > it.place().start());
    }

    private void report(String script, List<Found> found, Set<Integer> missing) {
        Found first = found.stream()
                .min(Comparator.comparing(Found::place).thenComparing(Found::codePoint))
                .orElseThrow();
        String example =
                String.format(Locale.ROOT, "\"%s\" (U+%04X)", Character.toString(first.codePoint()), first.codePoint());
        String ofScript = script.isEmpty() ? "" : " of the script " + script;
        problems.add(
                Rule.GLYPH_MISSING,
                whole(first.place(), missing),
                ComplexScripts.contain(first.codePoint())
                        ? "the PDF cannot be set in the script " + script + ", as with " + example
                        : found.size() == 1
                                ? "no font of the PDF has the character " + example
                                : "no font of the PDF has the characters" + ofScript + " in this file, such as "
                                        + example,
                "write it in another way, or offer a ready-made PDF in content/downloads/");
    }

    /** A passage from its first character to the last one in this line that is missing too. */
    private static Span whole(Span first, Set<Integer> missing) {
        Source source = first.source();
        String text = source.text();
        int end = first.end();
        int at = end;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            boolean isMissing = missing.contains(codePoint);
            if (!isMissing && (codePoint == '\n' || codePoint == '\r' || Character.isLetterOrDigit(codePoint))) {
                break;
            }
            at += Character.charCount(codePoint);
            end = isMissing ? at : end;
        }
        return first.end() > first.start() ? source.span(first.start(), end) : first;
    }

    /** The name of the script of a letter; empty for what all scripts share, such as emoji. */
    private static String script(int codePoint) {
        Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
        if (script == Character.UnicodeScript.COMMON || script == Character.UnicodeScript.INHERITED) {
            return "";
        }
        String name = script.name().replace('_', ' ');
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
