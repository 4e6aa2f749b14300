package colophon.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts of any length, each of a kind that some Markdown parser once needed time for that grows with the square of the length, or a stack
 * as deep as the text is long.
 */
public final class PathologicalMarkdown {
    /** Pieces that are repeated. A line of its own for each: what stands in it is the whole piece. */
    private static final String[] REPEATED = {
        // Links and images
        "[a](",
        "![a](",
        "[a](<b",
        "![a](<b",
        "[a](b",
        "[a](b ",
        "[a](b \"c",
        "[a](b 'c",
        "[a](b (c",
        "[a](b) ",
        "[a](b(",
        "[a](b\\)",
        "[a](<b>",
        "[a](b)(",
        "[a]((",
        "[](",
        "[]()",
        "![]()",
        "[](#",
        "[](#a) ",
        "[a][",
        "[a][b",
        "[a][b] ",
        "[a][] ",
        "[",
        "]",
        "[a",
        "a]",
        "[]",
        "![",
        "!",
        "![[]()",
        "[ (](",
        "[[a](b)",
        "[a]: b\n",
        "[a]:",
        "[a]: ",
        "[a]: u (\n",
        "[a]: <\n",
        "[a]: b \"\n",
        "[a]:\n",
        "**x [a*b**c*](d) ",
        "[![a](b)](c) ",
        "![a](b){",
        "[a](b){.c ",
        "[a]{.b} ",
        "[a]{",
        "\\[",
        "[\\",
        "[a\\]",
        "](",
        "](<",
        "](a \"",
        "[a](\n",
        "[a](b\n",
        // Addresses without brackets
        "http://",
        "http://a",
        "http://a.b/( ",
        "http://a.b/(",
        "http://a.b/) ",
        "www.",
        "www.a ",
        "a.a.",
        "a@b.c ",
        "a@",
        "@a",
        "a@b",
        "<http:",
        "<http://a.b>",
        "<a@b.c>",
        "<a@b",
        "https://a.b/?&amp;",
        "https://a.b/.",
        "https://a.b/*",
        "mailto:a@b.c ",
        "doi:10.1/a ",
        "10.1234/a ",
        // Code
        "`",
        "``",
        "` ",
        "a` ",
        "a`` ` ",
        "`a`` ",
        "`a` ",
        "`\n",
        "```\n",
        "```a\n\n```\n",
        "~~~\n",
        "    a\n",
        "`` ` ",
        "\t\n",
        "`\\",
        "``` `\n",
        // Emphasis and its like
        "*",
        "_",
        "~",
        "^",
        "*a ",
        "_a ",
        "**a",
        "a**b",
        "a* ",
        "a_ ",
        "*a_ ",
        "*a **a",
        "a***",
        "***a ",
        "_a*_ ",
        "~a",
        "~~a",
        "~~a~~ ",
        "~a~ ",
        "a^b^ ",
        "a^b",
        "^a^",
        "^[",
        "^[a] ",
        "^[a",
        "c* ",
        "[ a_",
        "*[a*",
        "**a*",
        "_*",
        "*_",
        "\"a",
        "'a",
        "\"",
        "'",
        "\"a\" ",
        "'a' ",
        "a'",
        "--",
        "---",
        "...",
        "«",
        "»",
        "\\*",
        "\\",
        // HTML and entities
        "<",
        ">",
        "<a",
        "<a ",
        "<a b=",
        "<a b=\"",
        "<a b='",
        "<a b=\"c\" ",
        "<<a ",
        "<x:",
        "</",
        "</a",
        "<a/",
        "<br>",
        "<br ",
        "<sub>",
        "</sub>",
        "<sub>a</sub>",
        "<div>\n",
        "<div>\n\n",
        "</div>\n",
        "<!--",
        "<!-- a --> ",
        "<!-- a",
        "-->",
        "<!-- <!--",
        "<!->",
        "<!A ",
        "<?",
        "<?a",
        "a <?",
        "a <!X",
        "a <![CDATA[",
        "<![CDATA[",
        "]]>",
        "<!--\n",
        "<!--\n\n",
        "<script>\n",
        "<pre>\n",
        "<textarea>\n",
        "<table>\n",
        "<abbr title=\"a\">",
        "<kbd>a",
        "&",
        "&a",
        "&amp;",
        "&amp",
        "&#",
        "&#1;",
        "&#x",
        "&#x41;",
        "&#99999999;",
        "&nbsp;",
        "&lt;script&gt;",
        // Blocks
        "#",
        "# ",
        "# a\n",
        "# a #",
        "## a\n\n",
        "###### a\n\n",
        "a\n=\n",
        "a\n-\n\n",
        "-",
        "- ",
        "- a\n",
        "- \n",
        "-\n",
        "+ ",
        "* ",
        "* a\n\n",
        "1. ",
        "1. a\n",
        "1) ",
        "1.\n",
        "- [ ] a\n",
        "- - ",
        "> ",
        ">",
        ">a\n",
        "> \n",
        "> > a\n",
        ">\n\n",
        "> - ",
        "- > ",
        "1. > ",
        "> [!NOTE]\n",
        "_ _ _\n",
        "***\n",
        "- - -\n",
        "* *",
        "=",
        "===\n",
        "a\n",
        "a\n\n",
        "a  \n",
        "a\\\n",
        "\n",
        "\r",
        "\r\n",
        " \n",
        " ",
        "  ",
        "\t",
        "a\t",
        "\f",
        "\u000B",
        "\u00A0",
        "\u200B",
        "\u0000",
        "\uFFFD",
        "\u0001",
        "\uFEFF",
        "\u202E",
        "e\u0301",
        "\u0301",
        "日本",
        "日本。\n",
        "、**日",
        "👩‍👩‍👧",
        "\uD83D\uDE00 ",
        "א",
        "אa ",
        "שלום abc ",
        // Tables
        "|",
        "| ",
        "| a ",
        "|a|",
        "||\n",
        "|\n",
        "|-",
        "|-|\n",
        "| - |\n",
        "|a|\n|-|\n",
        "| a | b |\n",
        "a | b\n",
        "a|b\n-|-\n\n",
        "|a|\n|-|\n|b|\n\n",
        "\\|",
        "`|",
        ":-|",
        "|:-:|\n",
        // Footnotes, citations, definitions
        "[^",
        "[^a] ",
        "[^a]: b\n",
        "[^a]: b\n\n",
        "[^a]:\n",
        "[^a]: [^a] ",
        "[^a]",
        "[@",
        "[@a] ",
        "[@a; ",
        "[@a, ",
        "[@a; @b]",
        "@a ",
        "[-@a] ",
        "[@a]: b\n",
        "[see @",
        "[@a, p. 1",
        "@",
        ";",
        "@{",
        "[@{a} ",
        "a\n: b\n\n",
        ": ",
        ": a\n",
        "a\n:\n",
        "a\n\n: b\n\n",
        "a\n: b\n: c\n\n",
        // Directives and attributes
        ":",
        "::: a\n",
        ":::\n",
        "::: note\n",
        "::: note\n:::\n",
        "::::: note\n",
        "::: note title=\"",
        "::: note title=\"a\n",
        "::: {",
        "::: note a=b ",
        "{",
        "}",
        "{#",
        "{#a} ",
        "{.a",
        "{.a .b ",
        "{a=\"b\" ",
        "{a=",
        "{%",
        "{{",
        "{{ a }} ",
        "## a {#b}\n\n",
        "## a {\n",
        "a {#b}\n\n",
        "{{<",
        "{%%}",
        "$",
        "$a$ ",
        "$$\n",
        "\\(",
        "\\begin{",
        "%%",
        "==a== ",
        "++a++",
        "[[a]] ",
        "[[",
        "![[a]]",
        "> [!",
        ":a: ",
        "[a]{#",
        "<% ",
        "//",
        "/*",
        "^^^",
        "Source: a\n",
        "Table: a\n",
        "Figure 1. a\n"
    };

