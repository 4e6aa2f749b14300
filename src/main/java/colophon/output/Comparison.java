package colophon.output;

import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Holds the text of a file that was made elsewhere against the document that would be printed here.
 *
 * <p>Columns, notes, running heads and page breaks part the text of a PDF, but seldom twice within four words. So a word counts as found
 * when four in a row with it are in the file, and a number when it is anywhere. A paragraph is missing when any of its words is: one small
 * word that an editor changed is seen, one that was only taken out is not.
 */
final class Comparison {
    private static final int IN_A_ROW = 4;
    /** Shorter ones are labels, and set in many ways. */
    private static final int FEWEST_WORDS = 8;

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6");
    /** Parted at the end of a line without a sign for it. */
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    /** Lines of the source without an empty one between them. */
    private static final Pattern BLOCK = Pattern.compile("(?:(?!\\s*(?:\\n|$)).*(?:\\n|$))+");

    /** Up to so many words in a row. */
    private final Set<String> runs = new HashSet<>();

    private final Set<String> numbers = new HashSet<>();

    /** @param texts of the file, in the order in which it was written and in that in which it is seen */
    Comparison(List<String> texts) {
        for (String text : texts) {
            List<String> words = Words.of(text);
            for (int i = 0; i < words.size(); i++) {
                for (int end = i + 1; end <= Math.min(words.size(), i + IN_A_ROW); end++) {
                    runs.add(String.join(" ", words.subList(i, end)));
                }
            }
            Words.numbers(text).forEach(this::number);
        }
    }

    /** A number, or a number and that of a note which stands right behind it. */
    private void number(String number) {
        numbers.add(number);
        for (int end = number.length() - 1; end > 0; end--) {
            String before = number.substring(0, end);
            numbers.add(before.replaceFirst("[.,]$", ""));
        }
    }

    /** The paragraphs and notes below an element that are not in the file, in reading order. */
    List<String> missing(Element element) {
        List<String> missing = new ArrayList<>();
        StringBuilder own = new StringBuilder();
        walk(element, own, missing);
        return missing;
    }

    private void walk(Node node, StringBuilder text, List<String> missing) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                text.append(child.getNodeValue());
            } else if (child instanceof Element element) {
                boolean note = List.of(element.getAttribute("class").split(" ")).contains("footnote");
                if (note || PARAGRAPHS.contains(element.getTagName())) {
                    StringBuilder own = new StringBuilder();
                    walk(element, own, missing);
                    if (isMissing(own.toString())) {
                        missing.add(own.toString());
                    }
                } else {
                    walk(element, text, missing);
                }
            }
        }
    }

    private boolean isMissing(String paragraph) {
        List<String> words = Words.of(ADDRESS.matcher(paragraph).replaceAll(" "));
        return words.size() >= FEWEST_WORDS && (isUnseen(words) || !numbers.containsAll(Words.numbers(paragraph)));
    }

    /** Whether a word is not in a run that is in the file. Where a paragraph begins and ends shorter ones will do: a page may end there. */
    private boolean isUnseen(List<String> words) {
        int seen = 0;
        for (int i = 0; i + IN_A_ROW <= words.size(); i++) {
            if (has(words.subList(i, i + IN_A_ROW))) {
                boolean isBeginning = seen == 0 && i < IN_A_ROW && has(words.subList(0, i));
                if (i > seen && !isBeginning) {
                    return true;
                }
                seen = i + IN_A_ROW;
            }
        }
        List<String> rest = words.subList(seen, words.size());
        return !rest.isEmpty() && (rest.size() >= IN_A_ROW || !has(rest));
    }

    private boolean has(List<String> run) {
        return runs.contains(String.join(" ", run));
    }

    /** Where a paragraph most likely is in its source: the lines that share the most words with it. */
    static Span place(String paragraph, Page page) {
        Source source = page.origin().source();
        Set<String> wanted = new HashSet<>(Words.of(paragraph));
        Span best = page.origin();
        int most = 0;
        Matcher block = BLOCK.matcher(source.text());
        block.region(page.body().orElseThrow().start(), source.length());
        while (block.find()) {
            Set<String> shared = new HashSet<>(Words.of(block.group()));
            shared.retainAll(wanted);
            if (shared.size() > most) {
                most = shared.size();
                int end = source.text().indexOf('\n', block.start());
                best = source.span(block.start(), end < 0 ? source.length() : end);
            }
        }
        return best;
    }
}
