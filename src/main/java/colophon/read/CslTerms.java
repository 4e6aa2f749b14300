package colophon.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the Citation Style Language in one language, from the locales that come with the formatter. */
final class CslTerms {
    /** The country of a language's own form where its code is not that of the language (CSL locales, {@code primary-dialects}). */
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("ca", "AD"),
            Map.entry("cs", "CZ"),
            Map.entry("cy", "GB"),
            Map.entry("da", "DK"),
            Map.entry("el", "GR"),
            Map.entry("en", "US"),
            Map.entry("et", "EE"),
            Map.entry("fa", "IR"),
            Map.entry("gl", "ES"),
            Map.entry("he", "IL"),
            Map.entry("hi", "IN"),
            Map.entry("ja", "JP"),
            Map.entry("km", "KH"),
            Map.entry("ko", "KR"),
            Map.entry("ms", "MY"),
            Map.entry("nb", "NO"),
            Map.entry("nn", "NO"),
            Map.entry("sl", "SI"),
            Map.entry("sv", "SE"),
            Map.entry("uk", "UA"),
            Map.entry("vi", "VN"),
            Map.entry("zh", "CN"));

    private final String xml;

    private CslTerms(String xml) {
        this.xml = xml;
    }

    /** @param tag BCP 47; a language without words of its own has none */
    static CslTerms of(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String language = locale.getLanguage();
        String country = COUNTRIES.getOrDefault(language, language.toUpperCase(Locale.ROOT));
        return List.of(tag, language + "-" + country, language).stream()
                .map(CslTerms::packed)
                .flatMap(Optional::stream)
                .findFirst()
                .map(CslTerms::new)
                .orElseGet(() -> new CslTerms(""));
    }

    private static Optional<String> packed(String tag) {
        if (!tag.matches("[A-Za-z-]+")) {
            return Optional.empty();
        }
        try (InputStream in = CslTerms.class.getResourceAsStream("/locales-" + tag + ".xml")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the packed words cannot be read", e);
        }
    }

    /** A word in its long form, such as that for "in press". */
    Optional<String> find(String term) {
        Matcher found = Pattern.compile("<term name=\"" + Pattern.quote(term) + "\">([^<]+)</term>")
                .matcher(xml);
        return found.find()
                ? Optional.of(CslMarkup.read(found.group(1), tag -> {}).plain())
                : Optional.empty();
    }
}
