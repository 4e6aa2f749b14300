package colophon.read;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.Body;
import colophon.model.Country;
import colophon.model.Phrase;
import colophon.model.PictureField;
import colophon.model.PlainText;
import colophon.model.PublicationDate;
import colophon.model.Site;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Typed access to a block of settings. A field exists because a reader asks for it; whatever nobody asked for by the time of
 * {@link #done()} is a problem, with the closest legal name.
 *
 * <p>A missing or ill-typed value is a problem and gives the reader a harmless placeholder, so that it can go on.
 */
final class Fields {
    private static final String NO_TEXT = "";

    /** No setting is that long, and many places show each. */
    private static final int MAX_CHARS = 20_000;

    /** Fields that hold back what must not be published: one without a value may be meant either way. */
    private static final Set<String> MUST_BE_MEANT = Set.of("draft", "embargo");

    private final String block;
    private final Span place;
    private final Consumer<Field> catalogue;
    private final Problems problems;
    private final Map<String, Setting> values = new LinkedHashMap<>();
    private final Map<String, Span> keys = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    /** @param place of the block, for what is missing in it */
    Fields(String block, Setting.Block settings, Span place, Consumer<Field> catalogue, Problems problems) {
        this.block = block;
        this.place = place;
        this.catalogue = catalogue;
        this.problems = problems;
        settings.entries().forEach(this::put);
    }

    private void put(Setting.Entry entry) {
        Span keySpan = entry.name().span();
        if (!(entry.name() instanceof Setting.Text key)) {
            problems.add(Rule.YAML_INVALID, keySpan, "a field's name must be a word", "");
            return;
        }
        if (values.containsKey(key.value())) {
            problems.add(
                    Rule.FIELD_INVALID,
                    keySpan,
                    "the field \"" + key.value() + "\" is there twice",
                    "keep one of the two",
                    new Problem.Note(keys.get(key.value()), "the first one"));
            return;
        }
        values.put(key.value(), entry.value());
        keys.put(key.value(), keySpan);
    }

    /** The place of a field's value, or of the block where there is none. */
    Span span(String name) {
        Setting setting = values.get(name);
        return setting == null ? place : setting.span();
    }

    /** The file that the block is in. */
    Source source() {
        return place.source();
    }

    boolean has(String name) {
        return values.containsKey(name) && !isEmpty(values.get(name));
    }

    Optional<String> text(String name) {
        return ask(name, "text", false).flatMap(setting -> scalar(name, setting));
    }

    String requiredText(String name) {
        return ask(name, "text", true).flatMap(setting -> scalar(name, setting)).orElse(NO_TEXT);
    }

    Optional<PictureField> picture(String name) {
        return text(name)
                .map(PlainText::composed)
                .map(path -> new PictureField(Site.resolvePath("", path).orElse(path), span(name)));
    }

    Optional<Body> markdown(String name, MarkdownReader reader) {
        return ask(name, "Markdown", false)
                .flatMap(setting -> scalar(name, setting))
                .map(text -> reader.readField(text, span(name)));
    }

    Body requiredMarkdown(String name, MarkdownReader reader) {
        String text = ask(name, "Markdown", true)
                .flatMap(setting -> scalar(name, setting))
                .orElse(NO_TEXT);
        return reader.readField(text, span(name));
    }

    /** Reports footnotes in a text that is shown within others, where there is no place for them. */
    Body withoutNotes(String name, Body text) {
        if (!text.tree().notes().isEmpty()) {
            invalid(
                    name,
                    "the field \"" + name + "\" cannot hold a footnote",
                    "put the footnote into the text of a page");
        }
        return text;
    }

    /** One line of Markdown, shown in many places. */
    Optional<Phrase> phrase(String name, MarkdownReader reader) {
        return phrase(name, reader, false);
    }

    Phrase requiredPhrase(String name, MarkdownReader reader) {
        return phrase(name, reader, true).orElse(Phrase.EMPTY);
    }

    private Optional<Phrase> phrase(String name, MarkdownReader reader, boolean required) {
        return line(name, required).map(text -> reader.readPhrase(name, text, span(name)));
    }

    /** One line of Markdown as written. */
    Optional<String> line(String name, boolean required) {
        return ask(name, "line of Markdown", required).flatMap(setting -> scalar(name, setting));
    }

    boolean flag(String name) {
        Optional<String> text = ask(name, "true or false", false).flatMap(setting -> scalar(name, setting));
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            invalid(name, "\"" + text.get() + "\" is neither true nor false", "write true or false");
        }
        return text.map("true"::equals).orElse(false);
    }

    Optional<Integer> number(String name) {
        Optional<String> text = ask(name, "whole number", false).flatMap(setting -> scalar(name, setting));
        try {
            return text.map(Integer::valueOf);
        } catch (NumberFormatException e) {
            invalid(name, "\"" + text.orElseThrow() + "\" is not a whole number", "write a number such as 3");
            return Optional.empty();
        }
    }

    /** A day. */
    Optional<LocalDate> date(String name) {
        Optional<String> text = ask(name, "date, YYYY-MM-DD", false).flatMap(setting -> scalar(name, setting));
        return text.flatMap(written -> PublicationDate.parse(written)
                .filter(date -> date.day().isPresent())
                .map(PublicationDate::firstDay)
                .or(() -> notDate(name, written, "YYYY-MM-DD", true)));
    }

    /** A day, or only a month or a year. */
    Optional<PublicationDate> publicationDate(String name) {
        return publicationDate(name, false);
    }

    PublicationDate requiredPublicationDate(String name) {
        return publicationDate(name, true).orElse(PublicationDate.of(LocalDate.EPOCH));
    }

    private Optional<PublicationDate> publicationDate(String name, boolean required) {
        return ask(name, "date, YYYY-MM-DD, YYYY-MM or YYYY", required)
                .flatMap(setting -> scalar(name, setting))
                .flatMap(written -> PublicationDate.parse(written)
                        .or(() -> notDate(name, written, "YYYY-MM-DD, YYYY-MM or YYYY", false)));
    }

    private <T> Optional<T> notDate(String name, String written, String form, boolean day) {
        boolean impossible = PublicationDate.isWritten(written)
                && PublicationDate.parse(written).isEmpty();
        problems.add(
                Rule.DATE_INVALID,
                span(name),
                "\"" + written + "\" is not " + (impossible ? "in the calendar" : "a date"),
                impossible
                        ? "write a real date as " + form
                        : MisformedDate.meant(written)
                                .filter(date -> !day || date.length() == "2018-11-28".length())
                                .map(date -> "write " + date)
                                .orElse("write " + form + ", such as 2018-11-28"));
        return Optional.empty();
    }

    Optional<String> webAddress(String name) {
        return ask(name, "web address", false)
                .flatMap(setting -> scalar(name, setting))
                .flatMap(text -> checkAddress(name, text));
    }

    String requiredWebAddress(String name) {
        return ask(name, "web address", true)
                .flatMap(setting -> scalar(name, setting))
                .flatMap(text -> checkAddress(name, text))
                .orElse(NO_TEXT);
    }

    private Optional<String> checkAddress(String name, String text) {
        if (isWebAddress(text)) {
            return Optional.of(text);
        }
        invalid(name, "\"" + text + "\" is not a web address", "write it in full, such as https://example.org/");
        return Optional.empty();
    }

    static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** An identifier, in any of the forms in which people copy it. */
    Optional<String> identifier(String name, IdentifierKind kind) {
        Optional<String> text =
                ask(name, "identifier, such as " + kind.example(), false).flatMap(setting -> scalar(name, setting));
        Optional<String> identifier = text.flatMap(kind::read);
        if (text.isPresent() && identifier.isEmpty()) {
            problems.add(
                    Rule.IDENTIFIER_INVALID,
                    span(name),
                    "\"" + text.get() + "\" is not a valid " + name,
                    "check its digits; it looks like " + kind.example());
        }
        return identifier;
    }

    <T> Optional<T> choice(String name, boolean required, Map<String, T> choices) {
        String type = "one of " + String.join(", ", choices.keySet());
        return ask(name, type, required)
                .flatMap(setting -> scalar(name, setting))
                .flatMap(text -> choose(name, text, span(name), choices));
    }

    <T> List<T> choices(String name, Map<String, T> choices) {
        List<T> chosen = new ArrayList<>();
        for (Setting setting : sequence(name, "list of " + String.join(", ", choices.keySet()))) {
            scalar(name, setting)
                    .flatMap(text -> choose(name, text, setting.span(), choices))
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    private <T> Optional<T> choose(String name, String text, Span span, Map<String, T> choices) {
        if (!choices.containsKey(text)) {
            problems.add(
                    Rule.FIELD_INVALID,
                    span,
                    "no " + name + " named \"" + text + "\"",
                    Suggestion.help(text, choices.keySet()));
        }
        return Optional.ofNullable(choices.get(text));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Setting setting : sequence(name, "list of texts")) {
            if (isEmpty(setting)) {
                problems.add(Rule.FIELD_INVALID, setting.span(), "an empty text in the list", "write it, or remove it");
            } else {
                scalar(name, setting).ifPresent(texts::add);
            }
        }
        return texts;
    }

    /** Codes of ISO 3166-1. */
    List<String> countries(String name) {
        List<String> codes = new ArrayList<>();
        for (Setting setting : sequence(name, "list of country codes")) {
            Optional<String> code = scalar(name, setting);
            code.filter(Country::exists).ifPresent(codes::add);
            code.filter(it -> !Country.exists(it))
                    .ifPresent(it -> problems.add(
                            Rule.COUNTRY_UNKNOWN,
                            setting.span(),
                            "no country has the code \"" + it + "\" in ISO 3166-1",
                            Country.help(it)));
        }
        return codes;
    }

    /** A list of blocks of their own, such as contributors. */
    List<Fields> blocks(String name, String blockName) {
        List<Fields> blocks = new ArrayList<>();
        for (Setting setting : sequence(name, "list of " + blockName)) {
            block(name, blockName, setting).ifPresent(blocks::add);
        }
        return blocks;
    }

    Optional<Fields> block(String name, String blockName) {
        return ask(name, blockName, false).flatMap(setting -> block(name, blockName, setting));
    }

    private Optional<Fields> block(String name, String blockName, Setting setting) {
        if (setting instanceof Setting.Block settings) {
            return Optional.of(new Fields(blockName, settings, setting.span(), catalogue, problems));
        }
        problems.add(
                Rule.FIELD_INVALID,
                setting.span(),
                "\"" + name + "\" needs fields of its own, not a text",
                "write them below it, indented: see " + blockName + " in the documentation");
        return Optional.empty();
    }

    private List<Setting> sequence(String name, String type) {
        Optional<Setting> setting = ask(name, type, false);
        if (setting.isEmpty()) {
            return List.of();
        }
        if (setting.get() instanceof Setting.Items list) {
            return list.items();
        }
        invalid(name, "\"" + name + "\" must be a list", "write each item on a line of its own, after \"- \"");
        return List.of();
    }

    /** Reports every field that nobody asked for. */
    void done() {
        for (Map.Entry<String, Span> key : keys.entrySet()) {
            if (!asked.contains(key.getKey())) {
                problems.add(
                        Rule.FIELD_UNKNOWN,
                        key.getValue(),
                        "no field named \"" + key.getKey() + "\" in " + block,
                        Suggestion.help(key.getKey(), asked));
            }
        }
    }

    void invalid(String name, String message, String help) {
        problems.add(Rule.FIELD_INVALID, span(name), message, help);
    }

    Problems problems() {
        return problems;
    }

    private Optional<Setting> ask(String name, String type, boolean required) {
        asked.add(name);
        catalogue.accept(new Field(block, name, type, required));
        Setting setting = values.get(name);
        if (setting == null || isEmpty(setting)) {
            if (setting != null && MUST_BE_MEANT.contains(name)) {
                invalid(name, "\"" + name + "\" is left empty", "write its value, or remove the line");
            } else if (required) {
                problems.add(
                        Rule.FIELD_MISSING,
                        place,
                        "the field \"" + name + "\" is missing in " + block,
                        "add a line \"" + name + ": …\"");
            }
            return Optional.empty();
        }
        return Optional.of(setting);
    }

    private static boolean isEmpty(Setting setting) {
        return setting instanceof Setting.Text text && text.value().isBlank();
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private Optional<String> scalar(String name, Setting setting) {
        if (setting instanceof Setting.Text text) {
            String value = text.value().strip();
            if (!value.isEmpty() && value.codePoints().allMatch(Fields::isInvisible)) {
                problems.add(
                        Rule.FIELD_INVALID,
                        setting.span(),
                        "\"" + name + "\" has nothing that can be seen",
                        "write its text");
            }
            if (value.length() > MAX_CHARS) {
                problems.add(
                        Rule.TEXT_TOO_LARGE,
                        setting.span(),
                        "\"" + name + "\" has more than " + MAX_CHARS + " characters",
                        "write it shorter; what is that long belongs into the text of a page");
            }
            return Optional.of(value);
        }
        problems.add(
                Rule.FIELD_INVALID,
                setting.span(),
                "\"" + name + "\" must be a text",
                "write it on one line after the colon");
        return Optional.empty();
    }
}
