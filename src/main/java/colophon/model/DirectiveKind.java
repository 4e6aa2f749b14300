package colophon.model;

import java.util.List;
import java.util.Optional;

/**
 * What the head of a directive's template says of it.
 *
 * @param required the arguments it cannot do without
 * @param optional the arguments it can do without
 * @param numbered the series it is numbered in
 */
public record DirectiveKind(String name, List<String> required, List<String> optional, Optional<Series> numbered) {
    public DirectiveKind {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** The template that draws it. */
    public static String template(String name) {
        return "directives/" + name + ".ftlh";
    }
}
