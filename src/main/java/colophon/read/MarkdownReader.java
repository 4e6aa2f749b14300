package colophon.read;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.Body;
import colophon.model.MarkdownTree;
import colophon.model.MarkdownTree.Typesetter;
import colophon.model.PlainText;
import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.CharSubSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Parses Markdown and gathers what other stages need to know of it: headings, links, pictures, notes. Nothing is rendered here.
 *
 * <p>CommonMark with GFM tables and strike-through, footnotes and definition lists. Raw HTML is refused. Deeply nested text
 * needs a thread with a large stack, see {@link colophon.Build}.
 */
final class MarkdownReader {
    /** Deeper than any text a person can follow. */
    private static final int DEEPEST_NESTING = 100;

    /** Ids that the frame of every page uses. */
    private static final Set<String> RESERVED_IDS = Set.of("main", "notes-heading");

    private static final List<String> RESERVED_PREFIXES = List.of("page-", "fn-", "fnref-", "person-", "institution-");

    private static final Parser PARSER = Parser.builder(new MutableDataSet()
                    .set(
                            Parser.EXTENSIONS,
                            List.of(
                                    TablesExtension.create(),
                                    FootnoteExtension.create(),
                                    DefinitionExtension.create(),
                                    StrikethroughExtension.create()))
                    // Names of files with spaces are common, and CommonMark would print the link as text without a
                    // word.
                    .set(Parser.SPACE_IN_LINK_URLS, true)
                    .set(TablesExtension.COLUMN_SPANS, false)
                    .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                    .set(TablesExtension.DISCARD_EXTRA_COLUMNS, false))
            .build();

    private final Typesetter typesetter;
    private final Problems problems;

    /** @param typesetter writes what was parsed as HTML */
    MarkdownReader(Typesetter typesetter, Problems problems) {
        this.typesetter = typesetter;
        this.problems = problems;
    }

    /** Reads a file's text from an offset on, and writes it for the web: thousands of trees would fill the memory. */
    Body read(Source source, int start) {
        Gatherer gatherer = gather(source, start, problems);
        return gatherer.body(start, () -> again(source, start), typesetter).written(gatherer.tree());
    }

    /** A text that was read before, with what was gathered from it then. */
    Body remembered(
            Source source,
            int start,
            List<Body.Heading> headings,
            List<Body.Reference> links,
            List<Body.Reference> images,
            int words) {
        return new Body(start, headings, links, images, words, () -> again(source, start), typesetter);
    }

    private static MarkdownTree again(Source source, int start) {
        return gather(source, start, new Problems()).tree();
    }

    private static Gatherer gather(Source source, int start, Problems problems) {
        BasedSequence text = CharSubSequence.of(source.text()).subSequence(start, source.length());
        return gather(text, new Body.Place(source, Optional.empty()), problems);
    }

    /** Reads the value of a field. YAML may have folded it, so its problems are placed at the field. */
    Body readField(String markdown, Span place) {
        Body.Place field = new Body.Place(place.source(), Optional.of(place));
        Gatherer gatherer = gather(CharSubSequence.of(markdown), field, problems);
        MarkdownTree tree = gatherer.tree();
        return gatherer.body(0, () -> tree, typesetter);
    }

    private static Gatherer gather(BasedSequence text, Body.Place place, Problems problems) {
        Document document;
        try {
            document = PARSER.parse(text);
        } catch (StackOverflowError e) {
            problems.add(
                    Rule.NESTING_TOO_DEEP,
                    place.whole().orElseGet(() -> place.source().whole()),
                    "the text is nested too deep to be read",
                    "look for a long run of >, -, * or [ in " + place.source().path());
            document = PARSER.parse(BasedSequence.NULL);
        }
        Gatherer gatherer = new Gatherer(document, place, problems);
        gatherer.gather();
        return gatherer;
    }

    /** One walk over a tree. */
    private static final class Gatherer {
        private final Document document;
        private final Body.Place place;
        private final Problems problems;
        private final List<Body.Heading> headings = new ArrayList<>();
        private final List<Body.Reference> links = new ArrayList<>();
        private final List<Body.Reference> images = new ArrayList<>();
        private final Map<String, FootnoteBlock> noteTexts = new TreeMap<>();
        private final Map<FootnoteBlock, List<Node>> calls = new LinkedHashMap<>();
        private final Set<String> ids = new HashSet<>();
        private final Map<Node, String> headingIds = new IdentityHashMap<>();
        private final List<MarkdownTree.Note> notes = new ArrayList<>();
        private final Map<Node, MarkdownTree.Definition> definitions = new IdentityHashMap<>();
        private final Set<Node> tight = Collections.newSetFromMap(new IdentityHashMap<>());
        private final ListOptions lists;
        private int words;
        private boolean tooDeep;

