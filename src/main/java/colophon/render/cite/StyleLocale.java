package colophon.render.cite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The words, ordinals and forms of dates of a language, as the locales of CSL have them and a style changes them. */
final class StyleLocale {
    /** The dialect that stands for a language (the locales of CSL, "primary-dialects"). */
    private static final Map<String, String> DIALECTS = Map.ofEntries(
            Map.entry("af", "af-ZA"),
            Map.entry("bal", "bal-PK"),
            Map.entry("bg", "bg-BG"),
            Map.entry("brh", "brh-PK"),
            Map.entry("ca", "ca-AD"),
            Map.entry("cs", "cs-CZ"),
            Map.entry("cy", "cy-GB"),
            Map.entry("da", "da-DK"),
            Map.entry("de", "de-DE"),
            Map.entry("el", "el-GR"),
            Map.entry("en", "en-US"),
            Map.entry("es", "es-ES"),
            Map.entry("et", "et-EE"),
            Map.entry("fa", "fa-IR"),
            Map.entry("fi", "fi-FI"),
            Map.entry("fr", "fr-FR"),
            Map.entry("gl", "gl-ES"),
            Map.entry("he", "he-IL"),
            Map.entry("hi", "hi-IN"),
            Map.entry("hr", "hr-HR"),
            Map.entry("hu", "hu-HU"),
            Map.entry("id", "id-ID"),
            Map.entry("is", "is-IS"),
            Map.entry("it", "it-IT"),
            Map.entry("ja", "ja-JP"),
            Map.entry("km", "km-KH"),
            Map.entry("ko", "ko-KR"),
            Map.entry("lij", "lij-IT"),
            Map.entry("lt", "lt-LT"),
            Map.entry("lv", "lv-LV"),
            Map.entry("mn", "mn-MN"),
            Map.entry("ms", "ms-MY"),
            Map.entry("nb", "nb-NO"),
            Map.entry("nl", "nl-NL"),
            Map.entry("nn", "nn-NO"),
            Map.entry("no", "nb-NO"),
            Map.entry("pa", "pa-PK"),
            Map.entry("pl", "pl-PL"),
            Map.entry("pt", "pt-PT"),
            Map.entry("ro", "ro-RO"),
            Map.entry("ru", "ru-RU"),
            Map.entry("sk", "sk-SK"),
            Map.entry("sl", "sl-SI"),
            Map.entry("sr", "sr-Cyrl-RS"),
            Map.entry("sv", "sv-SE"),
            Map.entry("th", "th-TH"),
            Map.entry("tr", "tr-TR"),
            Map.entry("uk", "uk-UA"),
            Map.entry("vi", "vi-VN"),
            Map.entry("zh", "zh-CN"));

    private record Term(String single, String multiple, String gender, String match) {}

    private final String language;
    private final Map<String, Term> terms = new HashMap<>();
    private final Map<String, StyleElement> dates = new HashMap<>();
    private boolean punctuationInQuote;
    private boolean limitsDayOrdinals;

    private StyleLocale(String language) {
        this.language = language;
    }

