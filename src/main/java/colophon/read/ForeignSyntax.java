package colophon.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What other tools read and Colophon does not: it would be printed as it is written. Each is reported with what to write instead. Words in
 * code, and characters after a backslash, are text.
 */
final class ForeignSyntax {
    /** Something found, with offsets. */
    record Found(int start, int end, String message, String help) {}

    private record Form(Pattern pattern, String message, String help) {
        static Form of(String pattern, String message, String help) {
            return new Form(Pattern.compile(pattern), message, help);
        }
    }

    private static final String CONTENTS = "the contents are made by themselves";
    private static final String MATHS = "formulas are not set";
    private static final String MATHS_HELP =
            "write it in words and characters, such as *P* = *x*^2^, or as an image; before a dollar sign of money write \\$";

    /** Within running text, by the character that each begins with. */
    private static final List<Form> INLINE = List.of(
            Form.of("\\$\\$[^$]+\\$\\$", MATHS, MATHS_HELP),
            Form.of(
                    "\\$(?=[^\\s$])(?:[A-Za-z]'?|[^$\\n]*?[\\\\^_={}<>+*/][^$\\n]*?)(?<=[^\\s$])\\$(?![\\d\\p{L}])",
                    MATHS,
                    MATHS_HELP),
            Form.of(
                    "==(?=[^\\s=])[^=\\n]+(?<=\\S)==",
                    "words are not highlighted",
                    "write *emphasis* or **strong emphasis**"),
            Form.of(
                    "\\{\\{[<%]?[^{}\\n]*\\}\\}",
                    "shortcodes and variables are not read", "write the text itself, or a directive: ::: note"),
            Form.of(
                    "\\{%[^{}\\n]*%\\}",
                    "template tags are not read", "write the text itself, or a directive: ::: note"),
            Form.of(
                    "(?<![\\[!])\\[\\[[^\\[\\]*\\n]+\\]\\](?![\\]:(])|(?<=!)\\[\\[[^\\[\\]\\n]+\\.\\w+[^\\[\\]\\n]*\\]\\]",
                    "links of a wiki are not read",
                    "write [words](file.md)"),
            Form.of(
                    "\\\\[A-Za-z]+\\{[^{}\\n]*\\}",
                    "commands of TeX are not read",
                    "write it as Markdown; to show a backslash write \\\\"),
            Form.of(
                    "\\{\\+\\+|\\{--|\\{~~|\\{>>|\\{==",
                    "changes to a text are not read",
                    "accept or reject the change before you publish"),
            Form.of(
                    "\\{[ \\t]*:?[ \\t]*#[^{}\\n]*\\}",
                    "a label that is not understood",
                    "write {#name}, of letters, digits and - _ . : without spaces"),
            Form.of(
                    "\\{[a-z][a-z:-]*\\}(?=`)",
                    "roles are not read",
                    "write a link, such as [](#fig-port), or plain words"),
            Form.of("\\{:[ \\t]*toc\\b[^{}\\n]*\\}", CONTENTS, "remove it and the line above it"),
            Form.of(
                    "%%[^%]+%%",
                    "remarks between percent signs are not left out",
                    "write <!-- … --> around what is not to be published"),
            Form.of(
                    "\\\\@ref\\([^()\\n]*\\)",
                    "references of other tools are not read",
                    "write a link to the label, such as [](#fig-port)"));

    /** At the beginning of a paragraph. */
    private static final List<Form> BLOCK = List.of(
            Form.of(
                    "(?:!!!|\\?\\?\\?\\+?)[ \\t]+\\w[^\\n]*",
                    "remarks of other tools are not read",
                    "write ::: note, the text, and ::: on a line of its own"),
            Form.of(
                    "\\+(?:[-=:]+\\+){1,}[ \\t]*(?=\\n|$)",
                    "grid tables are not read",
                    "write a table with | between the cells and | --- | below the head"),
            Form.of("\\[(?:TOC|toc|_TOC_|\\[_TOC_\\])\\][ \\t]*$", CONTENTS, "remove the line"),
            Form.of(
                    "\\*\\[[^\\]\\n]+\\]:[^\\n]*",
                    "abbreviations are not defined in the text",
                    "put it into content/glossary.yaml, or write <abbr title=\"…\">"),
            Form.of(
                    "\\([\\p{L}_][\\p{L}\\p{N}_.:-]*\\)=(?=[ \\t]*(?:\\n|$))",
                    "labels of MyST are not read",
                    "write {#name} at the end of the heading, the paragraph or the caption that it names"),
            Form.of(
                    "\\.\\.[ \\t]+_[^:\\n]+:(?=[ \\t]*(?:\\n|$))",
                    "labels of reStructuredText are not read",
                    "write {#name} at the end of the heading, the paragraph or the caption that it names"),
            Form.of(
                    "\\[#[\\p{L}_][\\p{L}\\p{N}_.:-]*\\](?=[ \\t]*(?:\\n|$))",
                    "labels of AsciiDoc are not read",
                    "write {#name} at the end of the heading, the paragraph or the caption that it names"),
            Form.of(
                    "#{2,6}[^#\\s][^\\n]*",
                    "a heading without a space",
                    "write a space after the # characters; before a # that is text write \\#"),
            Form.of(
                    "%%[ \\t]*(?=\\n|$)",
                    "remarks between percent signs are not left out",
                    "write <!-- and --> in place of the percent signs"),
            Form.of("\\(@\\w*\\)[ \\t][^\\n]*", "numbered examples are not read", "write an ordered list: 1. …"),
            Form.of(
                    "\\\\(?:newpage|pagebreak|clearpage|tableofcontents|noindent)\\b",
                    "commands of TeX are not read",
                    "remove it: pages break by themselves"));

