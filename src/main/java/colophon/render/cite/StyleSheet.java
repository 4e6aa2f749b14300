package colophon.render.cite;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A style with the words of the language that it is used in. */
final class StyleSheet {
    private final StyleElement style;
    private final Map<String, List<StyleElement>> macros = new HashMap<>();
    private final StyleElement citation;
    private final StyleElement bibliography;
    private final StyleLocale locale;
    private final FieldText fields;
    private final boolean hasYearSuffixVariable;
    private final boolean hasDisambiguateCondition;

    /** @param language BCP 47; empty for that of the style */
    StyleSheet(String xml, String language) {
        this.style = StyleElement.parse(xml);
        for (StyleElement child : style.children()) {
            if (child.is("macro")) {
                macros.put(child.get("name"), child.children());
            }
        }
        this.citation = style.child("citation");
        this.bibliography = style.child("bibliography");
        String own = style.get("default-locale", "en-US");
        this.locale = StyleLocale.of(language.isEmpty() ? own : language, style);
        this.fields = new FieldText(locale.quotes());
        this.hasYearSuffixVariable = style.contains("variable", "year-suffix");
        this.hasDisambiguateCondition = style.contains("disambiguate", "true");
    }

    /** An attribute of the style, such as {@code page-range-format}. */
    String option(String name, String otherwise) {
        return style.get(name, otherwise);
    }

    StyleElement root() {
        return style;
    }

    boolean isNote() {
        return style.get("class").equals("note");
    }

    /** The children of a macro; empty if there is none of the name. */
    List<StyleElement> macro(String name) {
        return macros.getOrDefault(name, List.of());
    }

    StyleElement citation() {
        return citation;
    }

    /** Null where the style has no list of references. */
    StyleElement bibliography() {
        return bibliography;
    }

    StyleLocale locale() {
        return locale;
    }

    FieldText fields() {
        return fields;
    }

    boolean hasYearSuffixVariable() {
        return hasYearSuffixVariable;
    }

    boolean hasDisambiguateCondition() {
        return hasDisambiguateCondition;
    }

    /** Whether titles of a work get the capitals of English. */
    boolean isEnglish(Item item) {
        String language = item.text("language");
        return language.isEmpty()
                ? locale.isEnglish()
                : Locale.forLanguageTag(language.replace('_', '-'))
                                .getLanguage()
                                .equals("en")
                        || language.toLowerCase(Locale.ROOT).startsWith("en");
    }
}
