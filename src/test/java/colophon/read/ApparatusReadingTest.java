package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.model.Attributes;
import colophon.model.Attributes.Argument;
import colophon.model.Block;
import colophon.model.Body;
import colophon.model.Inline;
import colophon.model.Inline.Cite;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Directives, labels and citations are what they look like. */
class ApparatusReadingTest {
    private static final String TEXT = """
            Before [see @doe2018, p. 12; -@roe, chap. 3], as @doe2018 says.

            :::: box title="A box" {#box-a}
            Inside.

            ::: note
            - deep
            :::
            ::::

            ![A port](port.png "The port"){#fig-port credit="Port “authority”" decorative} and

            | a | b |
            | --- | --- |
            | c | d |
            [Caption {#tbl-t}]

            Mail me@example.org or \\@home; see [](#fig-port).
            """;

    private static ParsedText parsed(String text) {
        Problems problems = new Problems();
        ParsedText read =
                FlexmarkReader.read(text, 0, new Body.Place(new Source("t.md", text), Optional.empty()), problems);
        assertThat(problems.sorted()).isEmpty();
        return read;
    }

    @Test
    void citationsHaveTheirParts() {
        Block.Paragraph first = (Block.Paragraph) parsed(TEXT).blocks().get(0);
        assertThat(first.content())
                .containsExactly(
                        new Inline.Text("Before "),
                        new Inline.Citation(
                                List.of(
                                        new Cite("doe2018", "see", "p. 12", false, 13, 20),
                                        new Cite("roe", "", "chap. 3", true, 31, 34)),
                                false,
                                "[see @doe2018, p. 12; -@roe, chap. 3]",
                                7,
                                44),
                        new Inline.Text(", as "),
                        new Inline.Citation(
                                List.of(new Cite("doe2018", "", "", false, 50, 57)), true, "@doe2018", 49, 57),
                        new Inline.Text(" says."));
    }

    @Test
    void directivesNest() {
        Block.Directive box = (Block.Directive) parsed(TEXT).blocks().get(1);
        assertThat(box.name()).isEqualTo("box");
        assertThat(box.attributes().label()).contains("box-a");
        assertThat(box.attributes().value("title")).contains("A box");
        assertThat(box.blocks()).hasSize(2);
        Block.Directive note = (Block.Directive) box.blocks().get(1);
        assertThat(note.name()).isEqualTo("note");
        assertThat(note.blocks()).hasSize(1).first().isInstanceOf(Block.BulletList.class);
    }

    @Test
    void picturesHaveAttributes() {
        Block.Paragraph paragraph = (Block.Paragraph) parsed(TEXT).blocks().get(2);
        Inline.Image image = (Inline.Image) paragraph.content().get(0);
        assertThat(image.attributes())
                .isEqualTo(new Attributes(
                        Optional.of("fig-port"),
                        List.of(
                                new Argument(
                                        "credit",
                                        "Port “authority”",
                                        List.of(new Inline.Text("Port “authority”")),
                                        173,
                                        198),
                                new Argument("decorative", "true", 199, 209))));
        assertThat(paragraph.content().get(1)).isEqualTo(new Inline.Text(" and"));
    }

    @Test
    void captionsHaveLabels() {
        Block.Table table = (Block.Table) parsed(TEXT).blocks().get(3);
        assertThat(table.label()).contains("tbl-t");
        assertThat(table.caption()).contains(List.of(new Inline.Text("Caption")));
    }

    @Test
    void anAtSignWithinAWordOrBehindABackslashIsJustASign() {
        Block.Paragraph last = (Block.Paragraph) parsed(TEXT).blocks().get(4);
        assertThat(last.content().get(0)).isEqualTo(new Inline.Text("Mail "));
        assertThat(((Inline.Link) last.content().get(1)).address()).isEqualTo("mailto:me@example.org");
        assertThat(last.content().get(2)).isEqualTo(new Inline.Text(" or @home; see "));
    }

    @Test
    void linesOfColonsInCodeAreCode() {
        ParsedText read = parsed("::: note\n\n```\n:::\n```\n\n:::\n\nAfter\n");
        assertThat(read.blocks()).hasSize(2);
        assertThat(((Block.Directive) read.blocks().get(0)).blocks()).containsExactly(new Block.CodeBlock("", ":::\n"));
    }
}
