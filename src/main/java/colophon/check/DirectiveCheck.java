package colophon.check;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Suggestion;
import colophon.model.DirectiveKind;
import colophon.model.Outline.Argument;
import colophon.model.Outline.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The theme knows every directive, and each has the arguments it needs and no others. */
final class DirectiveCheck implements Check {
    /** What a picture can say of itself. */
    private static final DirectiveKind PICTURE =
            new DirectiveKind("figure", List.of(), List.of("decorative", "credit", "source"), Optional.empty());

    /** What other tools call their remarks to the reader. */
    private static final Set<String> REMARKS =
            Set.of("attention", "caution", "danger", "hint", "important", "info", "tip", "warning");

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
                    help(item.kind(), kinds.keySet()));
        }
    }

    private static String help(String name, Set<String> known) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (known.contains(lower)) {
            return "names of directives are in lower case: write ::: " + lower;
        }
        if (REMARKS.contains(lower) && known.contains("note")) {
            return "write ::: note kind=\"" + Character.toUpperCase(lower.charAt(0)) + lower.substring(1)
                    + "\"; possible: " + String.join(", ", known);
        }
        return Suggestion.closest(lower, known)
                .map(close -> "did you mean \"" + close + "\"?")
                .orElseGet(() -> "possible: " + String.join(", ", known));
    }

    private static void arguments(Item item, DirectiveKind kind, Problems problems) {
        List<String> known = new ArrayList<>(kind.required());
        known.addAll(kind.optional());
        for (Argument argument : item.arguments()) {
            if (argument.name().isEmpty()) {
                problems.add(
                        Rule.DIRECTIVE_INVALID,
                        argument.span(),
                        "words without a name",
                        "write title=\"" + argument.value() + "\"");
            } else if (!known.contains(argument.name())) {
                problems.add(
                        Rule.ARGUMENT_UNKNOWN,
                        argument.span(),
                        "\"" + kind.name() + "\" has no argument \"" + argument.name() + "\"",
                        Suggestion.help(argument.name(), known));
            }
        }
        for (String name : kind.required()) {
            boolean isUnnamed = name.equals("title") && item.argument("").isPresent();
            if (!isUnnamed && item.value(name).filter(value -> !value.isBlank()).isEmpty()) {
                problems.add(
                        Rule.ARGUMENT_MISSING,
                        item.span(),
                        "\"" + kind.name() + "\" needs the argument \"" + name + "\"",
                        "write " + name + "=\"…\" behind its name");
            }
        }
    }
}
