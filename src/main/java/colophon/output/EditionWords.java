package colophon.output;

import colophon.output.WordRuns.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The words of a part of a document, in which pieces of a page are looked for. Each word is found once. */
final class EditionWords {
    /** The numbers of words of long, middling and short pieces. */
    private static final int[] LENGTHS = {4, 2, 1};

    private final List<Word> words;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final BitSet found = new BitSet();

    /** @param isHidden whether the text of an element is not shown */
    EditionWords(Element part, Predicate<Element> isHidden) {
        StringBuilder text = new StringBuilder();
        collect(part, text, isHidden);
        words = WordRuns.of(text);
        for (int i = 0; i < words.size(); i++) {
            places.computeIfAbsent(words.get(i).text(), word -> new ArrayList<>())
                    .add(i);
        }
    }

    private static void collect(Element element, StringBuilder text, Predicate<Element> isHidden) {
        if (isHidden.test(element)) {
            return;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                text.append(child.getNodeValue());
            } else if (child instanceof Element inside) {
                char edge = edge(inside);
                text.append(edge == 0 ? "" : edge);
                collect(inside, text, isHidden);
                text.append(edge == 0 ? "" : edge);
            }
        }
    }

    /** What separates the text of an element from the text around it; 0 where a word may go on. */
    private static char edge(Element element) {
        if (!BookBlocks.isInLine(element)) {
            return WordRuns.BLOCK_END;
        }
        boolean apart = element.getTagName().equals("a")
                || element.getTagName().equals("br")
                || PrintedFlow.hasClass(element, "footnote");
        return apart ? ' ' : 0;
    }

    /** Of each piece, the words from the first one on that is not here; nothing of those that are here. */
    List<Optional<List<Word>>> missing(List<String> pieces) {
        List<List<Word>> wanted = pieces.stream().map(WordRuns::of).toList();
        List<Optional<List<Word>>> missing = new ArrayList<>(Collections.nCopies(pieces.size(), Optional.empty()));
        int[] ends = new int[pieces.size()];
        // Long ones first: the words of a short one are within many others.
        int below = Integer.MAX_VALUE;
        for (int length : LENGTHS) {
            int next = 0;
            for (int i = 0; i < ends.length; i++) {
                int words = wanted.get(i).size();
                if (words >= length && words < below) {
                    ends[i] = find(wanted.get(i), next);
                    if (ends[i] < 0) {
                        missing.set(i, Optional.of(wanted.get(i).subList(-ends[i] - 1, words)));
                    }
                }
                next = ends[i] > 0 ? ends[i] : next;
            }
            below = length;
        }
        return missing;
    }

    /**
     * Finds words in a row, and keeps them from being found again.
     *
     * @param next where they probably are: most pieces come in order
     * @return the index after them, or -1 less the number of those that are here
     */
    private int find(List<Word> wanted, int next) {
        List<Integer> starts = places.getOrDefault(wanted.get(0).text(), List.of());
        int first = Collections.binarySearch(starts, next);
        first = first < 0 ? -first - 1 : first;
        int most = 0;
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get((first + i) % starts.size());
            int length = length(wanted, start);
            if (length == wanted.size()) {
                found.set(start, start + length);
                return start + length;
            }
            most = Math.max(most, length);
        }
        // A few words are the same by chance.
        return -1 - (most < LENGTHS[0] ? 0 : most);
    }

    /** How many of the words are here from a place on. */
    private int length(List<Word> wanted, int start) {
        int length = 0;
        while (length < wanted.size()
                && start + length < words.size()
                && !found.get(start + length)
                && words.get(start + length).text().equals(wanted.get(length).text())) {
            length++;
        }
        return length;
    }
}
