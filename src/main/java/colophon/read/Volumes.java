package colophon.read;

import colophon.model.CslStyle;
import colophon.model.Reference;
import colophon.model.RichText;
import java.util.TreeMap;

/**
 * The titles of volumes, and the numbers of their parts. CSL 1.0.2 has variables for them, which many styles do not know: there the title of
 * the volume follows that of the whole, and the part the number of the volume, so that readers find the book.
 */
final class Volumes {
    private static final String TITLE = "volume-title";
    private static final String PART = "part-number";

    private Volumes() {}

    static Reference fit(Reference work, CslStyle style) {
        boolean title = isUnknown(TITLE, work, style) && !work.type().startsWith("article");
        boolean part = isUnknown(PART, work, style);
        if (!title && !part) {
            return work;
        }
        TreeMap<String, RichText> texts = new TreeMap<>(work.texts());
        if (title) {
            append(texts, texts.containsKey("container-title") ? "container-title" : "title", ": ", TITLE);
        }
        if (part) {
            append(texts, "volume", ".", PART);
        }
        return new Reference(work.key(), work.type(), texts, work.names(), work.dates(), work.span());
    }

    private static boolean isUnknown(String variable, Reference work, CslStyle style) {
        return work.texts().containsKey(variable) && !style.xml().contains(variable);
    }

    private static void append(TreeMap<String, RichText> texts, String variable, String between, String more) {
        RichTextBuilder both = new RichTextBuilder();
        if (texts.containsKey(variable)) {
            both.append(texts.get(variable));
            both.append(between);
        }
        both.append(texts.remove(more));
        texts.put(variable, both.build());
    }
}
