package colophon.render;

import de.undercouch.citeproc.csl.internal.RenderContext;
import de.undercouch.citeproc.csl.internal.TokenBuffer;
import de.undercouch.citeproc.csl.internal.format.HtmlFormat;
import de.undercouch.citeproc.csl.internal.token.DisplayGroupToken;

/** Citations as HTML without style attributes, which can be read as XML too. */
final class CslHtml extends HtmlFormat {
    @Override
    protected String doFormatBibliographyEntry(TokenBuffer buffer, RenderContext ctx, int index) {
        return format(buffer);
    }

    @Override
    protected String doFormatLink(String text, String uri) {
        return uri.startsWith("http://") || uri.startsWith("https://")
                ? "<a href=\"" + uri + "\">" + text + "</a>"
                : text;
    }

    @Override
    protected String escape(String str) {
        return Html.escape(str);
    }

    @Override
    protected String openFontStyle(int fontStyle) {
        return "<em>";
    }

    @Override
    protected String closeFontStyle(int fontStyle) {
        return "</em>";
    }

    @Override
    protected String openFontVariant(int fontVariant) {
        return "<span class=\"small-caps\">";
    }

    @Override
    protected String openFontWeight(int fontWeight) {
        return "<strong>";
    }

    @Override
    protected String closeFontWeight(int fontWeight) {
        return "</strong>";
    }

    @Override
    protected String openTextDecoration(int textDecoration) {
        return "<span class=\"underlined\">";
    }

    @Override
    protected String openDisplayGroup(DisplayGroupToken.Type type) {
        return "<span class=\"reference-part\">";
    }

    @Override
    protected String closeDisplayGroup(DisplayGroupToken.Type type) {
        return "</span> ";
    }
}
