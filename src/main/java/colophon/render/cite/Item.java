package colophon.render.cite;

import java.util.List;
import java.util.Map;

/**
 * A work, in the terms of the Citation Style Language 1.0.2.
 *
 * @param texts the variables that are texts or numbers; texts may have the markup of CSL-JSON, such as {@code <i>}
 */
public record Item(
        String key,
        String type,
        Map<String, String> texts,
        Map<String, List<PersonName>> names,
        Map<String, DateValue> dates) {
    /** Stands for a character that is none of the markup. */
    static final char LESS_THAN = '\uE000';

    /** A text that is plain, as it can be put into one with markup. */
    public static String plain(String text) {
        return text.replace('<', LESS_THAN);
    }

    String text(String variable) {
        return texts.getOrDefault(variable, "");
    }

    List<PersonName> people(String variable) {
        return names.getOrDefault(variable, List.of());
    }
}
