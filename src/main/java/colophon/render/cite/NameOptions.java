package colophon.render.cite;

import java.util.HashMap;
import java.util.Map;

/** How names are printed: what an element says, and else the part of the style that it is in, and else the style. */
final class NameOptions {
    private static final String[] INHERITED = {
        "and",
        "delimiter-precedes-et-al",
        "delimiter-precedes-last",
        "et-al-min",
        "et-al-use-first",
        "et-al-use-last",
        "et-al-subsequent-min",
        "et-al-subsequent-use-first",
        "initialize",
        "initialize-with",
        "name-as-sort-order",
        "sort-separator"
    };

    private final Map<String, String> values = new HashMap<>();

    /**
     * @param name null where the style has no element for the names
     * @param part the citation or bibliography element
     * @param key the sort key that is evaluated; null for none
     */
    NameOptions(StyleElement name, StyleElement part, StyleElement style, StyleElement key) {
        inherit(style);
        if (part != null) {
            inherit(part);
        }
        if (name != null) {
            for (String option : INHERITED) {
                if (name.has(option)) {
                    values.put(option, name.get(option));
                }
            }
            for (String option : new String[] {"form", "delimiter"}) {
                if (name.has(option)) {
                    values.put(option, name.get(option));
                }
            }
        }
        if (key != null) {
            override(key, "names-min", "et-al-min");
            override(key, "names-use-first", "et-al-use-first");
            override(key, "names-use-last", "et-al-use-last");
            override(key, "names-min", "et-al-subsequent-min");
            override(key, "names-use-first", "et-al-subsequent-use-first");
        }
    }

    private void inherit(StyleElement element) {
        for (String option : INHERITED) {
            if (element.has(option)) {
                values.put(option, element.get(option));
            }
        }
        override(element, "name-form", "form");
        override(element, "name-delimiter", "delimiter");
    }

    private void override(StyleElement element, String from, String to) {
        if (element.has(from)) {
            values.put(to, element.get(from));
        }
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    String get(String option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    int number(String option) {
        String value = values.getOrDefault(option, "");
        return value.matches("\\d{1,4}") ? Integer.parseInt(value) : 0;
    }

    boolean isTrue(String option, boolean otherwise) {
        return has(option) ? values.get(option).equals("true") : otherwise;
    }
}
