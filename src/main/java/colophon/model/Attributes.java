package colophon.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an author says of a picture or a directive: {@code {#fig-trade credit="Port authority" decorative}}.
 *
 * @param label the id the author chose
 * @param arguments in the order in which they are written
 */
public record Attributes(Optional<String> label, List<Argument> arguments) {
    /** The arguments that readers see as text: they are Markdown. */
    private static final Set<String> TEXTS = Set.of("by", "caption", "credit", "note", "source", "title", "to");

    public static final Attributes NONE = new Attributes(Optional.empty(), List.of());

    /**
     * A name with a value; a word by itself has the value "true".
     *
     * @param content the value as running text, where it is Markdown; else empty
     * @param start offset in the text
     * @param end offset after it
     */
    public record Argument(String name, String value, List<Inline> content, int start, int end) {
        /** An argument that is not Markdown. */
        public Argument(String name, String value, int start, int end) {
            this(name, value, List.of(), start, end);
        }

        /** Whether readers see it as text, so that it is Markdown. */
        public boolean isText() {
            return isText(name);
        }

        /** Whether readers see an argument of this name as text. */
        public static boolean isText(String name) {
            return TEXTS.contains(name);
        }
    }

    public Attributes {
        arguments = List.copyOf(arguments);
    }

    /** The value of an argument. */
    public Optional<String> value(String name) {
        for (Argument argument : arguments) {
            if (argument.name().equals(name)) {
                return Optional.of(argument.value());
            }
        }
        return Optional.empty();
    }

    /** What they say of language and direction. */
    public Attributes ofLanguage() {
        return new Attributes(
                Optional.empty(),
                arguments.stream().filter(Attributes::isOfLanguage).toList());
    }

    /** All else that they say. */
    public Attributes withoutLanguage() {
        return new Attributes(
                label,
                arguments.stream().filter(argument -> !isOfLanguage(argument)).toList());
    }

    private static boolean isOfLanguage(Argument argument) {
        return argument.name().equals("lang") || argument.name().equals("dir");
    }

    /** An argument that is Markdown, as running text. */
    public Optional<List<Inline>> content(String name) {
        for (Argument argument : arguments) {
            if (argument.name().equals(name)) {
                return Optional.of(argument.content());
            }
        }
        return Optional.empty();
    }

    /** Whether a word stands there by itself. */
    public boolean has(String word) {
        return value(word).filter("true"::equals).isPresent();
    }
}
