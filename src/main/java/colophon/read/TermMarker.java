package colophon.read;

import colophon.model.Block;
import colophon.model.Glossary;
import colophon.model.Glossary.Entry;
import colophon.model.Inline;
import colophon.model.Inline.Term.Shown;
import colophon.model.MarkdownTree.NoteText;
import colophon.model.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Marks the terms of a glossary in one text. The first use of an abbreviation is expanded, unless the author has written it out; the first
 * use of a term leads to its entry. Headings, terms of definition lists, links, code, tables, captions and sources are left alone.
 */
final class TermMarker {
    /** A way to write an entry. */
    private record Name(Entry entry, String text, String whole, boolean abbreviation, boolean anyCase) {}

    private static final int REMEMBERED_CHARS = 400;
    private static final String DASHES = "–—";
    private static final String OPENING = "([{\"'“‘«„¿¡";
    private static final String CLOSING = ")]}\"'”’»";
    /** Words whose stop does not end a sentence. */
    private static final Set<String> SHORTENED = Set.of("cf", "vs", "etc", "fig", "chap", "no", "nos", "pp", "p");

    private final Map<Character, List<Name>> names = new HashMap<>();
    private final Set<String> introduced = new HashSet<>();
    private final Set<String> linked = new HashSet<>();
    /** The words of the paragraph so far. */
    private final StringBuilder before = new StringBuilder();

    private TermMarker(Glossary glossary) {
        for (Entry entry : glossary.entries()) {
            String term = entry.name();
            entry.abbreviation().ifPresent(abbreviation -> {
                add(new Name(entry, abbreviation, term, true, false));
                add(new Name(entry, abbreviation + "s", entry.plural(), true, false));
            });
            boolean anyCase = term.chars().noneMatch(Character::isUpperCase);
            add(new Name(entry, term, term, false, anyCase));
            add(new Name(entry, entry.plural(), entry.plural(), false, anyCase));
        }
        names.values()
                .forEach(list -> list.sort(
                        Comparator.comparing((Name name) -> -name.text().length())));
    }

    private void add(Name name) {
        char first = name.text().charAt(0);
        names.computeIfAbsent(first, key -> new ArrayList<>()).add(name);
        char other = Character.toUpperCase(first);
        if (name.anyCase() && other != first) {
            names.computeIfAbsent(other, key -> new ArrayList<>()).add(name);
        }
    }

    static ParsedText mark(ParsedText text, Glossary glossary) {
        if (glossary.isEmpty()) {
            return text;
        }
        TermMarker marker = new TermMarker(glossary);
        List<Block> blocks = marker.blocks(text.blocks());
        List<NoteText> notes = text.notes().stream()
                .map(note -> new NoteText(note.name(), marker.blocks(note.blocks()), note.start(), note.end()))
                .toList();
        return new ParsedText(text.heads(), blocks, text.headings(), notes);
    }