    private PathologicalMarkdown() {}

    /** All kinds by name. */
    public static Map<String, IntFunction<String>> all() {
        Map<String, IntFunction<String>> all = new LinkedHashMap<>();
        for (String piece : REPEATED) {
            all.put(
                    "repeated "
                            + piece.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t"),
                    chars -> piece.repeat(Math.max(1, chars / piece.length())));
        }
        nested(all);
        numbered(all);
        long_(all);
        return all;
    }

    private static void nested(Map<String, IntFunction<String>> all) {
        around(all, "[", "a", "]");
        around(all, "[", "a", "](b)");
        around(all, "![", "a", "](b)");
        around(all, "^[", "a", "]");
        around(all, "*a **a ", "b", " a** a*");
        around(all, "**", "a", "**");
        around(all, "*", "a", "*");
        around(all, "_", "a", "_");
        around(all, "_*", "a", "*_");
        around(all, "~", "a", "~");
        around(all, "^", "a", "^");
        around(all, "\"", "a", "\"");
        around(all, "\"'", "a", "'\"");
        around(all, "“", "a", "”");
        around(all, "(", "a", ")");
        around(all, "[a](", "b", ")");
        around(all, "<sub>", "a", "</sub>");
        around(all, "<sup><sub>", "a", "</sub></sup>");
        around(all, "<div>\n\n", "a", "\n\n</div>\n");
        around(all, "<!-- ", "a", " -->");
        around(all, "> ", "a", "");
        around(all, "> ", "a", "*");
        around(all, "- ", "a", "\n");
        around(all, "1. ", "a", "\n");
        around(all, "> - ", "a", "\n");
        around(all, "> 1. ", "a", "\n>");
        around(all, "::: note\n", "a", "\n:::\n");
        around(all, "*a ", "b", "_a*_ ");
        around(all, "", "a**b", "c* ");
        around(all, "</", "", "<!--");
        around(all, "|", "\n", "-|");
        around(all, "{", "a", "}");
        around(all, "[a]{", ".b", "}");
        around(all, "[@a", "", "]");
        all.put("lists as deep as long", chars -> lines(chars, i -> "  ".repeat(i) + "* a\n"));
        all.put("numbered lists as deep as long", chars -> lines(chars, i -> "   ".repeat(i) + "1. a\n"));
        all.put("quotes as deep as long", chars -> lines(chars, i -> ">".repeat(i + 1) + " a\n"));
        all.put("quotes less and less deep", chars -> {
            int depth = (int) Math.sqrt(chars * 2.0);
            return IntStream.range(0, depth)
                    .mapToObj(i -> ">".repeat(depth - i) + " a\n")
                    .collect(Collectors.joining());
        });
        all.put("directives as deep as long", chars -> {
            int depth = (int) Math.sqrt(chars / 2.0);
            return IntStream.range(0, depth)
                            .mapToObj(i -> ":".repeat(depth - i + 3) + " note\n")
                            .collect(Collectors.joining())
                    + "a\n"
                    + IntStream.range(0, depth)
                            .mapToObj(i -> ":".repeat(i + 4) + "\n")
                            .collect(Collectors.joining());
        });
        all.put("definitions as deep as long", chars -> lines(chars, i -> "    ".repeat(i) + ": a\n"));
    }