    /** Where a table has no head: every line begins with a bar. */
    private static final Pattern BARS =
            Pattern.compile("\\|[ \\t][^\\n]*(?:\\n[ \\t]*\\|(?![ \\t:|-]*(?:\\n|$))[^\\n]*)*[ \\t]*");
    /** The line of dashes of a table as Pandoc writes simple ones. */
    private static final Pattern SIMPLE_TABLE = Pattern.compile("-{3,}(?:[ \\t]+-{3,})+");

    /** The languages of fences from which other tools draw something. */
    private static final Set<String> DIAGRAMS = Set.of("mermaid", "plantuml", "vega-lite");

    /** Code within a sentence that other tools run: {@code r nrow(x)} and {@code {python} len(x)}. */
    private static final Pattern RUN = Pattern.compile("\\{[a-z]+\\} .+|r [A-Za-z.][\\w.]*[(\\[$].*");

    private ForeignSyntax() {}

    /** Code within a sentence, between two offsets, that other tools put the result of in its place. */
    static Optional<Found> code(String code, int start, int end) {
        return RUN.matcher(code).matches()
                ? Optional.of(new Found(start, end, "code is shown, and not run", "write what it gives"))
                : Optional.empty();
    }

    /** What begins in a stretch of running text. Some of it goes on in what follows, up to a limit. */
    static List<Found> in(String text, int start, int end, int limit) {
        List<Found> found = new ArrayList<>();
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            boolean isEscape = c == '\\' && at + 1 < end && !Character.isLetter(text.charAt(at + 1));
            if (isEscape && !text.startsWith("@ref(", at + 1)) {
                at++;
            } else if (mayBegin(c)) {
                Optional<Found> one = at(text, at, limit, INLINE);
                one.ifPresent(found::add);
                at = one.map(Found::end).orElse(at + 1) - 1;
            }
        }
        return found;
    }

    /** Whether one of the forms of running text begins with this character. */
    static boolean mayBegin(char c) {
        return "$={[\\%".indexOf(c) >= 0;
    }

    /** What a paragraph is in other tools. */
    static Optional<Found> paragraph(String text, int start, int end) {
        char first = start < end ? text.charAt(start) : ' ';
        if (first == '|' && BARS.matcher(text).region(start, end).matches()) {
            return Optional.of(new Found(
                    start,
                    lineEnd(text, start, end),
                    "lines with bars that are no table",
                    "write | --- | for each column below the head; before a bar that is text write \\|"));
        }
        Optional<Found> form = "!?+[*#(.\\%".indexOf(first) < 0 ? Optional.empty() : at(text, start, end, BLOCK);
        return form.or(() -> ForeignLists.in(text, start, end));
    }

    /** Whether a line between two parts of a text is a part of a table in other tools. */
    static Optional<Found> rule(String text, int start, int end) {
        int first = start;
        while (first < end && text.charAt(first) == ' ') {
            first++;
        }
        Matcher table = SIMPLE_TABLE.matcher(text).region(first, end);
        return table.lookingAt()
                ? Optional.of(new Found(
                        first,
                        table.end(),
                        "tables without bars are not read",
                        "write a table with | between the cells and | --- | below the head"))
                : Optional.empty();
    }

    /** What the words after a fence mean in other tools. */
    static Optional<Found> fence(String info, int start) {
        if (DIAGRAMS.contains(info.strip())) {
            return Optional.of(new Found(
                    start,
                    start + info.length(),
                    "diagrams are not drawn from text",
                    "insert it as an image, best as SVG"));
        }
        if (!info.startsWith("{")) {
            return Optional.empty();
        }
        String name = Stream.of(info.replaceAll("[{}.]", " ").strip().split("[\\s,]+"))
                .filter(word -> !word.startsWith("#"))
                .findFirst()
                .orElse("text");
        String help = "write the language without braces: ```" + name + "; for a remark write ::: " + name;
        return Optional.of(
                new Found(start, start + info.length(), "code is shown, and braces after a fence are not read", help));
    }

    private static Optional<Found> at(String text, int start, int limit, List<Form> forms) {
        for (Form form : forms) {
            Matcher matcher = form.pattern().matcher(text).region(start, limit).useTransparentBounds(true);
            if (matcher.lookingAt()) {
                int end = Math.min(matcher.end(), lineEnd(text, start, limit));
                return Optional.of(new Found(start, end, form.message(), form.help()));
            }
        }
        return Optional.empty();
    }

    private static int lineEnd(String text, int start, int limit) {
        int end = text.indexOf('\n', start);
        return end < 0 ? limit : Math.min(end, limit);
    }
}