    private List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    private Block block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            before.setLength(0);
            return paragraph.figure().isPresent() || paragraph.isSourceLine()
                    ? paragraph
                    : new Block.Paragraph(inlines(paragraph.content()), paragraph.tight());
        }
        if (block instanceof Block.Quote quote) {
            return new Block.Quote(blocks(quote.blocks()));
        }
        if (block instanceof Block.BulletList list) {
            return new Block.BulletList(items(list.items()));
        }
        if (block instanceof Block.NumberedList list) {
            return new Block.NumberedList(list.first(), items(list.items()));
        }
        if (block instanceof Block.DefinitionList list) {
            return new Block.DefinitionList(
                    list.entries().stream().map(this::entry).toList());
        }
        if (block instanceof Block.Directive directive) {
            return new Block.Directive(
                    directive.name(),
                    directive.attributes(),
                    blocks(directive.blocks()),
                    directive.start(),
                    directive.end());
        }
        return block;
    }

    private List<Block.Item> items(List<Block.Item> items) {
        return items.stream().map(item -> new Block.Item(blocks(item.blocks()))).toList();
    }

    private Block.Entry entry(Block.Entry entry) {
        return entry instanceof Block.Meaning meaning ? new Block.Meaning(blocks(meaning.blocks())) : entry;
    }

    /** Running text. Lines that follow each other are looked at as one: a term may stand in two of them. */
    private List<Inline> inlines(List<Inline> inlines) {
        List<Inline> marked = new ArrayList<>(inlines.size());
        List<Inline> lines = new ArrayList<>();
        for (Inline inline : inlines) {
            if (inline instanceof Inline.Text || inline instanceof Inline.LineBreak line && !line.hard()) {
                lines.add(inline);
                continue;
            }
            lines(lines, marked);
            marked.add(inline(inline));
        }
        lines(lines, marked);
        return marked;
    }

    private Inline inline(Inline inline) {
        if (inline instanceof Inline.Emphasis emphasis) {
            return new Inline.Emphasis(inlines(emphasis.content()));
        }
        if (inline instanceof Inline.Strong strong) {
            return new Inline.Strong(inlines(strong.content()));
        }
        if (inline instanceof Inline.Span span) {
            return new Inline.Span(span.attributes(), inlines(span.content()), span.start(), span.end());
        }
        if (inline instanceof Inline.Struck struck) {
            return new Inline.Struck(inlines(struck.content()));
        }
        before.append(inline instanceof Inline.LineBreak ? " " : PlainText.of(List.of(inline)));
        return inline;
    }

    private void lines(List<Inline> lines, List<Inline> marked) {
        if (lines.isEmpty()) {
            return;
        }
        StringBuilder joined = new StringBuilder();
        lines.forEach(line -> joined.append(line instanceof Inline.Text text ? text.text() : "\n"));
        List<Inline> pieces = pieces(joined.toString());
        marked.addAll(pieces.isEmpty() ? lines : pieces);
        lines.clear();
    }

    /** A text cut at its terms; nothing where it has none. */
    private List<Inline> pieces(String text) {
        List<Inline> pieces = new ArrayList<>();
        int done = 0;
        int known = 0;
        for (int at = 0; at < text.length(); at++) {
            List<Name> candidates = names.get(text.charAt(at));
            if (candidates == null || !Character.isLetterOrDigit(text.codePointAt(at))) {
                continue;
            }
            before.append(text, known, at);
            known = at;
            if (!startsWord() && !WordEnds.isUnspaced(text.codePointAt(at))) {
                continue;
            }
            for (Name name : candidates) {
                int end = end(name, text, at);
                Optional<Inline.Term> term = end < 0 ? Optional.empty() : term(name, text, at, end);
                if (term.isPresent()) {
                    if (done < at) {
                        pieces.add(new Inline.Text(text.substring(done, at)));
                    }
                    pieces.add(term.get());
                    done = end;
                }
                if (end > 0) {
                    before.append(text, at, end);
                    known = end;
                    at = end - 1;
                    break;
                }
            }
        }
        before.append(text, known, text.length());
        if (before.length() > REMEMBERED_CHARS) {
            before.delete(0, before.length() - REMEMBERED_CHARS);
        }
        if (!pieces.isEmpty() && done < text.length()) {
            pieces.add(new Inline.Text(text.substring(done)));
        }
        return pieces;
    }

    /** Whether a word may begin after what is before it. Chinese, Japanese and Thai put no space between words: there any place will do. */
    private boolean startsWord() {
        int last = before.length() - 1;
        if (last >= 0 && WordEnds.isUnspaced(before.codePointBefore(last + 1))) {
            return true;
        }
        if (last < 0 || Character.isWhitespace(before.charAt(last)) || DASHES.indexOf(before.charAt(last)) >= 0) {
            return true;
        }
        return OPENING.indexOf(before.charAt(last)) >= 0
                && (last == 0 || !Character.isLetterOrDigit(before.charAt(last - 1)));
    }

    /** The end of a name that stands at a place as words of its own, or -1. */
    private static int end(Name name, String text, int start) {
        int at = start;
        for (int i = 0; i < name.text().length(); i++) {
            char wanted = name.text().charAt(i);
            if (at >= text.length()) {
                return -1;
            }
            char c = text.charAt(at);
            if (wanted == ' ') {
                if (!Character.isWhitespace(c)) {
                    return -1;
                }
                while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
            } else if (c == wanted || name.anyCase() && Character.toLowerCase(c) == wanted) {
                at++;
            } else {
                return -1;
            }
        }
        return WordEnds.at(text, at) ? at : -1;
    }

    /** Whether a name is a part of another word: "FDI-led", "ASEAN+3", "ASEAN's". */
    private static boolean isCompound(String text, int end) {
        return end + 1 < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && !WordEnds.isUnspaced(text.codePointAt(end))
                && !WordEnds.isHangul(text.codePointAt(end))
                && DASHES.indexOf(text.charAt(end)) < 0
                && Character.isLetterOrDigit(text.charAt(end + 1));
    }

    private Optional<Inline.Term> term(Name name, String text, int start, int end) {
        String id = name.entry().id();
        String written = text.substring(start, end);
        boolean isKnown = introduced.contains(id);
        if (!name.abbreviation() || !isKnown && isCompound(text, end)) {
            return linked.add(id)
                    ? Optional.of(new Inline.Term(written, id, Shown.LINKED, name.whole()))
                    : Optional.empty();
        }
        if (isKnown || isWrittenOut(name, text, end)) {
            introduced.add(id);
            return Optional.of(new Inline.Term(written, id, Shown.ABBREVIATED, name.whole()));
        }
        introduced.add(id);
        linked.add(id);
        boolean isInBrackets = lastBracket("(", "（") > lastBracket(")", "）");
        Shown shown = isInBrackets ? Shown.EXPANDED_IN_BRACKETS : Shown.EXPANDED;
        return Optional.of(new Inline.Term(written, id, shown, expansion(name)));
    }

    private int lastBracket(String narrow, String wide) {
        return Math.max(before.lastIndexOf(narrow), before.lastIndexOf(wide));
    }

    private String expansion(Name name) {
        boolean hasArticle = name.whole().equals(name.entry().name())
                && !endsWith(name.entry().article());
        String whole = hasArticle ? name.entry().term() : name.whole();
        return atSentenceStart() ? whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1) : whole;
    }

    /** Whether the author says what an abbreviation means: before it, which then stands in brackets, or in brackets behind it. */
    private boolean isWrittenOut(Name name, String text, int end) {
        return endsWith(name.whole() + " (")
                || endsWith(name.whole() + "（")
                || isFollowedBy(" (" + name.whole(), text, end)
                || isFollowedBy("（" + name.whole(), text, end);
    }

    private static boolean isFollowedBy(String words, String text, int end) {
        return text.regionMatches(true, end, words, 0, words.length());
    }

    /** Whether the words so far end so, in capitals or not, in one line or two. */
    private boolean endsWith(String words) {
        String so = before.toString().replaceAll("\\s+", " ");
        return so.regionMatches(true, so.length() - words.length(), words, 0, words.length());
    }

    private boolean atSentenceStart() {
        int last = before.length() - 1;
        while (last >= 0 && isBetweenWords(before.charAt(last))) {
            last--;
        }
        if (last < 0) {
            return true;
        }
        char end = before.charAt(last);
        int first = last;
        while (first > 0 && !Character.isWhitespace(before.charAt(first - 1))) {
            first--;
        }
        String word = before.substring(first, last);
        return end == '!' || end == '?' || end == '.' && word.indexOf('.') < 0 && !SHORTENED.contains(word);
    }

    private static boolean isBetweenWords(char c) {
        return Character.isWhitespace(c) || CLOSING.indexOf(c) >= 0 || OPENING.indexOf(c) >= 0;
    }
}
