package colophon.read;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.Attributes;
import colophon.model.Block;
import colophon.model.Body;
import colophon.model.CitationForm;
import colophon.model.HouseStyle;
import colophon.model.Inline;
import colophon.model.MarkdownTree;
import colophon.model.MarkdownTree.Note;
import colophon.model.MarkdownTree.NoteText;
import colophon.model.MarkdownTree.Numbered;
import colophon.model.Outline;
import colophon.model.Outline.Citing;
import colophon.model.Outline.Item;
import colophon.model.Phrase;
import colophon.model.PlainText;
import colophon.model.SignBuffer;
import colophon.model.Site;
import colophon.model.TextWalk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Walks a parsed text once and gathers what other stages need to know of it: headings with their ids, links, pictures, notes with their
 * numbers, words. What only a look at the whole text can find wrong is found here.
 */
final class Gatherer extends TextWalk {
    /** Ids that the frame of every page uses. */
    private static final Set<String> RESERVED_IDS = Set.of("main", "notes-heading");

    private static final List<String> RESERVED_PREFIXES = List.of("page-", "fn-", "fnref-", "person-", "institution-");

    /** What can be said of a picture in a paragraph of its own, and of one within a text. */
    private static final List<String> ALONE = List.of("credit", "decorative", "source");

    private static final List<String> IN_TEXT = List.of("decorative");

    private static final int MAX_SUGGESTIONS = 200;

