package colophon.render;

import de.undercouch.citeproc.csl.internal.RenderContext;
import de.undercouch.citeproc.csl.internal.TokenBuffer;
import de.undercouch.citeproc.csl.internal.format.HtmlFormat;
import de.undercouch.citeproc.csl.internal.token.DisplayGroupToken;
import de.undercouch.citeproc.csl.internal.token.Token;
import de.undercouch.citeproc.output.SecondFieldAlign;
import java.util.List;

/** Citations as HTML without style attributes, which can be read as XML too. */
final class CslHtml extends HtmlFormat {
    /** Stands for a hyphen within one number, such as that of a law: the formatter takes "115-254" for all from 115 to 254. */
    static final char HYPHEN = '\u2011';

    @Override
    protected String doFormatBibliographyEntry(TokenBuffer buffer, RenderContext ctx, int index) {
        List<Token> tokens = buffer.getTokens();
        int first = 0;
        while (first < tokens.size() && tokens.get(first).isFirstField()) {
            first++;
        }
        boolean apart = ctx.getStyle().getBibliography().getSecondFieldAlign() != SecondFieldAlign.FALSE;
        if (!apart || first == 0 || first == tokens.size()) {
            return format(buffer);
        }
        // Styles that set their numbers apart leave the space behind them to the page.
        return format(buffer.copy(0, first)).strip() + " "
                + format(buffer.copy(first, tokens.size())).strip();
    }

    @Override
    protected String doFormatLink(String text, String uri) {
        return uri.startsWith("http://") || uri.startsWith("https://")
                ? "<a href=\"" + uri + "\">" + text + "</a>"
                : text;
    }

    @Override
    protected String escape(String str) {
        return Html.escape(str.replace(HYPHEN, '-'));
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
