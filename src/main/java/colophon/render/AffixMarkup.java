package colophon.render;

import colophon.render.cite.Item;
import java.util.regex.Pattern;

/** The words that an author puts around a work, with the emphasis of Markdown as the markup of CSL. */
final class AffixMarkup {
    private static final Pattern STRONG = Pattern.compile("\\*\\*(?=\\S)([^*]+?)(?<=\\S)\\*\\*");
    private static final Pattern STARS = Pattern.compile("\\*(?=\\S)([^*]+?)(?<=\\S)\\*");
    private static final Pattern UNDERSCORES =
            Pattern.compile("(?<![\\p{L}\\p{N}])_(?=\\S)([^_]+?)(?<=\\S)_(?![\\p{L}\\p{N}])");

    private AffixMarkup() {}

    static String of(String words) {
        String text = Item.plain(words);
        if (text.indexOf('*') < 0 && text.indexOf('_') < 0) {
            return text;
        }
        String strong = STRONG.matcher(text).replaceAll("<b>$1</b>");
        String starred = STARS.matcher(strong).replaceAll("<i>$1</i>");
        return UNDERSCORES.matcher(starred).replaceAll("<i>$1</i>");
    }
}