    private static void around(Map<String, IntFunction<String>> all, String open, String inside, String close) {
        all.put("nested " + open.strip() + inside.strip() + close.strip(), chars -> {
            int count = chars / (open.length() + close.length());
            return open.repeat(count) + inside + close.repeat(count);
        });
    }

    private static String lines(int chars, IntFunction<String> line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < chars; i++) {
            text.append(line.apply(i));
        }
        return text.toString();
    }

    private static void numbered(Map<String, IntFunction<String>> all) {
        all.put("runs of backticks of every length", chars -> lines(chars, i -> "e" + "`".repeat(i + 1)));
        all.put("runs of backticks from long to short", chars -> {
            int longest = (int) Math.sqrt(chars * 2.0);
            return IntStream.range(0, longest)
                    .mapToObj(i -> "e" + "`".repeat(longest - i))
                    .collect(Collectors.joining());
        });
        all.put("fences of every length", chars -> lines(chars, i -> "`".repeat(i + 3) + "\n"));
        all.put("runs of asterisks of every length", chars -> lines(chars, i -> "a" + "*".repeat(i + 1)));
        all.put("runs of underscores of every length", chars -> lines(chars, i -> " " + "_".repeat(i + 1) + "a"));
        all.put("runs of brackets of every length", chars -> lines(chars, i -> "[".repeat(i + 1) + "a"));
        all.put(
                "definitions of links and their uses",
                chars -> lines(chars / 2, i -> "[a" + i + "]: b" + i + "\n") + "\n"
                        + lines(chars / 2, i -> "[a" + i + "] "));
        all.put(
                "one long definition and its uses",
                chars -> "[a]: http://x/" + "x".repeat(chars / 2) + "\n\n" + "[a] ".repeat(chars / 8));
        all.put(
                "footnotes and their references",
                chars -> lines(chars / 2, i -> "[^" + i + "] ") + "\n\n" + lines(chars, i -> "[^" + i + "]: b\n\n"));
        all.put(
                "footnotes in one block",
                chars -> lines(chars / 2, i -> "[^" + i + "] ") + "\n\n" + lines(chars, i -> "[^" + i + "]: b\n"));
        all.put(
                "footnotes that are not there",
                chars -> lines(chars / 2, i -> "[^" + i + "] ") + "\n\n"
                        + lines(chars / 2, i -> "[^a" + i + "]: b\n\n"));
        all.put(
                "a chain of footnotes",
                chars -> "a[^0]\n\n" + lines(chars, i -> "[^" + i + "]: b[^" + (i + 1) + "]\n\n"));
        all.put("one footnote and many references", chars -> "[^a] ".repeat(chars / 5) + "\n\n[^a]: b\n");
        all.put("one heading many times", chars -> "## a\n\n".repeat(chars / 6));
        all.put("headings of their own", chars -> lines(chars, i -> "## a" + i + "\n\n"));
        all.put(
                "links to headings",
                chars -> lines(chars / 2, i -> "## a" + i + "\n\n") + lines(chars / 2, i -> "[b](#a" + i + ") "));
        all.put(
                "labels and references to them",
                chars -> lines(chars / 2, i -> "## a" + i + " {#sec-" + i + "}\n\n")
                        + lines(chars / 3, i -> "[](#sec-" + i + ") "));
        all.put("rows of a table", chars -> "| a | b |\n| - | - |\n" + "| 1 | 2 |\n".repeat(chars / 10));
        all.put("columns of a table", chars -> "|a".repeat(chars / 4) + "|\n" + "|-".repeat(chars / 4) + "|\n");
        all.put("a square table", chars -> {
            int side = (int) Math.sqrt(chars / 2.0);
            return "|a".repeat(side) + "|\n" + "|-".repeat(side) + "|\n" + ("|1".repeat(side) + "|\n").repeat(side);
        });
        all.put(
                "a wide table with short rows",
                chars -> "|a".repeat(chars / 6) + "|\n" + "|-".repeat(chars / 6) + "|\n" + "|1|\n".repeat(chars / 12));
        all.put(
                "a long row and many short ones",
                chars -> "|a|\n|-|\n" + "|1".repeat(chars / 6) + "|\n" + "|1|\n".repeat(chars / 6));
        all.put("many small tables", chars -> "|a|\n|-|\n|1|\n\n".repeat(chars / 13));
        all.put("attributes of one heading", chars -> "## a {" + lines(chars, i -> ".b" + i + " ") + "}\n");
        all.put(
                "attributes of one directive",
                chars -> "::: note " + lines(chars, i -> "b" + i + "=c ") + "\na\n:::\n");
        all.put("attributes of one tag", chars -> "<a " + lines(chars, i -> "b" + i + "=c ") + ">");
        all.put("one value that is long", chars -> "::: note title=\"" + "a ".repeat(chars / 2) + "\"\nb\n:::\n");
        all.put("citations of many works", chars -> lines(chars, i -> "[@a" + i + "] "));
        all.put("one citation of many works", chars -> "[" + lines(chars, i -> "@a" + i + "; ") + "@b]");
        all.put(
                "abbreviations",
                chars -> lines(chars / 2, i -> "*[A" + i + "]: b\n") + "\n" + lines(chars / 2, i -> "A" + i + " "));
        all.put("terms with definitions", chars -> lines(chars, i -> "a" + i + "\n: b\n\n"));
        all.put("list with numbers", chars -> lines(chars, i -> (i + 1) + ". a\n"));
        all.put("list of empty items and text", chars -> "-\n".repeat(chars / 4) + "  a\n".repeat(chars / 8));
        all.put("lists with other marks", chars -> "- a\n+ a\n* a\n".repeat(chars / 12));
        all.put("notes in a row", chars -> lines(chars, i -> "a^[b" + i + "] "));
        all.put("boxes in a row", chars -> "::: note\na\n:::\n\n".repeat(chars / 16));
        all.put("images in a row", chars -> "![a](b.png \"c\")\n\n".repeat(chars / 17));
        all.put("emphasis over lines", chars -> "*a\nb* **c\nd** ".repeat(chars / 14));
        all.put(
                "one paragraph of many lines",
                chars -> "one *two* [three](https://example.org/) four `five`\n".repeat(chars / 51));
        all.put("comments between lines", chars -> "a\n<!-- b -->\n".repeat(chars / 13));
        all.put("raw HTML between lines", chars -> "a\n\n<div>\n<p>b</p>\n</div>\n\n".repeat(chars / 25));
        all.put("tags that are never closed", chars -> lines(chars, i -> "<b" + i + ">"));
        all.put(
                "tags that nothing opened",
                chars -> lines(chars / 2, i -> "<b" + i + ">") + lines(chars / 2, i -> "</b" + i + ">"));
        all.put("words of their own", chars -> lines(chars, i -> "w" + i + " "));
    }

    private static void long_(Map<String, IntFunction<String>> all) {
        all.put("a long word", "a"::repeat);
        all.put("a long line", chars -> "word ".repeat(chars / 5));
        all.put("a long number", "1"::repeat);
        all.put("a long heading", chars -> "# " + "a ".repeat(chars / 2));
        all.put("a heading with spaces", chars -> "# a" + " ".repeat(chars) + "b");
        all.put("a heading with spaces before #", chars -> "# a" + " ".repeat(chars) + "#");
        all.put("a line with spaces", chars -> "a" + " ".repeat(chars) + "b");
        all.put("a line with spaces in a list", chars -> "-" + " ".repeat(chars) + "b");
        all.put("a title of a link", chars -> "[a](b \"" + "c".repeat(chars) + "\")");
        all.put("an address of a link", chars -> "[a](" + "c".repeat(chars) + ")");
        all.put("an address in angle brackets", chars -> "[a](<" + "c ".repeat(chars / 2) + ">)");
        all.put("an address without brackets", chars -> "https://a.b/" + "c".repeat(chars));
        all.put("an address with dots", chars -> "https://a.b/" + "c.".repeat(chars / 2) + " a");
        all.put("an address with brackets", chars -> "https://a.b/" + "(c)".repeat(chars / 3));
        all.put("a mail address", chars -> "a".repeat(chars / 2) + "@" + "b".repeat(chars / 2) + ".c");
        all.put("a mail address with dots", chars -> "a.".repeat(chars / 4) + "a@" + "b.".repeat(chars / 4) + "c");
        all.put("a name before @", chars -> "a".repeat(chars) + "@");
        all.put("a text of a link", chars -> "[" + "a ".repeat(chars / 2) + "](b)");
        all.put("a text of an image", chars -> "![" + "a ".repeat(chars / 2) + "](b)");
        all.put(
                "a label of a footnote",
                chars -> "[^" + "a".repeat(chars / 2) + "]\n\n[^" + "a".repeat(chars / 2) + "]: b\n");
        all.put("a key of a citation", chars -> "[@" + "a".repeat(chars) + "]");
        all.put("a locator", chars -> "[@a, p. " + "1-".repeat(chars / 2) + "]");
        all.put("a comment", chars -> "<!-- " + "a ".repeat(chars / 2) + " -->\n");
        all.put("a comment in a line", chars -> "a <!-- " + "a ".repeat(chars / 2) + " --> b\n");
        all.put("a comment with hyphens", chars -> "a <!-- " + "-".repeat(chars) + " --> b\n");
        all.put("a tag", chars -> "a <b c=\"" + "d".repeat(chars) + "\"> b\n");
        all.put("a name of a tag", chars -> "a <" + "b".repeat(chars) + "> b\n");
        all.put("an entity", chars -> "&" + "a".repeat(chars) + ";");
        all.put("an entity by number", chars -> "&#" + "0".repeat(chars) + "1;");
        all.put("a code span", chars -> "`" + "a ".repeat(chars / 2) + "`");
        all.put("a fenced code", chars -> "```\n" + "a\n".repeat(chars / 2) + "```\n");
        all.put("a name of a language", chars -> "```" + "a".repeat(chars) + "\n```\n");
        all.put("an info string", chars -> "```" + "a ".repeat(chars / 2) + "\n```\n");
        all.put("a fence", chars -> "`".repeat(chars) + "\n");
        all.put("an open fence", chars -> "~~~\n" + "a\n\n".repeat(chars / 3));
        all.put("spaces in code", chars -> "```\na" + " ".repeat(chars) + "b\n```\n");
        all.put("a number of a list", chars -> "1".repeat(chars) + ". a\n");
        all.put("a note", chars -> "^[" + "a ".repeat(chars / 2) + "]");
        all.put("a name of a directive", chars -> "::: " + "a".repeat(chars) + "\nb\n:::\n");
        all.put("an id", chars -> "## a {#" + "b".repeat(chars) + "}\n");
        all.put("a class", chars -> "## a {." + "b".repeat(chars) + "}\n");
        all.put("a cell", chars -> "|a|\n|-|\n|" + "b ".repeat(chars / 2) + "|\n");
        all.put("a caption", chars -> "|a|\n|-|\n|b|\n\nTable: " + "c ".repeat(chars / 2) + "\n");
        all.put("a term", chars -> "a ".repeat(chars / 2) + "\n: b\n");
        all.put("a definition", chars -> "a\n: " + "b ".repeat(chars / 2) + "\n");
        all.put("a quotation with lazy lines", chars -> "> a\n" + "b\n".repeat(chars / 2));
        all.put("a list item with lazy lines", chars -> "- a\n" + "b\n".repeat(chars / 2));
        all.put("a quotation of lines", chars -> "> a *b* [c](d)\n".repeat(chars / 15));
        all.put("a text in lists and quotations", chars -> "- > a `b` [c](d)\n  > e\n\n".repeat(chars / 23));
        all.put("a setext heading", chars -> "a\n".repeat(chars / 2) + "===\n");
        all.put("spaces at the ends of lines", chars -> ("a" + " ".repeat(98) + "\n").repeat(chars / 100));
        all.put("a line of a table", chars -> "a|".repeat(chars / 2) + "\n");
        all.put("a table with code", chars -> "|a|\n|-|\n|" + "`b` ".repeat(chars / 4) + "|\n");
        all.put("a table with escaped bars", chars -> "|a|\n|-|\n|" + "\\|".repeat(chars / 2) + "|\n");
        all.put("a letter with accents", chars -> "e" + "\u0301".repeat(chars));
        all.put("emoji joined", chars -> "👩" + "\u200D👩".repeat(chars / 3));
        all.put("soft hyphens", chars -> "a\u00AD".repeat(chars / 2));
        all.put("right to left", chars -> "\u202Eא".repeat(chars / 2));
    }
}