        Gatherer(Document document, Body.Place place, Problems problems) {
            this.document = document;
            this.place = place;
            this.problems = problems;
            this.lists = ListOptions.get(document);
        }

        MarkdownTree tree() {
            return new MarkdownTree(document, headingIds, notes, definitions, tight);
        }

        Body body(int start, Supplier<MarkdownTree> again, Typesetter typesetter) {
            return new Body(start, headings, links, images, words, again, typesetter);
        }

        void gather() {
            for (Node block : document.getDescendants()) {
                if (block instanceof FootnoteBlock definition) {
                    define(definition);
                }
            }
            explicitIds();
            visitChildren(document, 0);
            List<FootnoteBlock> visited = new ArrayList<>();
            while (visited.size() < calls.size()) {
                FootnoteBlock next = calls.keySet().stream()
                        .filter(note -> !visited.contains(note))
                        .findFirst()
                        .orElseThrow();
                visited.add(next);
                visitChildren(next, 0);
            }
            noteTexts.values().stream().filter(note -> !calls.containsKey(note)).forEach(this::unused);
            calls.forEach((definition, nodes) ->
                    notes.add(new MarkdownTree.Note(notes.size() + 1, definition, List.copyOf(nodes))));
        }

        private void define(FootnoteBlock definition) {
            String name = definition.getText().toString();
            FootnoteBlock first = noteTexts.putIfAbsent(name, definition);
            if (first != null) {
                problems.add(
                        Rule.FOOTNOTE_DUPLICATE,
                        span(definition.getOpeningMarker(), definition.getText()),
                        "a second note named \"" + name + "\"",
                        "give it a name of its own",
                        new Problem.Note(span(first.getOpeningMarker(), first.getText()), "the first one"));
            }
        }

        private void unused(FootnoteBlock definition) {
            problems.add(
                    Rule.FOOTNOTE_UNUSED,
                    span(definition.getOpeningMarker(), definition.getText()),
                    "nothing refers to the note \"" + definition.getText() + "\"",
                    "write [^" + definition.getText() + "] where it belongs, or remove it");
        }

        private void visitChildren(Node parent, int depth) {
            if (depth > DEEPEST_NESTING) {
                if (!tooDeep) {
                    tooDeep = true;
                    problems.add(
                            Rule.NESTING_TOO_DEEP,
                            span(parent.getStartOffset(), Math.min(parent.getEndOffset(), parent.getStartOffset() + 1)),
                            "nested more than " + DEEPEST_NESTING + " levels deep",
                            "write it with fewer levels");
                }
                return;
            }
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                if (!(node instanceof FootnoteBlock)) {
                    visit(node, depth + 1);
                }
            }
        }

        private void visit(Node node, int depth) {
            if (node instanceof Heading heading) {
                heading(heading);
            } else if (node instanceof Link link) {
                link(link.getUrl(), link, link.hasChildren());
            } else if (node instanceof AutoLink link) {
                link(link.getText(), link, true);
            } else if (node instanceof LinkRef link) {
                Reference reference = link.getReferenceNode(document);
                if (reference != null) {
                    definition(link, reference);
                    link(reference.getUrl(), link, true);
                }
            } else if (node instanceof Image image) {
                image(image.getUrl(), image);
            } else if (node instanceof ImageRef image) {
                Reference reference = image.getReferenceNode(document);
                if (reference != null) {
                    definition(image, reference);
                    image(reference.getUrl(), image);
                }
            } else if (node instanceof Footnote call) {
                call(call);
            } else if (node instanceof Paragraph paragraph) {
                if (paragraph.getParent() instanceof ListItem && lists.isInTightListItem(paragraph)) {
                    tight.add(paragraph);
                }
            } else if (node instanceof Text text) {
                words += countWords(text.getChars().toString());
            } else {
                html(node);
            }
            visitChildren(node, depth);
        }

        private void definition(Node node, Reference reference) {
            definitions.put(
                    node,
                    new MarkdownTree.Definition(
                            reference.getUrl().unescape(), reference.getTitle().unescape()));
        }

