package colophon.read;

import colophon.diag.Rule;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * HTML in a text: comments are left out, elements that Markdown has no characters for are read, the rest is refused. An element is one
 * mistake: its closing tag is reported only if nothing opened it.
 */
final class FlexmarkHtml {
    private static final Set<String> READ = Set.of("abbr", "br", "kbd", "sub", "sup");

    /** Elements that are reported with the one around them. */
    private static final Set<String> PARTS = Set.of(
            "caption",
            "col",
            "colgroup",
            "dd",
            "dt",
            "figcaption",
            "li",
            "param",
            "rb",
            "rp",
            "rt",
            "rtc",
            "source",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "track");

    private static final Set<String> WHOLES =
            Set.of("audio", "dl", "figure", "menu", "object", "ol", "picture", "ruby", "table", "ul", "video");

    private final FlexmarkContext context;
    /** The refused elements that are open. */
    private final Deque<String> open = new ArrayDeque<>();

    FlexmarkHtml(FlexmarkContext context) {
        this.context = context;
    }

    /** Whether an element is read, and not refused. */
    static boolean isRead(String name) {
        return READ.contains(name);
    }

    /** A comment that its paragraph ends in. */
    static final class OpenComment extends Node {
        OpenComment(BasedSequence chars) {
            super(chars);
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    /** The tag in a node that is one, if its element is read. */
    Optional<HtmlTag> read(Node node) {
        if (!(node instanceof HtmlInline)) {
            return Optional.empty();
        }
        return HtmlTag.at(node.getChars().toString(), 0).filter(tag -> isRead(tag.name()) && hasOnlyKnown(tag));
    }

    private static boolean hasOnlyKnown(HtmlTag tag) {
        Set<String> names = tag.attributes().keySet();
        return tag.name().equals("abbr") ? Set.of("title").containsAll(names) : names.isEmpty();
    }

    /** Reports what is not allowed in a node. */
    void refuse(Node node) {
        boolean isHtml = node instanceof FlexmarkHtmlBlocks.Comment
                || node instanceof FlexmarkHtmlBlocks.Raw
                || node instanceof OpenComment
                || node instanceof HtmlInlineComment
                || node instanceof HtmlInline;
        if (isHtml) {
            context.takeAside(
                    node.getStartOffset(),
                    node.hasChildren() ? node.getFirstChild().getStartOffset() : node.getEndOffset());
        }
        if (node instanceof FlexmarkHtmlBlocks.Comment comment) {
            comment(comment, comment.isClosed(), "close it with --> where it ends");
        } else if (node instanceof OpenComment) {
            comment(node, false, "write --> where it ends, before a blank line; else begin it on a line of its own");
        } else if (node instanceof HtmlInlineComment) {
            comment(node, true, "");
        } else if (node instanceof HtmlInline || node instanceof FlexmarkHtmlBlocks.Raw) {
            tags(node);
        }
    }

    private void comment(Node node, boolean closed, String help) {
        BasedSequence chars = node.getChars();
        int start = node.getStartOffset() + Math.max(0, chars.indexOf(HtmlTag.COMMENT));
        int end = start + HtmlTag.COMMENT.length();
        String text = context.text();
        if (text.startsWith(">", end) || text.startsWith("->", end)) {
            context.report(
                    Rule.COMMENT_OPEN,
                    start,
                    end,
                    "this comment ends at once, and what follows would be published",
                    "write a space after <!--");
        } else if (!closed) {
            context.report(Rule.COMMENT_OPEN, start, end, "this comment is not closed", help);
        } else {
            nested(end);
        }
    }

    /** A comment that was put around another one ends where the other one does, and what is left of it would be published. */
    private void nested(int start) {
        String text = context.text();
        int close = text.indexOf(HtmlTag.COMMENT_END, start);
        int inner = text.indexOf(HtmlTag.COMMENT, start);
        if (inner < 0 || inner > close) {
            return;
        }
        int rest = close + HtmlTag.COMMENT_END.length();
        int nextClose = text.indexOf(HtmlTag.COMMENT_END, rest);
        int nextOpen = text.indexOf(HtmlTag.COMMENT, rest);
        if (nextClose >= 0 && (nextOpen < 0 || nextClose < nextOpen)) {
            context.report(
                    Rule.COMMENT_OPEN,
                    inner,
                    inner + HtmlTag.COMMENT.length(),
                    "a comment within a comment: the first --> ends both",
                    "remove this <!-- and the --> that belongs to it");
        }
    }

    private void tags(Node node) {
        List<HtmlTag> tags = HtmlTag.all(context.text(), node.getStartOffset(), node.getEndOffset());
        if (tags.isEmpty()) {
            String line = node.getChars().toString().strip().lines().findFirst().orElse("");
            int start = node.getStartOffset() + Math.max(0, node.getChars().indexOf('<'));
            context.report(Rule.HTML_NOT_ALLOWED, start, start + line.length(), "HTML in the text", HtmlAdvice.of(""));
        }
        tags.forEach(this::tag);
    }

    private void tag(HtmlTag tag) {
        boolean closesRefused = tag.closing() && open.removeFirstOccurrence(tag.name());
        if (closesRefused || isRead(tag.name()) && hasOnlyKnown(tag)) {
            return;
        }
        boolean part = PARTS.contains(tag.name()) && open.stream().anyMatch(WHOLES::contains);
        if (!tag.closing() && !tag.alone()) {
            open.push(tag.name());
        }
        if (part) {
            return;
        }
        String text = context.text();
        int lineEnd = text.indexOf('\n', tag.start());
        int end = lineEnd < 0 ? tag.end() : Math.min(tag.end(), lineEnd);
        if (isRead(tag.name())) {
            refuseRead(tag, end);
            return;
        }
        context.report(Rule.HTML_NOT_ALLOWED, tag.start(), end, "HTML in the text", HtmlAdvice.of(tag.name()));
    }

    private void refuseRead(HtmlTag tag, int end) {
        String name = tag.name();
        String help = "write <" + name + "> and </" + name
                + "> around words of one paragraph, without anything else in the tag";
        context.report(
                Rule.HTML_NOT_ALLOWED,
                tag.start(),
                end,
                "HTML in the text",
                name.equals("br") ? "write <br> without anything else in the tag" : help);
    }

    /** Reports a tag of an element that is read, which has no partner. */
    void refuseAlone(HtmlTag tag, Node node) {
        String name = tag.name();
        if (tag.closing() && open.removeFirstOccurrence(name)) {
            return;
        }
        context.report(
                Rule.HTML_NOT_ALLOWED,
                node.getStartOffset(),
                node.getEndOffset(),
                tag.closing() ? "nothing opens this element" : "this element is not closed",
                tag.closing()
                        ? "write <" + name + "> before it"
                        : "write </" + name + "> where it ends, in the same paragraph");
    }
}
