package colophon.read;

import colophon.diag.Rule;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.util.ast.Node;

/** HTML in a text: comments are left out, the rest is refused. */
final class FlexmarkHtml {
    private final FlexmarkContext context;

    FlexmarkHtml(FlexmarkContext context) {
        this.context = context;
    }

    void refuse(Node node) {
        boolean comment = node instanceof HtmlCommentBlock || node instanceof HtmlInlineComment || isComment(node);
        boolean raw = node instanceof HtmlBlockBase || node instanceof HtmlInlineBase && !(node instanceof HtmlEntity);
        boolean closes = node.getChars().startsWith("</");
        if (!raw || comment || closes) {
            return;
        }
        String text = node.getChars().toString();
        int end = node.getStartOffset()
                + text.strip().lines().findFirst().orElse("").length();
        context.report(
                Rule.HTML_NOT_ALLOWED,
                node.getStartOffset(),
                Math.max(node.getStartOffset(), Math.min(end, node.getEndOffset())),
                "HTML in the text",
                "write it as Markdown; to show the sign itself write \\<");
    }

    private static boolean isComment(Node node) {
        String text = node.getChars().toString().strip();
        return text.startsWith("<!--") && text.endsWith("-->") && text.indexOf("-->") == text.length() - 3;
    }
}