    private static final byte LETTER = 1;
    private static final byte SPACE = 2;
    /** What the signs of ASCII are: letters, spaces or neither. Most texts hold few others. */
    private static final byte[] ASCII = new byte[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = kind(c);
        }
    }

    /** What can be said of words in brackets. */
    private static final List<String> OF_WORDS = List.of("dir", "lang");

    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl", "auto");

    private final ParsedText text;
    /** The last picture that has a paragraph of its own. */
    private Inline.Image figure;

    private final HouseStyle style;
    private final MarkdownTree.Typesetter typesetter;
    private final Body.Place place;
    private final Problems problems;
    private final List<Outline.Heading> headings = new ArrayList<>();
    private final List<Outline.Anchor> anchors = new ArrayList<>();
    private final List<Outline.Reference> links = new ArrayList<>();
    private final List<Outline.Reference> images = new ArrayList<>();
    private final Map<String, NoteText> noteTexts = new TreeMap<>();
    private final Map<String, List<Inline.Call>> calls = new HashMap<>();
    /** The names of the notes in the order of their first call. */
    private final List<String> called = new ArrayList<>();

    private final Set<String> ids = new HashSet<>();
    /** For each id that several places would have, the number of the next one. */
    private final Map<String, Integer> numbered = new HashMap<>();

    private final Map<Block.Heading, String> headingIds = new IdentityHashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Inline.Citation> citations = new ArrayList<>();
    /** The name of the note that each of the citations stands in, empty in the running text. */
    private final List<String> citedIn = new ArrayList<>();

    private final Map<Object, Integer> places = new IdentityHashMap<>();
    /** The note that is read now; empty in the running text. */
    private String inNote = "";

    private final Map<Block.Paragraph, Numbered> paragraphs = new IdentityHashMap<>();
    private final List<String> paragraphIds = new ArrayList<>();
    private final Set<String> terms = new LinkedHashSet<>();
    /** Whether the text goes on behind a term, perhaps within a word: "ASEAN's". */
    private boolean afterTerm;

    /** The language and direction of the blocks that are read now, where it is not that of the text. */
    private Attributes language = Attributes.NONE;

    private int missingNotes;

    private final SignBuffer buffer = new SignBuffer();
    private int words;

    private Gatherer(
            ParsedText text,
            HouseStyle style,
            MarkdownTree.Typesetter typesetter,
            Body.Place place,
            Problems problems) {
        this.typesetter = typesetter;
        this.text = text;
        this.style = style;
        this.place = place;
        this.problems = problems;
    }

    static Gatherer of(
            ParsedText text,
            HouseStyle style,
            MarkdownTree.Typesetter typesetter,
            Body.Place place,
            Problems problems) {
        Gatherer gatherer = new Gatherer(text, style, typesetter, place, problems);
        gatherer.gather();
        return gatherer;
    }

    MarkdownTree tree() {
        Map<String, List<Inline>> heads = new LinkedHashMap<>();
        text.heads().forEach(head -> heads.put(head.name(), head.content()));
        return new MarkdownTree(style.language(), heads, text.blocks(), headingIds, places, paragraphs, notes);
    }

    /**
     * Numbers the paragraphs of the running text, when all other ids are given. What stands in lists, quotations and directives, and the
     * lines below tables and figures, are not among them.
     */
    Gatherer numberParagraphs() {
        boolean mayBeSource = false;
        for (Block block : text.blocks()) {
            if (!(block instanceof Block.Paragraph paragraph)) {
                mayBeSource = block instanceof Block.Table;
            } else if (paragraph.figure().isPresent()) {
                mayBeSource = true;
            } else if (!mayBeSource || !paragraph.isSourceLine()) {
                mayBeSource = false;
                String id = unique(ParagraphId.of(PlainText.of(paragraph.content())));
                paragraphIds.add(id);
                paragraphs.put(paragraph, new Numbered(paragraphIds.size(), id));
            }
        }
        return this;
    }

    Body body(int start, Supplier<MarkdownTree> again) {
        Outline outline = new Outline(
                heads(), headings, anchors, links, images, items, citings(), List.copyOf(terms), paragraphIds, words);
        return new Body(start, outline, again, typesetter);
    }

    /** The texts before this one, as all other places show them. */
    List<Outline.Head> heads() {
        return text.heads().stream()
                .map(head -> new Outline.Head(
                        head.name(),
                        head.markdown(),
                        typesetter.head(head.content(), style.language(), places),
                        head.span()))
                .toList();
    }

    private void gather() {
        text.notes().forEach(this::define);
        text.heads().forEach(head -> inlines(head.content()));
        // They are not counted with the text.
        words = 0;
        // Ids that authors chose are taken before any is made from words.
        for (Block.Heading heading : text.headings()) {
            if (heading.id().isPresent()) {
                takeChosen(heading.id().get(), span(heading.start(), heading.end()));
            }
        }
        blocks(text.blocks());
        // A note may be the first to call another one: the list grows while it is read.
        for (int i = 0; i < called.size(); i++) {
            inNote = called.get(i);
            blocks(noteTexts.get(inNote).blocks());
        }
        noteTexts.values().stream()
                .filter(note -> !calls.containsKey(note.name()))
                .forEach(this::unused);
        called.forEach(name -> notes.add(new Note(notes.size() + 1, noteTexts.get(name), calls.get(name))));
    }

    private void define(NoteText note) {
        NoteText first = noteTexts.putIfAbsent(note.name(), note);
        if (first != null) {
            problems.add(
                    Rule.FOOTNOTE_DUPLICATE,
                    span(note.start(), note.end()),
                    "a second note named \"" + note.name() + "\"",
                    "give it a name of its own",
                    new Problem.Note(span(first.start(), first.end()), "the first one"));
        }
    }

    private void unused(NoteText note) {
        problems.add(
                Rule.FOOTNOTE_UNUSED,
                place.span(note.start(), note.end()),
                "nothing refers to the note \"" + note.name() + "\"",
                "write [^" + note.name() + "] where it belongs, or remove it");
    }

    @Override
    public void heading(Block.Heading heading) {
        String title = PlainText.of(heading.content()).strip();
        String id = heading.id().isPresent() ? heading.id().get() : unique(PlainText.slug(title));
        headingIds.put(heading, id);
        inlines(heading.content());
        Span span = span(heading.start(), heading.end());
        headings.add(new Outline.Heading(heading.level(), id, phrase(heading.content()), span));
    }

    /** Running text for where it is shown away from here. Its citations have been gathered. */
    private Phrase phrase(List<Inline> content) {
        if (content.isEmpty()) {
            return Phrase.EMPTY;
        }
        List<Inline> whole = language == Attributes.NONE ? content : List.of(new Inline.Span(language, content, 0, 0));
        return typesetter.phrase(whole, style.language(), places);
    }

    private void takeChosen(String id, Span place) {
        if (isReserved(id) || !ids.add(id)) {
            problems.add(
                    Rule.HEADING_ID_TAKEN,
                    place,
                    "the id \"" + id + "\" is already taken"
                            + (isReserved(id) ? " by the frame of the page" : " in this text"),
                    "choose another one");
        }
    }

    private String unique(String slug) {
        String base = isReserved(slug) ? "section-" + slug : slug;
        String id = base;
        int number = numbered.getOrDefault(base, 2);
        while (!ids.add(id)) {
            id = base + "-" + number++;
            numbered.put(base, number);
        }
        return id;
    }

    private static boolean isReserved(String id) {
        if (RESERVED_IDS.contains(id)) {
            return true;
        }
        for (String prefix : RESERVED_PREFIXES) {
            if (id.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void text(Inline.Text text) {
        words += countWords(text.text(), afterTerm);
        afterTerm = false;
    }

    @Override
    public void term(Inline.Term term) {
        words += countWords(term.text(), false);
        afterTerm = true;
        terms.add(term.id());
    }

    @Override
    public void code(Inline.Code code) {
        words += countWords(code.text(), false);
    }

    @Override
    public void link(Inline.Link link) {
        Span span = span(link.start(), link.end());
        if (link.content().isEmpty() && Site.isExternal(link.address())) {
            problems.add(
                    Rule.LINK_TEXT_MISSING,
                    span,
                    "a link without a text",
                    "write what it leads to between the brackets");
        }
        links.add(new Outline.Reference(link.address(), link.content().isEmpty(), span));
        inlines(link.content());
    }

    @Override
    public void span(Inline.Span span) {
        super.span(span);
        Span place = span(span.start(), span.end());
        span.attributes().label().ifPresent(label -> {
            takeChosen(label, place);
            anchors.add(new Outline.Anchor(label, phrase(span.content()), place));
        });
        for (Attributes.Argument argument : span.attributes().arguments()) {
            checkSpan(argument);
        }
    }

    @Override
    public void division(Block.Division division) {
        division.attributes().arguments().forEach(this::checkSpan);
        Attributes around = language;
        language = division.attributes();
        super.division(division);
        language = around;
    }

    private void checkSpan(Attributes.Argument argument) {
        Span place = span(argument.start(), argument.end());
        String value = argument.value();
        if (!OF_WORDS.contains(argument.name())) {
            problems.add(
                    Rule.ARGUMENT_UNKNOWN,
                    place,
                    "words in brackets have no argument \"" + argument.name() + "\"",
                    Suggestion.help(argument.name(), OF_WORDS));
        } else if (argument.name().equals("dir") && !DIRECTIONS.contains(value)) {
            problems.add(Rule.ARGUMENT_UNKNOWN, place, "no direction \"" + value + "\"", "write dir=rtl or dir=ltr");
        } else if (argument.name().equals("lang") && !LanguageTags.isValid(value)) {
            problems.add(
                    Rule.ARGUMENT_UNKNOWN,
                    place,
                    "\"" + value + "\" is not a language tag",
                    "write a code such as ar, he or zh-Hant (BCP 47)");
        }
    }

    @Override
    public void image(Inline.Image image) {
        Span span = span(image.start(), image.end());
        if (image.alt().isBlank() && !image.attributes().has("decorative")) {
            problems.add(
                    Rule.IMAGE_ALT_MISSING,
                    span,
                    "the image " + image.address() + " has no alternative text",
                    "write between the brackets what the picture says: ![…](" + image.address()
                            + "), or {decorative} behind it when it says nothing");
        }
        if (image != figure && hasCaption(image)) {
            problems.add(
                    Rule.CAPTION_MISPLACED,
                    span,
                    image.caption().isEmpty()
                            ? "the label of an image that is not alone in its paragraph"
                            : "the caption of an image that is not alone in its paragraph",
                    "put the image into a paragraph of its own, with a blank line before and after it");
        }
        if (image != figure) {
            checkAttributes(image, IN_TEXT, "a picture within a text");
        }
        images.add(new Outline.Reference(image.address(), false, span));
        words += countWords(image.alt(), false);
        if (image != figure) {
            super.image(image);
        }
    }

    @Override
    public void paragraph(Block.Paragraph paragraph) {
        Optional<Inline.Image> alone = paragraph.figure();
        if (alone.isPresent()) {
            figure = alone.get();
            figure(figure);
        }
        super.paragraph(paragraph);
    }

    private void figure(Inline.Image image) {
        super.image(image);
        if (hasCaption(image)) {
            Span place = span(image.start(), image.end());
            item(image, "figure", false, image.attributes(), image.caption(), place);
        } else {
            checkAttributes(image, ALONE, "a picture");
        }
    }

    /** What is said of a picture that is no numbered figure; others check those. */
    private void checkAttributes(Inline.Image image, List<String> known, String what) {
        image.attributes().arguments().stream()
                .filter(argument -> !known.contains(argument.name()))
                .forEach(argument -> problems.add(
                        Rule.ARGUMENT_UNKNOWN,
                        span(argument.start(), argument.end()),
                        what + " has no argument \"" + argument.name() + "\"",
                        ALONE.contains(argument.name())
                                ? "put the picture into a paragraph of its own: then it has a caption"
                                : Suggestion.help(argument.name(), known)));
    }

    private static boolean hasCaption(Inline.Image image) {
        return !image.caption().isEmpty() || image.attributes().label().isPresent();
    }

    @Override
    public void table(Block.Table table) {
        super.table(table);
        if (table.caption().isPresent()) {
            Attributes attributes = new Attributes(table.label(), List.of());
            item(table, "table", false, attributes, table.caption().get(), span(table.start(), table.end()));
        }
    }

    @Override
    public void directive(Block.Directive directive) {
        Attributes attributes = directive.attributes();
        arguments(attributes);
        List<Inline> title = attributes.content("title").orElse(List.of());
        item(directive, directive.name(), true, attributes, title, span(directive.start(), directive.end()));
        blocks(directive.blocks());
    }

    private void item(
            Object node, String kind, boolean directive, Attributes attributes, List<Inline> title, Span place) {
        List<Outline.Argument> arguments = attributes.arguments().stream()
                .map(it ->
                        new Outline.Argument(it.name(), it.value(), phrase(it.content()), span(it.start(), it.end())))
                .toList();
        places.put(node, items.size());
        items.add(new Item(kind, directive, attributes.label(), phrase(title), arguments, place));
        attributes.label().ifPresent(label -> takeChosen(label, place));
    }

    /** In a style that cites in notes a citation in the running text makes a note of its own. */
    @Override
    public void citation(Inline.Citation citation) {
        if (places.containsKey(citation)) {
            return;
        }
        places.put(citation, citations.size());
        citations.add(citation);
        String name = inNote;
        if (style.citations() == CitationForm.NOTE && inNote.isEmpty()) {
            name = MarkdownTree.noteOf(citation);
            List<Block> note = List.of(new Block.Paragraph(List.of(citation), false));
            noteTexts.put(name, new NoteText(name, note, citation.start(), citation.end()));
            calls.computeIfAbsent(name, this::firstCall).add(new Inline.Call(name, citation.start(), citation.end()));
        }
        citedIn.add(name);
    }

    /** The citations as they are read: notes behind what calls them. */
    private List<Citing> citings() {
        List<Citing> citings = new ArrayList<>(citations.size());
        Map<String, Integer> numbers = new HashMap<>();
        called.forEach(name -> numbers.put(name, numbers.size() + 1));
        for (int i = 0; i < citations.size(); i++) {
            Inline.Citation it = citations.get(i);
            List<Outline.Cite> cites = it.cites().stream()
                    .map(cite -> new Outline.Cite(
                            cite.key(),
                            cite.prefix(),
                            cite.suffix(),
                            cite.withoutAuthor(),
                            span(cite.start(), cite.end())))
                    .toList();
            int note = numbers.getOrDefault(citedIn.get(i), 0);
            boolean own = citedIn.get(i).equals(MarkdownTree.noteOf(it));
            citings.add(new Citing(cites, it.inSentence(), it.text(), note, own, span(it.start(), it.end())));
        }
        return citings;
    }

    @Override
    public void call(Inline.Call call) {
        if (noteTexts.containsKey(call.name())) {
            calls.computeIfAbsent(call.name(), this::firstCall).add(call);
            return;
        }
        problems.add(
                Rule.FOOTNOTE_MISSING,
                span(call.start(), call.end()),
                "no note named \"" + call.name() + "\"",
                closest(call.name())
                        .map(close -> "did you mean \"" + close + "\"?")
                        .orElse("write its text on a line of its own: [^" + call.name() + "]: …"));
    }

    /** A name that may be meant. Hundreds of wrong ones are no slips, and to compare each with all names would take long. */
    private Optional<String> closest(String name) {
        missingNotes++;
        return missingNotes > MAX_SUGGESTIONS ? Optional.empty() : Suggestion.closest(name, noteTexts.keySet());
    }

    private List<Inline.Call> firstCall(String name) {
        called.add(name);
        return new ArrayList<>();
    }

    /** @param continued whether the text begins within a word */
    private int countWords(String text, boolean continued) {
        int count = 0;
        int inWord = continued ? 1 : 0;
        char[] signs = buffer.of(text);
        int end = text.length();
        for (int at = 0; at < end; at++) {
            char c = signs[at];
            int kind = c < ASCII.length ? ASCII[c] : kind(c);
            // A letter is 1, a space 2. There is no branch: where words end cannot be foreseen, and a wrong guess costs
            // more than this.
            count += kind & LETTER & ~inWord;
            inWord = (inWord | kind & LETTER) & ~(kind >> 1);
        }
        return count;
    }

    private static byte kind(char c) {
        return Character.isLetterOrDigit(c) ? LETTER : Character.isWhitespace(c) ? SPACE : 0;
    }

    private Span span(int start, int end) {
        for (HeadText head : text.heads()) {
            if (head.holds(start)) {
                return head.place(start, end);
            }
        }
        return place.span(start, Math.max(start, end));
    }
}
