package colophon.read;

import colophon.model.RichText;
import colophon.model.RichText.Mark;
import com.vladsch.flexmark.util.sequence.Html5Entities;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of CSL-JSON with the tags of HTML that are its markup, and with entities. */
final class CslMarkup {
    private static final Pattern TOKEN = Pattern.compile(
            "<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:\\s[^<>]*)?)/?>|&(?:#\\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    static final Map<String, Mark> TAGS = Map.of(
            "i", Mark.ITALIC,
            "em", Mark.ITALIC,
            "b", Mark.BOLD,
            "strong", Mark.BOLD,
            "sub", Mark.SUBSCRIPT,
            "inf", Mark.SUBSCRIPT,
            "sup", Mark.SUPERSCRIPT,
            "sc", Mark.SMALL_CAPS,
            "scp", Mark.SMALL_CAPS);

    /** An element that is open, and how many marks were before it. */
    private record Element(String name, int depth) {}

    private final RichTextBuilder out = new RichTextBuilder();
    private final Deque<Element> open = new ArrayDeque<>();
    private final Consumer<String> unknown;

    private CslMarkup(Consumer<String> unknown) {
        this.unknown = unknown;
    }

    /** @param unknown hears of tags without a meaning; what they enclose is kept */
    static RichText read(String text, Consumer<String> unknown) {
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            RichTextBuilder plain = new RichTextBuilder();
            plain.append(text);
            return plain.build();
        }
        CslMarkup markup = new CslMarkup(unknown);
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (token.find()) {
            markup.out.append(text.substring(at, token.start()));
            at = token.end();
            if (token.group(2) == null) {
                markup.out.append(entity(token.group()));
            } else {
                markup.tag(!token.group(1).isEmpty(), token.group(2).toLowerCase(Locale.ROOT), token.group(3));
            }
        }
        markup.out.append(text.substring(at));
        return markup.out.build();
    }

    /** The characters of an entity; what is none stays as it is written. */
    static String entity(String written) {
        String meant = Html5Entities.entityToString(written);
        return meant == null || meant.isEmpty() ? written : meant;
    }

    private void tag(boolean end, String name, String attributes) {
        if (name.equals("br") || name.equals("p")) {
            out.append(' ');
        } else if (end) {
            close(name);
        } else {
            Optional<Mark> mark = mark(name, attributes);
            open.push(new Element(name, out.depth()));
            mark.ifPresent(out::open);
            if (mark.isEmpty() && !name.equals("span")) {
                unknown.accept(name);
            }
        }
    }

    /** An end without a beginning means nothing. */
    private void close(String name) {
        if (open.stream().noneMatch(element -> element.name().equals(name))) {
            return;
        }
        Element element = open.pop();
        while (!element.name().equals(name)) {
            element = open.pop();
        }
        out.close(element.depth());
    }

    private static Optional<Mark> mark(String name, String attributes) {
        if (!name.equals("span")) {
            return Optional.ofNullable(TAGS.get(name));
        }
        if (attributes.contains("nocase")) {
            return Optional.of(Mark.NO_CASE);
        }
        if (attributes.contains("nodecor")) {
            return Optional.of(Mark.NO_DECORATION);
        }
        return attributes.matches(".*small-?caps.*") ? Optional.of(Mark.SMALL_CAPS) : Optional.empty();
    }
}
