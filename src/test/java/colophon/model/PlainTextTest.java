package colophon.model;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.model.Block.Alignment;
import colophon.model.Block.Cell;
import colophon.model.Block.Item;
import colophon.model.Block.Meaning;
import colophon.model.Block.Paragraph;
import colophon.model.Block.Row;
import colophon.model.Block.Term;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void keepsTheWordsOfItemsApart() {
        Block list = new Block.BulletList(List.of(item("one"), item("two")));
        assertThat(PlainText.of(new Block.Quote(List.of(paragraph("A list:"), list, paragraph("end")))))
                .isEqualTo("A list: one two end");
    }

    @Test
    void keepsTheWordsOfCellsAndCaptionsApart() {
        Block table = new Block.Table(
                Optional.of(words("Ships")),
                Optional.empty(),
                List.of(row("Year", "Port")),
                List.of(row("2018", "412")),
                0,
                0);
        assertThat(PlainText.of(table)).isEqualTo("Ships Year Port 2018 412");
    }

    @Test
    void keepsTermsMeaningsAndCodeApart() {
        Block list = new Block.DefinitionList(List.of(
                new Term(words("FDI")),
                new Meaning(List.of(
                        paragraph("investment"), new Block.CodeBlock("", "x = 1\n"), paragraph("from abroad")))));
        assertThat(PlainText.of(list)).isEqualTo("FDI investment x = 1\n from abroad");
    }

    private static List<Inline> words(String text) {
        return List.of(new Inline.Text(text));
    }

    private static Paragraph paragraph(String text) {
        return new Paragraph(words(text), false);
    }

    private static Item item(String text) {
        return new Item(List.of(new Paragraph(words(text), true)));
    }

    private static Row row(String... cells) {
        return new Row(List.of(cells).stream()
                .map(cell -> new Cell(Alignment.NONE, words(cell)))
                .toList());
    }
}
