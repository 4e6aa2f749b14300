package colophon.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.MarkupOutputFormat;
import java.io.IOException;
import java.io.Writer;

/** FreeMarker's HTML, with the same escapes, for texts that may be encoded already. It takes the place of the one of that name. */
final class HtmlFormat extends MarkupOutputFormat<Markup> {
    static final HtmlFormat INSTANCE = new HtmlFormat();

    private static final HTMLOutputFormat USUAL = HTMLOutputFormat.INSTANCE;

    private HtmlFormat() {}

    @Override
    public String getName() {
        return USUAL.getName();
    }

    @Override
    public String getMimeType() {
        return USUAL.getMimeType();
    }

    @Override
    public boolean isOutputFormatMixingAllowed() {
        return USUAL.isOutputFormatMixingAllowed();
    }

    @Override
    public boolean isAutoEscapedByDefault() {
        return USUAL.isAutoEscapedByDefault();
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtIn) {
        return USUAL.isLegacyBuiltInBypassed(builtIn);
    }

    @Override
    public Markup fromPlainTextByEscaping(String text) {
        return Markup.of(escapePlainText(text));
    }

    @Override
    public Markup fromMarkup(String html) {
        return Markup.of(html);
    }

    @Override
    public String escapePlainText(String text) {
        return USUAL.escapePlainText(text);
    }

    @Override
    public void output(Markup markup, Writer out) throws IOException {
        if (out instanceof Utf8Writer page) {
            markup.writeTo(page);
        } else {
            out.write(markup.html());
        }
    }

    @Override
    public void output(String text, Writer out) throws IOException {
        out.write(escapePlainText(text));
    }

    /** Nothing: what a text was before it was escaped is asked for only by other formats, and these are not mixed. */
    @Override
    public String getSourcePlainText(Markup markup) {
        return null;
    }

    @Override
    public String getMarkupString(Markup markup) {
        return markup.html();
    }

    @Override
    public Markup concat(Markup one, Markup other) {
        return Markup.of(one.html() + other.html());
    }

    @Override
    public boolean isEmpty(Markup markup) {
        return markup.isEmpty();
    }
}
