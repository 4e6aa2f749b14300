package colophon.model;

import java.util.List;
import java.util.Optional;

/**
 * What an author says of a picture or a directive: {@code {#fig-trade credit="Port authority" decorative}}.
 *
 * @param label the id the author chose
 * @param arguments in the order in which they are written
 */
public record Attributes(Optional<String> label, List<Argument> arguments) {
    public static final Attributes NONE = new Attributes(Optional.empty(), List.of());

    /**
     * A name with a value; a word by itself has the value "true".
     *
     * @param start offset in the text
     * @param end offset after it
     */
    public record Argument(String name, String value, int start, int end) {}

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

    /** Whether a word stands there by itself. */
    public boolean has(String word) {
        return value(word).filter("true"::equals).isPresent();
    }
}
