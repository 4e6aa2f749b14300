package colophon.check;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Suggestion;
import colophon.model.Chart;
import colophon.model.ColumnNumbers;
import colophon.model.DataTable;
import colophon.model.DirectiveKind;
import colophon.model.Outline.Argument;
import colophon.model.Outline.Item;
import colophon.model.Site;
import colophon.model.TableFilter;
import java.util.List;
import java.util.Optional;

/** Charts and tables have the data they need. */
final class DataCheck implements Check {
    @Override
    public void run(Scope scope, Problems problems) {
        for (Texts.Text text : Texts.of(scope)) {
            for (Item item : text.body().outline().items()) {
                item.argument("data")
                        .filter(data -> item.directive() && !data.value().isBlank())
                        .filter(data -> takesData(item, scope.site()))
                        .ifPresent(data -> check(item, data, scope.site(), problems));
            }
        }
    }

    /** Others report an argument that a directive does not have. */
    private static boolean takesData(Item item, Site site) {
        DirectiveKind kind = site.directives().get(item.kind());
        return kind != null
                && (kind.required().contains("data") || kind.optional().contains("data"));
    }

    private static void check(Item item, Argument data, Site site, Problems problems) {
        String file = Site.dataFile(data.value());
        if (!site.attachments().containsKey(file)) {
            List<String> names = site.attachments().keySet().stream()
                    .filter(name -> name.startsWith("data/"))
                    .map(name -> name.substring("data/".length()))
                    .toList();
            problems.add(
                    Rule.DATA_MISSING,
                    data.span(),
                    "no file \"" + data.value() + "\" in content/data/",
                    Suggestion.closest(data.value(), names)
                            .map(close -> "did you mean \"" + close + "\"?")
                            .orElse("put the file there, and give its name here"));
            return;
        }
        Optional<DataTable> table = site.table(file);
        if (table.isEmpty()) {
            // What is wrong with the file has been told.
            return;
        }
        if (item.kind().equals("chart")) {
            Chart.of(item, table.get(), problems);
        } else if (item.kind().equals("table")) {
            TableFilter.rows(item, table.get(), problems);
            item.argument("columns").ifPresent(columns -> columns(columns, table.get(), problems));
            item.argument("decimals").ifPresent(decimals -> decimals(decimals, item, table.get(), problems));
        }
    }

    private static void columns(Argument columns, DataTable table, Problems problems) {
        for (String column : Chart.names(columns.value())) {
            int colon = column.indexOf(':');
            String name = (colon < 0 ? column : column.substring(0, colon)).strip();
            if (!table.columns().contains(name)) {
                problems.add(
                        Rule.DATA_INVALID,
                        table.headSpan(0),
                        "no column named \"" + name + "\"",
                        Suggestion.help(name, table.columns()),
                        new Problem.Note(columns.span(), "needed here"));
            }
        }
    }

    /** Numbers can be rounded only where it is clear what they are. */
    private static void decimals(Argument decimals, Item item, DataTable table, Problems problems) {
        List<String> shown = item.value("columns")
                .map(Chart::names)
                .map(names -> names.stream()
                        .map(name -> name.split(":", 2)[0].strip())
                        .toList())
                .orElse(table.columns());
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnNumbers numbers = table.numbers(i);
            if (shown.contains(table.columns().get(i))
                    && numbers.numeric()
                    && numbers.doubt().isPresent()) {
                problems.add(
                        Rule.DATA_INVALID,
                        table.doubtful(i).orElseThrow(),
                        numbers.doubt().get().message(),
                        numbers.doubt().get().help(),
                        new Problem.Note(decimals.span(), "needed here"));
            }
        }
    }
}
