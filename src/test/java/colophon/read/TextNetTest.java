package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Block;
import colophon.model.Body;
import colophon.model.Inline;
import colophon.model.TextWalk;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No letter or digit of a text is lost on its way into the tree without a message at its place. */
class TextNetTest {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");
    private static final int TEXTS = Integer.getInteger("net.texts", 1500);

    @Test
    void findsLettersAndDigitsThatNothingTook() {
        TextNet net = new TextNet();
        net.takeText(10, 14);
        net.takeAside(0, 3);
        net.takeText(4, 6);
        String text = "ab, c7 **é1\nzz** end";
        assertThat(net.gaps(text, 0, text.length()))
                .containsExactly(new TextNet.Stretch(9, 10), new TextNet.Stretch(17, 20));
        assertThat(net.gaps(text, 0, 16)).containsExactly(new TextNet.Stretch(9, 10));
    }

    @Test
    void takesTheFirstLineOfWhatIsLost() {
        String text = "> lost words.\n> and more\n";
        assertThat(new TextNet().gaps(text, 0, text.length())).containsExactly(new TextNet.Stretch(2, 12));
    }

    /** The control: each node with words that is cut out of Flexmark's tree is found. */
    @Test
    void findsEveryNodeThatIsDropped() throws IOException {
        String text = Files.readString(
                SiteFixture.project().resolve("src/test/resources/sites/complete/content/report/01-one.md"));
        int nodes = words(FlexmarkReader.parse(text, 0)).size();
        assertThat(nodes).isGreaterThan(40);
        for (int i = 0; i < nodes; i++) {
            Document document = FlexmarkReader.parse(text, 0);
            Node node = words(document).get(i);
            TextNet.Stretch lost = new TextNet.Stretch(node.getStartOffset(), node.getEndOffset());
            node.unlink();
            Problems problems = new Problems();
            FlexmarkContext context = new FlexmarkContext(text, document, place(text), problems);
            FlexmarkReader.read(context);
            context.reportLost(0);
            assertThat(problems.sorted().stream().filter(problem -> problem.rule() == Rule.TEXT_UNREAD))
                    .as(text.substring(lost.start(), lost.end()))
                    .anyMatch(problem -> problem.span().start() >= lost.start()
                            && problem.span().end() <= lost.end());
        }
    }

    /** Nodes with words; what stands in code is not read from its nodes. */
    private static List<Node> words(Document document) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : document.getDescendants()) {
            boolean isText = node instanceof Text && node.getParent() instanceof Paragraph;
            if (isText && WORD.matcher(node.getChars()).find()) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    @Test
    void losesNothingOfTheFixtures() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("content", "src/test/resources")) {
            try (Stream<Path> walk = Files.walk(SiteFixture.project().resolve(folder))) {
                walk.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.toString().contains("text-unread"))
                        .filter(file -> !file.toString().contains("file-not-utf8"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(60);
        for (Path file : files) {
            String text = Files.readString(file);
            Source source = source(text);
            Optional<FrontMatter> head = FrontMatter.find(source, new Problems());
            check(text, head.map(FrontMatter::bodyStart).orElse(0), file.toString());
        }
    }

    @Test
    void losesNothingOfRandomTexts() {
        for (int seed = 0; seed < TEXTS; seed++) {
            check(RandomMarkdown.text(seed), 0, "seed " + seed);
        }
    }

    @Test
    void losesNothingOfRandomCharacters() {
        for (int seed = 0; seed < TEXTS; seed++) {
            check(RandomMarkdown.characters(seed), 0, "seed " + seed);
        }
    }

    /** Nothing is missed by the net, and what became text is in the tree. */
    private static void check(String text, int start, String name) {
        Problems problems = new Problems();
        FlexmarkContext context = new FlexmarkContext(text, FlexmarkReader.parse(text, start), place(text), problems);
        ParsedText parsed = FlexmarkReader.read(context);
        context.reportLost(start);
        assertThat(problems.sorted().stream().filter(problem -> problem.rule() == Rule.TEXT_UNREAD))
                .as(name + "\n" + text)
                .isEmpty();
        String published = new Words().of(parsed);
        List<Problem> reported = problems.sorted();
        for (TextNet.Stretch stretch : context.net().texts()) {
            if (reported.stream()
                    .anyMatch(it ->
                            it.span().start() <= stretch.start() && it.span().end() >= stretch.end())) {
                continue;
            }
            String written = text.substring(stretch.start(), stretch.end()).replaceAll("&#?\\w+;", " ");
            WORD.matcher(written)
                    .results()
                    .map(word -> word.group().toLowerCase(Locale.ROOT))
                    .filter(word -> word.length() > 3)
                    .forEach(word -> assertThat(published)
                            .as(name + ": " + word + "\n" + text)
                            .contains(word));
        }
    }

    private static Body.Place place(String text) {
        return new Body.Place(source(text), Optional.empty());
    }

    private static Source source(String text) {
        return new Source("content/test.md", text);
    }

    /** The words of a tree. */
    private static final class Words extends TextWalk {
        private final StringBuilder words = new StringBuilder();

        String of(ParsedText text) {
            blocks(text.blocks());
            text.notes().forEach(note -> blocks(note.blocks()));
            return words.toString().toLowerCase(Locale.ROOT);
        }

        private void add(String text) {
            words.append(text).append(' ');
        }

        @Override
        public void text(Inline.Text text) {
            add(text.text());
        }

        @Override
        public void code(Inline.Code code) {
            add(code.text());
        }

        @Override
        public void codeBlock(Block.CodeBlock code) {
            add(code.text());
        }

        @Override
        public void image(Inline.Image image) {
            add(image.alt());
            super.image(image);
        }

        @Override
        public void citation(Inline.Citation citation) {
            add(citation.text());
        }

        @Override
        public void heading(Block.Heading heading) {
            heading.id().ifPresent(this::add);
            super.heading(heading);
        }

        @Override
        public void call(Inline.Call call) {
            add(call.name());
        }

        @Override
        public void directive(Block.Directive directive) {
            directive.attributes().arguments().forEach(argument -> add(argument.value()));
            super.directive(directive);
        }

        @Override
        public void table(Block.Table table) {
            // A caption may be written as "Table: caption".
            table.caption().ifPresent(caption -> add("Table"));
            table.label().ifPresent(this::add);
            super.table(table);
        }
    }
}
