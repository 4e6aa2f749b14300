package colophon.render;

import freemarker.core.TemplateMarkupOutputModel;
import java.nio.charset.StandardCharsets;

/**
 * Finished HTML for a template, which must not escape it again. The text of a page is there as the bytes it will be published as, and is
 * made into signs only for a template that does more with it than to write it.
 */
final class Markup implements TemplateMarkupOutputModel<Markup> {
    private final byte[] utf8;
    private final String html;

    private Markup(byte[] utf8, String html) {
        this.utf8 = utf8;
        this.html = html;
    }

    static Markup of(String html) {
        return new Markup(null, html);
    }

    /** @param utf8 must not be changed any more */
    static Markup of(byte[] utf8) {
        return new Markup(utf8, null);
    }

    @Override
    public HtmlFormat getOutputFormat() {
        return HtmlFormat.INSTANCE;
    }

    String html() {
        return html == null ? new String(utf8, StandardCharsets.UTF_8) : html;
    }

    boolean isEmpty() {
        return html == null ? utf8.length == 0 : html.isEmpty();
    }

    void writeTo(Utf8Writer out) {
        if (html == null) {
            out.write(utf8);
        } else {
            out.write(html);
        }
    }
}
