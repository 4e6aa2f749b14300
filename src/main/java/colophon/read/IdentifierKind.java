package colophon.read;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The kinds of identifier that fields hold. Each is read in the forms in which its own site, library catalogues and covers give it: as an
 * address, after its name, with spaces or hyphens of any kind; and is kept in one form.
 */
enum IdentifierKind {
    ORCID(
            "0000-0002-1825-0097",
            "(?:orcid(?!\\.)(?:\\s*id)?\\s*:?\\s*)?(?:(?:https?://)?(?:www\\.)?orcid\\.org/)?",
            IdentifierKind::orcid,
            CheckDigits::isOrcid),
    ROR(
            "05dxps055",
            "(?:ror(?:\\s*id)?\\s*:\\s*)?(?:(?:https?://)?(?:www\\.)?ror\\.org/)?",
            text -> text.toLowerCase(Locale.ROOT),
            CheckDigits::isRor),
    DOI(
            "10.5555/12345678",
            "(?:(?:urn:|info:)?doi(?!\\.)\\s*[:/]?\\s*)?(?:(?:https?://)?(?:www\\.|dx\\.)?doi\\.org/)?(?:doi:\\s*)?",
            text -> text,
            CheckDigits::isDoi),
    ISBN(
            "978-3-16-148410-0",
            "(?:urn:)?(?:isbn(?:[-\\s]?1[03])?\\s*:?\\s*)?",
            text -> text.replaceAll("\\s+", "-").toUpperCase(Locale.ROOT),
            CheckDigits::isIsbn),
    ISSN(
            "2049-3630",
            "(?:https?://)?(?:(?:www\\.|portal\\.)?issn\\.org/resource/)?(?:urn:)?(?:[ep]?-?issn(?:-l)?\\s*[:/]?\\s*)?(?:\\((?:online|print)\\)\\s*:?\\s*)?",
            IdentifierKind::issn,
            CheckDigits::isIssn);

    private static final Pattern HYPHENS = Pattern.compile("[\\u00AD\\u2010-\\u2015\\u2212\\uFE63\\uFF0D]");

    /** Behind the identifier in an address: a slash, and what a site adds for itself. */
    private static final Pattern TAIL = Pattern.compile("/*(?:[?#].*)?$");

    private final String example;
    private final Pattern before;
    private final Function<String, String> form;
    private final Predicate<String> valid;

    IdentifierKind(String example, String before, Function<String, String> form, Predicate<String> valid) {
        this.example = example;
        this.before = Pattern.compile("(?i)^" + before);
        this.form = form;
        this.valid = valid;
    }

    /** What one looks like. */
    String example() {
        return example;
    }

    /** The identifier in its one form; empty when the text is not one, or a digit of it is wrong. */
    Optional<String> read(String text) {
        return Optional.of(bare(text)).map(form).filter(valid);
    }

    /** The text without what stands before and after an identifier. */
    String bare(String text) {
        String trimmed = text.strip();
        boolean address = trimmed.matches("(?i)(?:https?://|www\\.).*|.*\\.org/.*");
        String rest = before.matcher(trimmed).replaceFirst("");
        if (this == DOI) {
            return address ? decoded(rest.replaceFirst("/+$", "")) : rest;
        }
        String bare = address ? TAIL.matcher(rest).replaceFirst("") : rest;
        return HYPHENS.matcher(bare.replaceAll("[\\s\\u00A0\\u2007\\u2009\\u202F]+", " "))
                .replaceAll("-");
    }

    /** An address has some characters of a DOI percent-encoded; a DOI by itself may have a percent sign. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String orcid(String text) {
        String digits = text.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT);
        return digits.length() == 16
                ? String.join(
                        "-",
                        digits.substring(0, 4),
                        digits.substring(4, 8),
                        digits.substring(8, 12),
                        digits.substring(12))
                : text;
    }

    private static String issn(String text) {
        String digits = text.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT);
        return digits.length() == 8 ? digits.substring(0, 4) + "-" + digits.substring(4) : text;
    }
}
