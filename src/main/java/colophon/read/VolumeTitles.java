package colophon.read;

import colophon.model.CslStyle;
import colophon.model.Reference;
import colophon.model.RichText;
import java.util.TreeMap;

/**
 * The titles of the volumes of a work. CSL 1.0.2 has a variable for them, which many styles do not know: there the title of the volume follows
 * that of the whole, so that readers find the book.
 */
final class VolumeTitles {
    private VolumeTitles() {}

    static Reference fit(Reference work, CslStyle style) {
        RichText volume = work.texts().get("volume-title");
        if (volume == null || work.type().startsWith("article") || style.xml().contains("volume-title")) {
            return work;
        }
        String whole = work.texts().containsKey("container-title") ? "container-title" : "title";
        TreeMap<String, RichText> texts = new TreeMap<>(work.texts());
        RichTextBuilder title = new RichTextBuilder();
        if (texts.containsKey(whole)) {
            title.append(texts.get(whole));
            title.append(": ");
        }
        title.append(volume);
        texts.put(whole, title.build());
        texts.remove("volume-title");
        return new Reference(work.key(), work.type(), texts, work.names(), work.dates(), work.span());
    }
}
