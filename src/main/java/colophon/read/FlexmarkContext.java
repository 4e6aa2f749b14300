package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.Body;
import colophon.model.MarkdownTree.NoteText;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;

/** What the classes that take Flexmark's tree apart have in common: the text, where it comes from, and how deep in it they are. */
final class FlexmarkContext {
    /** Deeper than any text a person can follow. */
    static final int DEEPEST_NESTING = 100;

    private final String text;
    private final Document document;
    private final Body.Place place;
    private final Problems problems;
    private int depth;
    private boolean tooDeep;
    private boolean tooLarge;
    private final TextNet net = new TextNet();
    private final List<NoteText> notes = new ArrayList<>();

    FlexmarkContext(String text, Document document, Body.Place place, Problems problems) {
        this.text = text;
        this.document = document;
        this.place = place;
        this.problems = problems;
    }

    String text() {
        return text;
    }

    Document document() {
        return document;
    }

    /** Goes one level down; false if that is too deep, and then {@link #leave} must not be called. */
    boolean enter(Node parent) {
        if (depth > DEEPEST_NESTING) {
            takeAside(parent);
            if (!tooDeep) {
                tooDeep = true;
                int start = parent.getStartOffset();
                report(
                        Rule.NESTING_TOO_DEEP,
                        start,
                        Math.min(parent.getEndOffset(), start + 1),
                        "nested more than " + DEEPEST_NESTING + " levels deep",
                        "write it with fewer levels");
            }
            return false;
        }
        depth++;
        return true;
    }

    void leave() {
        depth--;
    }

    /** Notes that a stretch becomes text of the page: see {@link TextNet}. */
    void takeText(BasedSequence chars) {
        net.takeText(chars.getStartOffset(), chars.getEndOffset());
    }

    /** Notes that a stretch is left out on purpose, or was reported. */
    void takeAside(int start, int end) {
        net.takeAside(start, end);
    }

    void takeAside(Node node) {
        takeAside(node.getChars());
    }

    void takeAside(BasedSequence chars) {
        net.takeAside(chars.getStartOffset(), chars.getEndOffset());
    }

    /** The texts of the footnotes that were read so far, in the order of the text. */
    List<NoteText> notes() {
        return notes;
    }

    TextNet net() {
        return net;
    }

    /** Reports what nothing has taken from an offset on. */
    void reportLost(int start) {
        for (TextNet.Stretch gap : net.gaps(text, start, text.length())) {
            report(
                    Rule.TEXT_UNREAD,
                    gap.start(),
                    gap.end(),
                    "this was not understood, and would not be published",
                    "write it in another way; to show such characters themselves put a backslash before them");
        }
    }

    /** Reports, once for each text, that it would become far larger than it is written. */
    void reportTooLarge(int start, int end, String message, String help) {
        if (!tooLarge) {
            tooLarge = true;
            report(Rule.TEXT_TOO_LARGE, start, end, message, help);
        }
    }

    void report(ForeignSyntax.Found found) {
        report(Rule.SYNTAX_FOREIGN, found.start(), found.end(), found.message(), found.help());
    }

    /** Reports a problem between two offsets of the text. */
    void report(Rule rule, int start, int end, String message, String help) {
        problems.add(rule, place.span(start, end), message, help);
    }

    void report(AttributesReader attributes) {
        for (AttributesReader.Fault fault : attributes.faults()) {
            report(Rule.DIRECTIVE_INVALID, fault.start(), fault.end(), fault.message(), fault.help());
        }
    }
}