    /**
     * The words of a language, then those that a style adds for all languages, for the language, and for its dialect.
     *
     * @param tag BCP 47
     */
    static StyleLocale of(String tag, StyleElement style) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        String dialect = tag.contains("-") ? tag : DIALECTS.getOrDefault(language, tag);
        StyleLocale locale = new StyleLocale(dialect);
        locale.read(StyleElement.parse(packed(tag, language)));
        for (String lang : List.of("", language, dialect)) {
            for (StyleElement child : style.children()) {
                if (child.is("locale") && child.get("xml:lang").equals(lang)) {
                    locale.read(child);
                }
            }
        }
        return locale;
    }

    private static String packed(String tag, String language) {
        return Stream.of(tag, language, DIALECTS.getOrDefault(language, language), "en-US")
                .map(candidate -> "/locales-" + candidate + ".xml")
                .filter(path -> StyleLocale.class.getResource(path) != null)
                .findFirst()
                .map(StyleLocale::load)
                .orElseThrow(() -> new IllegalStateException("no words for citations are packed"));
    }

    private static String load(String path) {
        try (InputStream in = StyleLocale.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("packed words for citations cannot be read", e);
        }
    }

    private void read(StyleElement locale) {
        for (StyleElement child : locale.children()) {
            switch (child.name()) {
                case "style-options" -> {
                    punctuationInQuote = option(child, "punctuation-in-quote", punctuationInQuote);
                    limitsDayOrdinals = option(child, "limit-day-ordinals-to-day-1", limitsDayOrdinals);
                }
                case "date" -> dates.put(child.get("form"), child);
                case "terms" -> readTerms(child);
                default -> {
                    // Who made it.
                }
            }
        }
    }

    private static boolean option(StyleElement options, String name, boolean before) {
        return options.has(name) ? options.isTrue(name) : before;
    }

    private void readTerms(StyleElement all) {
        boolean ordinals =
                all.children().stream().anyMatch(term -> term.get("name").equals("ordinal"));
        if (ordinals) {
            // New ordinals take the place of all others (CSL 1.0.2, "Ordinal Suffixes").
            terms.keySet().removeIf(key -> key.startsWith("ordinal"));
        }
        for (StyleElement term : all.children()) {
            StyleElement single = term.child("single");
            StyleElement multiple = term.child("multiple");
            String text = single == null ? term.text() : single.text();
            terms.put(
                    key(term.get("name"), term.get("form", "long"), term.get("gender-form")),
                    new Term(
                            text.strip().isEmpty() ? text.strip() : text,
                            multiple == null ? text : multiple.text(),
                            term.get("gender"),
                            term.get("match")));
        }
    }

    private static String key(String name, String form, String gender) {
        return (name.equals("sub verbo") ? "sub-verbo" : name) + "|" + form + "|" + gender;
    }

    String language() {
        return language;
    }

    Locale javaLocale() {
        return Locale.forLanguageTag(language);
    }

    boolean isEnglish() {
        return language.startsWith("en");
    }

    /** Whether a stop stands before the mark that ends a quotation. */
    boolean hasPunctuationInQuote() {
        return punctuationInQuote;
    }

    boolean limitsDayOrdinals() {
        return limitsDayOrdinals;
    }

    /** The form of dates that a language has; null if it has none. */
    StyleElement date(String form) {
        return dates.get(form);
    }

    /** A word in a form, or in the form that stands for it; null if there is none. */
    private Term find(String name, String form) {
        Term term = terms.get(key(name, form, ""));
        if (term != null) {
            return term;
        }
        return switch (form) {
            case "verb-short" -> find(name, "verb");
            case "symbol" -> find(name, "short");
            case "verb", "short" -> find(name, "long");
            default -> null;
        };
    }

    boolean has(String name, String form) {
        return find(name, form) != null;
    }

    /** Empty if the language has no such word. */
    String term(String name, String form, boolean plural) {
        Term term = find(name, form.isEmpty() ? "long" : form);
        return term == null ? "" : plural ? term.multiple() : term.single();
    }

    String term(String name) {
        return term(name, "long", false);
    }

    /** The sign for "and" between names; the words of the language do not stand for it. */
    String ampersand() {
        Term symbol = terms.get(key("and", "symbol", ""));
        return symbol == null ? "&" : symbol.single();
    }

    /** The gender of a word; empty for none. */
    String gender(String name) {
        Term term = find(name, "long");
        return term == null ? "" : term.gender();
    }

    /** "2nd", in the gender of what is counted. */
    String ordinal(int number, String gender) {
        for (String form : gender.isEmpty() ? List.of("") : List.of(gender, "")) {
            String suffix = ordinalSuffix(number, form);
            if (suffix != null) {
                return number + suffix;
            }
        }
        return String.valueOf(number);
    }

    private String ordinalSuffix(int number, String gender) {
        Term whole = terms.get(key(String.format(Locale.ROOT, "ordinal-%02d", number % 100), "long", gender));
        if (whole != null && !(whole.match().equals("last-digit") && number % 100 < 10 && number >= 10)) {
            boolean wholeOnly = whole.match().equals("whole-number");
            if (!wholeOnly || number < 100) {
                return whole.single();
            }
        }
        Term last = terms.get(key(String.format(Locale.ROOT, "ordinal-%02d", number % 10), "long", gender));
        if (last != null
                && (number < 10 || last.match().isEmpty() || last.match().equals("last-digit"))) {
            return last.single();
        }
        Term any = terms.get(key("ordinal", "long", gender));
        return any == null ? null : any.single();
    }

    /** "second", or "12th" where the language has no word. */
    String longOrdinal(int number, String gender) {
        for (String form : List.of(gender, "")) {
            Term term = terms.get(key(String.format(Locale.ROOT, "long-ordinal-%02d", number), "long", form));
            if (term != null && number <= 10) {
                return term.single();
            }
        }
        return ordinal(number, gender);
    }

    /** The quotation marks of the language: outer and inner. */
    List<String[]> quotes() {
        List<String[]> quotes = new ArrayList<>();
        quotes.add(new String[] {term("open-quote"), term("close-quote")});
        quotes.add(new String[] {term("open-inner-quote"), term("close-inner-quote")});
        return quotes;
    }
}