        /** Ids that authors chose are taken before any is made from words. */
        private void explicitIds() {
            for (Node node : document.getDescendants()) {
                if (node instanceof Heading heading) {
                    PlainText.explicit(heading).ifPresent(id -> takeExplicit(id, heading));
                }
            }
        }

        private void takeExplicit(String id, Heading heading) {
            if (isReserved(id) || !ids.add(id)) {
                problems.add(
                        Rule.HEADING_ID_TAKEN,
                        span(heading.getStartOffset(), heading.getEndOffset()),
                        "the id \"" + id + "\" is already taken"
                                + (isReserved(id) ? " by the frame of the page" : " by another heading"),
                        "choose another one");
            }
        }

        private void heading(Heading heading) {
            String text = PlainText.text(heading);
            Optional<String> explicit = PlainText.explicit(heading);
            String id = explicit.orElseGet(() -> unique(PlainText.slug(text)));
            headingIds.put(heading, id);
            headings.add(new Body.Heading(
                    heading.getLevel(), id, text, span(heading.getStartOffset(), heading.getEndOffset())));
        }

        private String unique(String slug) {
            String base = isReserved(slug) ? "section-" + slug : slug;
            String id = base;
            for (int i = 2; !ids.add(id); i++) {
                id = base + "-" + i;
            }
            return id;
        }

        private static boolean isReserved(String id) {
            return RESERVED_IDS.contains(id) || RESERVED_PREFIXES.stream().anyMatch(id::startsWith);
        }

        private void link(BasedSequence url, Node link, boolean hasText) {
            Span span = span(link.getStartOffset(), link.getEndOffset());
            if (!hasText) {
                problems.add(
                        Rule.LINK_TEXT_MISSING,
                        span,
                        "a link without a text",
                        "write what it leads to between the brackets");
            }
            links.add(new Body.Reference(PlainText.unescaped(url), span));
        }

        private void image(BasedSequence url, Node image) {
            Span span = span(image.getStartOffset(), image.getEndOffset());
            String alt = PlainText.text(image);
            if (alt.isBlank()) {
                problems.add(
                        Rule.IMAGE_ALT_MISSING,
                        span,
                        "the image " + url + " has no alternative text",
                        "write between the brackets what the picture says: ![…](" + url + ")");
            }
            images.add(new Body.Reference(PlainText.unescaped(url), span));
        }

        private void call(Footnote call) {
            String name = call.getText().toString();
            FootnoteBlock definition = noteTexts.get(name);
            if (definition == null) {
                problems.add(
                        Rule.FOOTNOTE_MISSING,
                        span(call.getStartOffset(), call.getEndOffset()),
                        "no note named \"" + name + "\"",
                        Suggestion.closest(name, noteTexts.keySet())
                                .map(close -> "did you mean \"" + close + "\"?")
                                .orElse("write its text on a line of its own: [^" + name + "]: …"));
                return;
            }
            calls.computeIfAbsent(definition, key -> new ArrayList<>()).add(call);
        }

        private void html(Node node) {
            boolean comment = node instanceof HtmlCommentBlock || node instanceof HtmlInlineComment || isComment(node);
            boolean raw =
                    node instanceof HtmlBlockBase || node instanceof HtmlInlineBase && !(node instanceof HtmlEntity);
            boolean closes = node.getChars().startsWith("</");
            if (!raw || comment || closes) {
                return;
            }
            String text = node.getChars().toString();
            int end = node.getStartOffset()
                    + text.strip().lines().findFirst().orElse("").length();
            problems.add(
                    Rule.HTML_NOT_ALLOWED,
                    span(node.getStartOffset(), Math.max(node.getStartOffset(), Math.min(end, node.getEndOffset()))),
                    "HTML in the text",
                    "write it as Markdown; to show the sign itself write \\<");
        }

        private static boolean isComment(Node node) {
            String text = node.getChars().toString().strip();
            return text.startsWith("<!--") && text.endsWith("-->") && text.indexOf("-->") == text.length() - 3;
        }

        private static int countWords(String text) {
            int count = 0;
            boolean inWord = false;
            for (int i = 0; i < text.length(); i++) {
                boolean letter = Character.isLetterOrDigit(text.charAt(i));
                if (letter && !inWord) {
                    count++;
                }
                inWord = letter || inWord && !Character.isWhitespace(text.charAt(i));
            }
            return count;
        }

        private Span span(BasedSequence first, BasedSequence last) {
            return span(first.getStartOffset(), last.getEndOffset());
        }

        private Span span(int start, int end) {
            return place.span(start, Math.max(start, end));
        }
    }
}
