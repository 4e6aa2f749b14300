package colophon.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Markdown of random constructs, each word of it another one. The same seed gives the same text. */
final class RandomMarkdown {
    private static final int MAX_DEPTH = 3;
    /** What a text is made of, where nothing is sure of what it means. */
    private static final String PIECES =
            "*|_|**|`|``|[|]|(|)|![|](|[^|]:|{|}|{#|<|>|<!--|-->|~|^|~~|\\|&|&amp;|:|: |:::|::: note|#|## |- |1. |> "
                    + "|+ |=|---|===|\n|\n\n|    |\t|  \n|@|[@|;|\"|'|\"x\"|$|<br>|<sub>|</sub>|Source: |^[|[ ]|[!NOTE]|[](#|.|,";

    private final Random random;
    private final List<String> notes = new ArrayList<>();
    private int words;

    private RandomMarkdown(long seed) {
        this.random = new Random(seed);
    }

    /** Blocks as authors write them. */
    static String text(long seed) {
        return new RandomMarkdown(seed).text();
    }

    /** Words between random characters. */
    static String characters(long seed) {
        return new RandomMarkdown(seed).characters();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            text.append(block(0)).append("\n\n");
        }
        Collections.shuffle(notes, random);
        notes.forEach(note -> text.append(note).append("\n\n"));
        return text.toString();
    }

    private String characters() {
        // A bar between bars would be nothing.
        String[] pieces = PIECES.split("\\|");
        StringBuilder text = new StringBuilder();
        int count = 5 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(10);
            text.append(kind < 4 ? word() : kind < 5 ? "|" : kind < 6 ? " " : pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private String word() {
        return "wort" + words++;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String block(int depth) {
        int kinds = depth < MAX_DEPTH ? 16 : 8;
        return switch (random.nextInt(kinds)) {
            case 0 -> "## " + line(0) + pick("", " {#id-" + words++ + "}", " ##");
            case 1 -> line(0) + "\n" + pick("---", "===");
            case 2 ->
                "```" + pick("", "java") + "\n" + word() + " *" + word() + "*\n" + pick("", "\n    " + word() + "\n")
                        + "```";
            case 3 -> "    " + word() + " " + word();
            case 4 -> table();
            case 5 ->
                "![" + word() + "](a.png \"" + phrase() + "\")" + pick("", "{#fig-" + words++ + "}")
                        + pick("", "\nSource: " + word() + ".", "\n\nSource: " + word());
            case 6, 7 -> paragraph() + pick("", "", " {#par-" + words++ + "}");
            case 8 -> indented("- ", "  ", depth) + "\n" + indented("- ", "  ", depth);
            case 9 -> indented((1 + random.nextInt(99)) + ". ", "    ", depth);
            case 10 -> indented("> ", "> ", depth);
            case 11 -> pick("> [!TIP]", "> [!NOTE] " + word(), "- [ ] " + word(), "1. [x] " + word()) + "\n> " + word();
            case 12 -> line(0) + "\n: " + paragraph() + pick("", "\n\n    " + word());
            case 13 -> "::: note title=\"" + phrase() + "\"\n" + block(depth + 1) + "\n:::";
            case 14 -> "<!-- " + word() + " -->" + pick("", " " + word());
            default -> ": " + line(0);
        };
    }

    private String indented(String first, String others, int depth) {
        String inside = block(depth + 1) + pick("", "\n\n" + block(depth + 1));
        return first + inside.replace("\n", "\n" + others);
    }

    private String paragraph() {
        StringBuilder text = new StringBuilder(line(0));
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(pick("\n", "  \n", "\\\n")).append(line(0));
        }
        return text.toString();
    }

    private String table() {
        int columns = 1 + random.nextInt(3);
        StringBuilder text = new StringBuilder(pick("", word() + "\n"));
        text.append(row(columns))
                .append("\n|")
                .append(pick("-|", " --- |", ":-:|").repeat(columns));
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append('\n').append(row(Math.max(1, columns + random.nextInt(3) - 1)));
        }
        return text
                + pick("", "\n[" + phrase() + "]", "\n[" + phrase() + " {#tbl-" + words++ + "}]", "\n\n: " + phrase());
    }

    private String row(int cells) {
        StringBuilder row = new StringBuilder("|");
        for (int i = 0; i < cells; i++) {
            row.append(' ').append(inline(1)).append(pick(" |", " \\| " + word() + " |"));
        }
        return row.toString();
    }

    /** A few words without quotation marks. */
    private String phrase() {
        return word() + " "
                + pick("", "*" + word() + "* ", "[^" + note() + "] ", "[@k" + words++ + ", p. 3] ", "`" + word() + "` ")
                + word();
    }

    private String line(int depth) {
        StringBuilder line = new StringBuilder(inline(depth));
        for (int i = random.nextInt(4); i > 0; i--) {
            line.append(pick(" ", " ", ", ", "")).append(inline(depth));
        }
        return line.toString();
    }

    private String inline(int depth) {
        if (depth > MAX_DEPTH) {
            return word();
        }
        return switch (random.nextInt(22)) {
            case 0 -> "*" + line(depth + 1) + "*";
            case 1 -> "__" + line(depth + 1) + "__";
            case 2 -> "`" + word() + "`";
            case 3 ->
                "[" + line(depth + 1) + "](https://example.org/" + words++ + pick("", " \"" + word() + "\"") + ")";
            case 4 -> "[" + line(depth + 1) + "]";
            case 5 -> "![" + line(depth + 1) + "](b.png)" + pick("", "{decorative}", "{#x" + words++ + "}");
            case 6 -> "<https://example.org/" + words++ + ">";
            case 7 -> word() + "[^" + note() + "]";
            case 8 -> "[see @key" + words++ + ", " + word() + "; -@other]";
            case 9 -> word() + "\\*" + word() + "&amp;" + word() + "&#228;";
            case 10 -> "~~" + word() + "~~";
            case 11 -> word() + "~" + word() + "~";
            case 12 -> word() + "^" + word() + "^";
            case 13 -> word() + "<!-- " + word() + " -->" + word();
            case 14 ->
                "<kbd>" + word() + "</kbd>" + pick("", "<br>") + "<abbr title=\"" + word() + "\">" + word() + "</abbr>";
            case 15 -> "<span>" + word() + "</span>";
            case 16 -> "[" + word() + "][ref" + words++ + "]";
            case 17 -> "[](#fig-" + words++ + ")";
            case 18 -> word() + "^[" + line(depth + 1) + "]";
            case 19 -> "[" + line(depth + 1) + "]{lang=fr}" + pick("", "[]{#place-" + words++ + "}");
            default -> word();
        };
    }

    private String note() {
        String name = "n" + words++;
        notes.add("[^" + name + "]: " + word() + pick("", "\n    " + word(), "\n\n    - " + word()));
        return name;
    }
}
