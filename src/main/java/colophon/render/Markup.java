package colophon.render;

import freemarker.core.TemplateMarkupOutputModel;
import java.nio.charset.StandardCharsets;

/**
 * Finished HTML for a template, which must not escape it again: as the bytes it will be published as, which become signs only for a
 * template that does more with it than to write it.
 */
final class Markup implements TemplateMarkupOutputModel<Markup> {
    static final Markup EMPTY = new Markup(new byte[0]);

    private final byte[] utf8;

    private Markup(byte[] utf8) {
        this.utf8 = utf8;
    }

    static Markup of(String html) {
        return new Markup(html.getBytes(StandardCharsets.UTF_8));
    }

    /** @param utf8 must not be changed any more */
    static Markup of(byte[] utf8) {
        return new Markup(utf8);
    }

    @Override
    public HtmlFormat getOutputFormat() {
        return HtmlFormat.INSTANCE;
    }

    String html() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    boolean isEmpty() {
        return utf8.length == 0;
    }

    void writeTo(Utf8Writer out) {
        out.write(utf8);
    }
}
