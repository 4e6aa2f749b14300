package colophon.check;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.Country;
import colophon.model.Outline.Argument;
import colophon.model.Outline.Item;

/** The countries that a map shows exist. */
final class MapCheck implements Check {
    @Override
    public void run(Scope scope, Problems problems) {
        for (Texts.Text text : Texts.of(scope)) {
            for (Item item : text.body().outline().items()) {
                if (item.directive() && item.kind().equals("map")) {
                    item.arguments().stream()
                            .filter(argument -> argument.name().equals("countries"))
                            .forEach(argument -> check(argument, problems));
                }
            }
        }
    }

    private static void check(Argument argument, Problems problems) {
        for (String code : Country.codes(argument.value())) {
            if (!Country.exists(code)) {
                problems.add(
                        Rule.COUNTRY_UNKNOWN,
                        argument.span(),
                        "no country has the code \"" + code + "\" in ISO 3166-1",
                        Country.help(code));
            }
        }
    }
}
