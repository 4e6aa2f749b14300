package colophon.output;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Edition;
import colophon.model.Page;
import colophon.output.LaidOutText.Lost;
import colophon.output.WordRuns.Word;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reports the words of pages that an edition would lose: those that are not in its document at all, and those of its document that its
 * layout does not show.
 */
final class LostWords {
    /** As many words as a message quotes. */
    private static final int QUOTED_CHARS = 60;
    /** By so many words a place is looked for, fewer if these are not there in a row. */
    private static final int[] RUNS = {8, 4, 2, 1};

    /** What people see as one thing when a part of it is lost. */
    private static final Set<String> BLOCKS = Set.of("table", "pre", "ul", "ol", "dl", "figure", "blockquote", "aside");

    private final Edition edition;
    private final GlyphPlaces places;
    private final Problems problems;

    LostWords(Edition edition, GlyphPlaces places, Problems problems) {
        this.edition = edition;
        this.places = places;
        this.problems = problems;
    }

    /** Compares a printed edition with its pages. */
    void report(LaidOutText laidOut) {
        Element body = laidOut.body();
        for (Page page : edition.pages()) {
            Element part = edition.pages().size() == 1
                    ? body
                    : withId(body, page.id().key()).orElse(body);
            report(page, part, laidOut::isHidden);
        }
        Map<Element, List<Lost>> blocks = new IdentityHashMap<>();
        List<Element> inOrder = new ArrayList<>();
        for (Lost lost : laidOut.lost()) {
            Element block = block(lost.element());
            blocks.computeIfAbsent(block, first -> {
                        inOrder.add(first);
                        return new ArrayList<>();
                    })
                    .add(lost);
        }
        inOrder.forEach(block -> report(blocks.get(block)));
    }

    /** Compares a page with the part of a document that shows it. */
    void report(Page page, Element part, Predicate<Element> isHidden) {
        List<String> pieces = PageWords.of(page);
        List<Optional<List<Word>>> missing = new EditionWords(part, isHidden).missing(pieces);
        List<String> run = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (missing.get(i).isPresent()) {
                List<Word> lost = missing.get(i).get();
                run.add(pieces.get(i)
                        .substring(
                                lost.get(0).start(), lost.get(lost.size() - 1).end()));
            } else if (!pieces.get(i).isBlank()) {
                missing(run, page);
            }
        }
        missing(run, page);
    }

    /** Pieces that are next to each other are one mistake. */
    private void missing(List<String> pieces, Page page) {
        if (!pieces.isEmpty()) {
            problems.add(
                    Rule.EDITION_WORD_MISSING,
                    place(pieces.get(0), Stream.of(page)),
                    "words of this page are not in the " + edition.format().type() + ": " + quote(pieces),
                    "a template leaves them out, or a style sheet hides them; see that the theme shows them");
            pieces.clear();
        }
    }

    private void report(List<Lost> block) {
        Lost first = block.get(0);
        String what = first.element().getTagName().equals("img")
                ? "the image " + quote(List.of(first.text()))
                : "the words " + quote(block.stream().map(Lost::text).toList());
        boolean image = first.element().getTagName().equals("img");
        problems.add(
                Rule.EDITION_WORD_MISSING,
                place(first.text(), pages(first.element())),
                what
                        + switch (first.loss()) {
                            case PAST_SIDE -> (image ? " is" : " are") + " too wide for the pages of the PDF";
                            case PAST_FOOT -> (image ? " is" : " are") + " too high for the pages of the PDF";
                            case CUT_OFF -> (image ? " is" : " are") + " cut off in the PDF";
                            case HIDDEN, NOT_LAID_OUT -> (image ? " is" : " are") + " lost as the PDF is laid out";
                        },
                "break long lines, divide the table, or make it smaller in css/print-edition.css of the theme");
    }

    private static String quote(List<String> texts) {
        String all = String.join(" ", texts)
                .replaceAll("[\\p{Cf}\\p{Cc}]", "")
                .replaceAll("\\s+", " ")
                .strip();
        int end = all.length() > QUOTED_CHARS ? Math.max(all.lastIndexOf(' ', QUOTED_CHARS), 1) : all.length();
        return "\"" + all.substring(0, end) + (end < all.length() ? " …\"" : "\"");
    }

    /** The pages that an element is of: that of its part, or any. */
    private Stream<Page> pages(Element element) {
        for (Node around = element; around instanceof Element outer; around = around.getParentNode()) {
            String id = outer.getAttribute("id");
            Optional<Page> page = edition.pages().stream()
                    .filter(it -> it.id().key().equals(id))
                    .findFirst();
            if (page.isPresent()) {
                return page.stream();
            }
        }
        return edition.pages().stream();
    }

    /** The outermost block around an element that is one thing, or the element. */
    private static Element block(Element element) {
        Element block = element;
        for (Node around = element; around instanceof Element outer; around = around.getParentNode()) {
            if (BLOCKS.contains(outer.getTagName())) {
                block = outer;
            }
        }
        return block;
    }

    // ---- Places ----

    /** Where the first words of a text are in the source of a page, or else in another file that editions show. */
    private Span place(String text, Stream<Page> pages) {
        List<String> words = WordRuns.of(text).stream().map(Word::text).toList();
        List<Source> sources = Stream.concat(pages.map(page -> page.origin().source()), places.sources())
                .toList();
        for (int run : RUNS) {
            if (run > words.size() && run != 1) {
                continue;
            }
            for (Source source : sources) {
                Optional<Span> place = place(words.subList(0, Math.min(run, words.size())), source);
                if (place.isPresent()) {
                    return place.get();
                }
            }
        }
        return sources.get(0).whole();
    }

    private static Optional<Span> place(List<String> run, Source source) {
        List<Word> words = WordRuns.of(source.text());
        for (int i = 0; i + run.size() <= words.size() && !run.isEmpty(); i++) {
            int length = 0;
            while (length < run.size() && words.get(i + length).text().equals(run.get(length))) {
                length++;
            }
            if (length == run.size()) {
                return Optional.of(source.span(
                        words.get(i).start(), words.get(i + length - 1).end()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Element> withId(Element element, String id) {
        if (element.getAttribute("id").equals(id)) {
            return Optional.of(element);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            Optional<Element> found = child instanceof Element inside ? withId(inside, id) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
