package colophon.read;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/** Reads BCP 47 language tags. */
final class LanguageTags {
    private LanguageTags() {}

    static String read(Fields fields, String name, String otherwise) {
        String tag = fields.text(name).orElse(otherwise);
        if (!isValid(tag)) {
            fields.invalid(name, "\"" + tag + "\" is not a language tag", help(tag));
            return otherwise;
        }
        return tag;
    }

    /** Whether a text is a tag as BCP 47 has them, of a language and region that exist. */
    static boolean isValid(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            String language = locale.getLanguage();
            String region = locale.getCountry();
            boolean isLanguage = language.length() == 3
                    || language.length() == 2
                            && List.of(Locale.getISOLanguages()).contains(language);
            boolean isRegion =
                    region.length() != 2 || List.of(Locale.getISOCountries()).contains(region);
            return isLanguage && isRegion;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static String help(String tag) {
        String meant = ofName(tag);
        return meant.equals("und") || meant.equals(tag) ? "write it as in en, ja or en-GB" : "write " + meant;
    }

    /** The tag of a language by its name, as BibLaTeX has them; what is a tag already stays one. */
    static String ofName(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        String language = switch (plain) {
            case "american", "usenglish" -> "en-US";
            case "british", "ukenglish" -> "en-GB";
            case "ngerman", "austrian", "naustrian" -> "de";
            case "brazilian", "brazil" -> "pt-BR";
            default -> "";
        };
        if (!language.isEmpty()) {
            return language;
        }
        for (String tag : Locale.getISOLanguages()) {
            if (Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(plain)) {
                return tag;
            }
        }
        return isValid(name) ? name : "und";
    }

    /** The language of a name in another script, for letter forms and screen readers; {@code und} when the script does not tell. */
    static String ofScript(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            switch (Character.UnicodeScript.of(text.codePointAt(i))) {
                case HIRAGANA, KATAKANA, HAN -> {
                    return "ja";
                }
                case HANGUL -> {
                    return "ko";
                }
                default -> {
                    // Latin and others do not tell.
                }
            }
        }
        return "und";
    }
}
