package colophon.check;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Suggestion;
import colophon.model.DirectiveKind;
import colophon.model.Outline.Argument;
import colophon.model.Outline.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The theme knows every directive, and each has the arguments it needs and no others. */
final class DirectiveCheck implements Check {
    /** What a picture can say of itself. */
    private static final DirectiveKind PICTURE =
            new DirectiveKind("figure", List.of(), List.of("decorative", "credit", "source"), Optional.empty());

    @Override
    public void run(Scope scope, Problems problems) {
        for (Texts.Text text : Texts.of(scope)) {
            for (Item item : text.body().outline().items()) {
                if (item.directive()) {
                    check(item, scope.site().directives(), problems);
                } else {
                    arguments(item, PICTURE, problems);
                }
            }
        }
    }

    private static void check(Item item, Map<String, DirectiveKind> kinds, Problems problems) {
        DirectiveKind kind = kinds.get(item.kind());
        if (kind != null) {
            arguments(item, kind, problems);
        } else if (!item.kind().isEmpty()) {
            problems.add(
                    Rule.DIRECTIVE_UNKNOWN,
                    item.span(),
                    "no directive named \"" + item.kind() + "\"",
                    Suggestion.help(item.kind(), kinds.keySet()));
        }
    }

    private static void arguments(Item item, DirectiveKind kind, Problems problems) {
        List<String> known = new ArrayList<>(kind.required());
        known.addAll(kind.optional());
        for (Argument argument : item.arguments()) {
            if (!known.contains(argument.name())) {
                problems.add(
                        Rule.ARGUMENT_UNKNOWN,
                        argument.span(),
                        "\"" + kind.name() + "\" has no argument \"" + argument.name() + "\"",
                        Suggestion.help(argument.name(), known));
            }
        }
        for (String name : kind.required()) {
            if (item.value(name).filter(value -> !value.isBlank()).isEmpty()) {
                problems.add(
                        Rule.ARGUMENT_MISSING,
                        item.span(),
                        "\"" + kind.name() + "\" needs the argument \"" + name + "\"",
                        "write " + name + "=\"…\" behind its name");
            }
        }
    }
}
