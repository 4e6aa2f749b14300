package colophon.output;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.BuildOptions;
import colophon.SiteFixture;
import colophon.diag.Problems;
import colophon.model.Block;
import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.Inline;
import colophon.model.MarkdownTree;
import colophon.model.Page;
import colophon.model.Phrase;
import colophon.model.Prose;
import colophon.model.Prose.Form;
import colophon.model.Release;
import colophon.model.Site;
import colophon.model.TextWalk;
import colophon.read.ContentReader;
import colophon.read.PageMemory;
import colophon.read.ReadOptions;
import colophon.read.SourceTree;
import colophon.render.HtmlTypesetter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every paragraph, heading, item, cell, caption and note that an author wrote is in every edition, and in order. */
class EditionTextTest {
    private static final int RUN = 4;
    /** The letters of a PDF that may go before a figure which floats: as many as fill the lower half of a page. */
    private static final int PLAY = 1600;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "src/test/resources/sites/apparatus",
                "src/test/resources/sites/citations",
                "src/test/resources/sites/french",
                "src/test/resources/sites/japanese",
                "src/test/resources/sites/pictures",
                "src/test/resources/real/every-construct"
            })
    void holdsEveryTextInOrder(String folder) throws IOException {
        Path path = SiteFixture.project().resolve(folder);
        Site site = site(path);
        var built = new colophon.Build(BuildOptions.of(path)).run().tree().orElseThrow();
        List<String> lost = new ArrayList<>();
        int noted = 0;
        int texts = 0;
        for (Page page : site.pages()) {
            if (page.body().isEmpty() || page.draft()) {
                continue;
            }
            List<List<String>> written = texts(page);
            List<List<String>> notes = notes(page);
            texts += written.size();
            noted += notes.size();
            String html = built.find(page.path().file()).orElseThrow().text();
            lost.addAll(lost(page.id().name() + " on the web", written, notes, List.of(web(html))));
            for (Edition edition : site.editions()) {
                if (edition.pages().contains(page)) {
                    byte[] file = built.find(edition.path()).orElseThrow().bytes();
                    List<String> text = edition.format() == Format.PDF ? pdf(file) : List.of(epub(file));
                    lost.addAll(lost(page.id().name() + " in " + edition.path(), written, notes, text));
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(texts).isGreaterThan(folder.isEmpty() ? 600 : 5);
        assertThat(noted).isGreaterThanOrEqualTo(folder.isEmpty() ? 20 : 0);
    }

    @Test
    void seesWhatIsMissingOrInAnotherPlace() throws IOException {
        Path path = SiteFixture.project().resolve("src/test/resources/sites/apparatus");
        Page page = site(path).page("report/01-why.md").orElseThrow();
        List<List<String>> written = texts(page);
        String html = new colophon.Build(BuildOptions.of(path).withoutDownloads())
                .run()
                .tree()
                .orElseThrow()
                .find(page.path().file())
                .orElseThrow()
                .text();
        assertThat(lost("web", written, List.of(), List.of(web(html)))).isEmpty();
        Document document = Jsoup.parse(html);
        var paragraph = document.select("main .prose > p").first();
        String before = document.select("main").text();
        paragraph.remove();
        assertThat(lost("web", written, List.of(), List.of(web(document.html()))))
                .isNotEmpty();
        document.select("main").first().appendChild(paragraph);
        assertThat(document.select("main").text()).isNotEqualTo(before);
        assertThat(lost("web", written, List.of(), List.of(web(document.html()))))
                .anyMatch(it -> it.contains("out of order"));
        for (String part : List.of("td", "h2", "li:not(:has(a))")) {
            Document less = Jsoup.parse(html);
            less.select("main .prose " + part).stream()
                    .filter(it -> it.text().length() > 20)
                    .findFirst()
                    .ifPresent(it -> {
                        it.remove();
                        assertThat(lost("web", written, List.of(), List.of(web(less.html()))))
                                .as(part + ": " + it.text())
                                .isNotEmpty();
                    });
        }
    }

    /** What is not there, or before what is written before it. Of notes each edition has its own order. */
    private static List<String> lost(
            String where, List<List<String>> written, List<List<String>> notes, List<String> editions) {
        Set<String> runs = new HashSet<>();
        for (String edition : editions) {
            List<String> words = Words.of(edition);
            for (int i = 0; i < words.size(); i++) {
                for (int end = i + 1; end <= Math.min(words.size(), i + RUN); end++) {
                    runs.add(String.join(" ", words.subList(i, end)));
                }
            }
        }
        List<String> lost = new ArrayList<>();
        notes.stream()
                .flatMap(List::stream)
                .filter(segment -> !holds(runs, Words.of(segment)))
                .forEach(segment -> lost.add(where + ", in a note: " + segment));
        List<String> texts = editions.stream()
                .map(edition -> " " + String.join(" ", Words.of(edition)) + " ")
                .toList();
        int[] places = new int[texts.size()];
        for (List<String> paragraph : written) {
            for (String segment : paragraph) {
                List<String> words = Words.of(segment);
                if (!holds(runs, words)) {
                    lost.add(where + ": " + segment);
                } else if (words.size() >= RUN) {
                    String begin = " " + String.join(" ", words.subList(0, RUN)) + " ";
                    boolean inOrder = false;
                    for (int i = 0; i < places.length; i++) {
                        int found = texts.get(i).indexOf(begin);
                        // What is there twice, or parted by a page, says nothing of the order.
                        boolean tells = found >= 0 && texts.get(i).indexOf(begin, found + 1) < 0;
                        inOrder |= !tells || found + (places.length > 1 ? PLAY : 0) >= places[i];
                        places[i] = tells ? Math.max(places[i], found) : places[i];
                    }
                    if (!inOrder) {
                        lost.add(where + ", out of order: " + segment);
                    }
                }
            }
        }
        return lost;
    }

    private static boolean holds(Set<String> runs, List<String> words) {
        int seen = 0;
        for (int i = 0; i + RUN <= words.size(); i++) {
            if (runs.contains(String.join(" ", words.subList(i, i + RUN)))) {
                boolean parted = seen == 0 && i < RUN && runs.contains(String.join(" ", words.subList(0, i)));
                if (i > seen && !parted) {
                    return false;
                }
                seen = i + RUN;
            }
        }
        List<String> rest = words.subList(seen, words.size());
        boolean isShort = rest.size() < RUN && runs.contains(String.join(" ", rest));
        return rest.isEmpty() || isShort || words.size() == RUN && isParted(runs, words);
    }

    /** Whether a text of few words is there as two, on a page and on the next one. */
    private static boolean isParted(Set<String> runs, List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (runs.contains(String.join(" ", words.subList(0, i)))
                    && runs.contains(String.join(" ", words.subList(i, words.size())))) {
                return true;
            }
        }
        return false;
    }

    /** The text of a web page, with each note once: behind the text. */
    private static String web(String html) {
        Document document = Jsoup.parse(html);
        document.select(".sidenote, .note-call, .anchor, .backlink, script").remove();
        return document.select("main").text();
    }

    private static List<String> pdf(byte[] file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(file)) {
            for (boolean asSeen : new boolean[] {false, true}) {
                PdfText stripper = new PdfText();
                stripper.setSortByPosition(asSeen);
                texts.add(stripper.getText(pdf));
            }
        }
        return texts;
    }

    private static String epub(byte[] file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xhtml")) {
                    text.append(Jsoup.parse(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                                    .body()
                                    .text())
                            .append(' ');
                }
            }
        }
        return text.toString();
    }

    // ---- What was written ----

    private static final AtomicReference<MarkdownTree> TREE = new AtomicReference<>();

    /** Keeps the tree that was typeset last. */
    private static final class Recorder implements MarkdownTree.Typesetter {
        private final MarkdownTree.Typesetter typesetter = new HtmlTypesetter();

        @Override
        public Prose set(MarkdownTree tree, Form form) {
            TREE.set(tree);
            return typesetter.set(tree, form);
        }

        @Override
        public Prose head(MarkdownTree tree, Prose.Form form, String name) {
            return typesetter.head(tree, form, name);
        }

        @Override
        public Phrase head(List<Inline> content, String language, Map<Object, Integer> places) {
            return typesetter.head(content, language, places);
        }

        @Override
        public Phrase phrase(List<Inline> content, String language, Map<Object, Integer> places) {
            return typesetter.phrase(content, language, places);
        }
    }

    private static Site site(Path folder) throws IOException {
        ExecutorService workers = Executors.newSingleThreadExecutor();
        try {
            SourceTree sources = SourceTree.read(folder, PageMemory::new, Runnable::run);
            ReadOptions options = new ReadOptions(Release.usual(), Optional.empty(), "test", true);
            return new ContentReader(sources, options, new PageMemory(), new Recorder(), workers, new Problems())
                    .read()
                    .orElseThrow();
        } finally {
            workers.shutdownNow();
        }
    }

    /** Each paragraph, heading, item, cell and caption as the pieces that are printed as they are written. */
    private static List<List<String>> texts(Page page) {
        Collector collector = new Collector();
        collector.blocks(tree(page).blocks());
        return collector.texts;
    }

    /** The same of the notes that are written out. */
    private static List<List<String>> notes(Page page) {
        Collector collector = new Collector();
        tree(page).notes().forEach(note -> collector.blocks(note.text().blocks()));
        return collector.texts;
    }

    private static MarkdownTree tree(Page page) {
        page.body().orElseThrow().prose(new Form(colophon.model.Prose.Medium.PRINT, false, "x"));
        return TREE.get();
    }

    private static final class Collector extends TextWalk {
        private final List<List<String>> texts = new ArrayList<>();
        private final StringBuilder piece = new StringBuilder();
        private List<String> pieces = new ArrayList<>();

        private void whole(List<Inline> content) {
            inlines(content);
            end();
            if (!pieces.isEmpty()) {
                texts.add(pieces);
            }
            pieces = new ArrayList<>();
        }

        /** What comes now may be printed in other words. */
        private void end() {
            if (!Words.of(piece.toString()).isEmpty()) {
                pieces.add(piece.toString());
            }
            piece.setLength(0);
        }

        @Override
        public void heading(Block.Heading heading) {
            whole(heading.content());
        }

        @Override
        public void paragraph(Block.Paragraph paragraph) {
            whole(paragraph.content());
        }

        @Override
        public void definitionList(Block.DefinitionList list) {
            for (Block.Entry entry : list.entries()) {
                if (entry instanceof Block.Term term) {
                    whole(term.content());
                } else if (entry instanceof Block.Meaning meaning) {
                    blocks(meaning.blocks());
                }
            }
        }

        @Override
        public void table(Block.Table table) {
            table.caption().ifPresent(this::whole);
            for (List<Block.Row> rows : List.of(table.head(), table.body())) {
                rows.forEach(row -> row.cells().forEach(cell -> whole(cell.content())));
            }
        }

        @Override
        public void codeBlock(Block.CodeBlock code) {
            texts.add(List.of(code.text()));
        }

        @Override
        public void text(Inline.Text text) {
            piece.append(text.text());
        }

        @Override
        public void code(Inline.Code code) {
            piece.append(code.text());
        }

        @Override
        public void lineBreak(Inline.LineBreak lineBreak) {
            piece.append(' ');
        }

        @Override
        public void link(Inline.Link link) {
            if (link.content().isEmpty() || link.content().toString().matches("(?s).*(://|[{]).*")) {
                end();
            } else {
                inlines(link.content());
            }
        }

        @Override
        public void image(Inline.Image image) {
            end();
            List<String> around = pieces;
            pieces = new ArrayList<>();
            whole(image.caption());
            pieces = around;
        }

        @Override
        public void directive(Block.Directive directive) {
            directive.attributes().arguments().forEach(argument -> whole(argument.content()));
            blocks(directive.blocks());
        }

        @Override
        public void call(Inline.Call call) {
            end();
        }

        @Override
        public void citation(Inline.Citation citation) {
            end();
        }

        @Override
        public void term(Inline.Term term) {
            end();
        }
    }
}
