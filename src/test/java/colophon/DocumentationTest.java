package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What README says of the rules is what the code says. {@code -Dgolden.update=true} writes the table anew. */
class DocumentationTest {
    private static final String HEAD = "| rule | severity | because |\n| --- | --- | --- |\n";

    @Test
    void readmeListsTheRules() throws IOException {
        Path readme = SiteFixture.project().resolve("README.md");
        String text = Files.readString(readme);
        int start = text.indexOf(HEAD) + HEAD.length();
        int end = text.indexOf("\n## ", start);
        String table = Arrays.stream(Rule.values())
                .map(rule -> "| `" + rule.id() + "` | " + rule.severity().label() + " | " + rule.reason() + " |\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(readme, text.substring(0, start) + table + text.substring(end));
            text = Files.readString(readme);
        }
        assertThat(text.substring(start, text.indexOf("\n## ", start))).isEqualTo(table);
    }

    @Test
    void readmeStartsWithTheMainJobAndTheTests() throws IOException {
        String text = Files.readString(SiteFixture.project().resolve("README.md"));
        List<String> blocks = Arrays.stream(text.split("```sh\n"))
                .skip(1)
                .map(block -> block.substring(0, block.indexOf("```")).strip())
                .toList();
        assertThat(blocks).startsWith("./colophon build", "./mvnw -B verify");
    }

    /** What README says that citations look like is what they look like. {@code -Dgolden.update=true} writes the table anew. */
    @Test
    void readmeShowsHowCitationsArePrinted() throws IOException {
        Path readme = SiteFixture.project().resolve("README.md");
        String text = Files.readString(readme);
        String bib = text.substring(text.indexOf("```bibtex\n") + 10);
        String table = text.substring(text.indexOf("| written |"));
        table = table.substring(0, table.indexOf("\n\n") + 1);
        List<String> written =
                table.lines().skip(2).map(row -> row.split("`")[1]).toList();
        SiteFixture.Built notes = citing(written, bib.substring(0, bib.indexOf("```")), "chicago-notes-bibliography");
        SiteFixture.Built inText = citing(written, bib.substring(0, bib.indexOf("```")), "apa");
        StringBuilder rows = new StringBuilder(table.lines().limit(2).collect(Collectors.joining("\n")) + "\n");
        for (int i = 0; i < written.size(); i++) {
            rows.append("| `").append(written.get(i)).append("` | ");
            rows.append(between(page(notes, i), "<li id=\"fn-1\"><p>", " <a class=\"backlink\""));
            rows.append(" | ")
                    .append(between(page(inText, i), "<span id=\"cite-1\">", "</span>"))
                    .append(" |\n");
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(readme, text.replace(table, rows));
        }
        assertThat(Files.readString(readme)).contains(rows);
    }

    /** A site with each row on a page of its own. */
    private static SiteFixture.Built citing(List<String> rows, String bib, String style) throws IOException {
        SiteFixture site = SiteFixture.of("sites/minimal")
                .change("content/references.bib", bib)
                .edit("content/publication.yaml", text -> text + "citation-style: " + style + "\n");
        for (int i = 0; i < rows.size(); i++) {
            String head = "---\ntitle: Row " + i + "\nsummary: S.\n---\n\n";
            site.change("content/pages/row-" + i + ".md", head + "Text " + rows.get(i) + ".\n");
        }
        return site.build().isClean();
    }

    private static String page(SiteFixture.Built built, int row) {
        return built.files().get("row-" + row + "/index.html").text();
    }

    private static String between(String html, String start, String end) {
        int from = html.indexOf(start) + start.length();
        assertThat(from).isGreaterThan(start.length());
        return html.substring(from, html.indexOf(end, from))
                .replaceAll("</?em>", "*")
                .replaceAll("<[^>]+>", "")
                .replace("&amp;", "&");
    }
}
