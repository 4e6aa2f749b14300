package colophon.output;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * The blocks of text of a document of a book, as {@link PrintedPages} counts them: without notes and their numbers, and without the data
 * of charts, which print does not have in the text.
 */
final class BookBlocks {
    /** Elements that run on within a line. */
    private static final Set<String> IN_LINE = Set.of(
            "a", "abbr", "b", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt",
            "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr");

    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** A run of text without a break, or a picture with what it says. */
    record Block(List<? extends Node> content, long digest) {
        /** The place before the letter of a number, or the beginning of the word it is in. */
        Place at(int letters) {
            int before = 0;
            for (Node node : content) {
                int here = node instanceof Text text ? Letters.count(text.getData()) : 0;
                if (node instanceof Text text && before + here > letters) {
                    return new Place(text, letters == 0 ? 0 : wordAt(text.getData(), letters - before));
                }
                before += here;
            }
            return new Place(content.get(0), 0);
        }

        /** The beginning of the word that a letter is in, with the marks that open it. */
        private static int wordAt(String text, int letters) {
            int at = 0;
            for (int seen = 0; seen < letters || !Character.isLetterOrDigit(text.codePointAt(at)); ) {
                seen += Character.isLetterOrDigit(text.codePointAt(at)) ? 1 : 0;
                at += Character.charCount(text.codePointAt(at));
            }
            while (at > 0 && isOneWord(text.codePointBefore(at), text.codePointAt(at))) {
                at -= Character.charCount(text.codePointBefore(at));
            }
            while (at > 0 && opens(text.codePointBefore(at))) {
                at -= Character.charCount(text.codePointBefore(at));
            }
            return at;
        }

        /** Scripts without spaces between words break anywhere. */
        private static boolean isOneWord(int before, int behind) {
            return Character.isLetterOrDigit(before)
                    && !UNSPACED.contains(UnicodeScript.of(before))
                    && !UNSPACED.contains(UnicodeScript.of(behind));
        }

        private static boolean opens(int sign) {
            int type = Character.getType(sign);
            return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
        }
    }

    /** Whether an element runs on within a line. */
    static boolean isInLine(Element element) {
        return IN_LINE.contains(element.getTagName());
    }

    /** Before a picture, or before a sign of a text. */
    record Place(Node node, int offset) {}

    private final List<Block> blocks = new ArrayList<>();
    private final List<Text> run = new ArrayList<>();

    private BookBlocks() {}

    static List<Block> of(Element body) {
        BookBlocks found = new BookBlocks();
        found.collect(body);
        found.endBlock();
        return List.copyOf(found.blocks);
    }

    /**
     * The blocks that are the same in another edition, by their index there. Where a text is there several times, as in the cells of a
     * table, they are told apart by their order; where it is not there as often in both, none is sure.
     */
    static Map<Integer, Block> same(List<Long> others, List<Block> blocks) {
        Map<Long, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < others.size(); i++) {
            places.computeIfAbsent(others.get(i), key -> new ArrayList<>()).add(i);
        }
        Map<Long, List<Block>> ours = new HashMap<>();
        blocks.forEach(block ->
                ours.computeIfAbsent(block.digest(), key -> new ArrayList<>()).add(block));
        Map<Integer, Block> same = new HashMap<>();
        places.forEach((digest, indexes) -> {
            List<Block> found = ours.getOrDefault(digest, List.of());
            for (int i = 0; i < indexes.size() && found.size() == indexes.size(); i++) {
                same.put(indexes.get(i), found.get(i));
            }
        });
        return same;
    }

    private void collect(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                run.add(text);
            } else if (child instanceof Element inside && !isBeside(inside)) {
                element(inside);
            }
        }
    }

    private void element(Element element) {
        boolean breaks = !isInLine(element);
        if (breaks) {
            endBlock();
        }
        if (element.getTagName().equals("img")) {
            picture(element);
        } else {
            collect(element);
        }
        if (breaks) {
            endBlock();
        }
    }

    private void picture(Element picture) {
        String alt = picture.getAttribute("alt");
        if (Letters.count(alt) > 0) {
            blocks.add(new Block(List.of(picture), new Letters().add(alt).digest()));
        }
    }

    private static boolean isBeside(Element element) {
        return element.getAttribute("role").equals("doc-noteref")
                || element.getAttribute("epub:type").equals("footnotes")
                || element.getTagName().equals("details")
                || element.getTagName().equals("svg");
    }

    private void endBlock() {
        Letters letters = new Letters();
        run.forEach(text -> letters.add(text.getData()));
        if (letters.count() > 0) {
            blocks.add(new Block(List.copyOf(run), letters.digest()));
        }
        run.clear();
    }

    /** The last block, where there is one. */
    static Optional<Block> last(List<Block> blocks) {
        return blocks.isEmpty() ? Optional.empty() : Optional.of(blocks.get(blocks.size() - 1));
    }
}
