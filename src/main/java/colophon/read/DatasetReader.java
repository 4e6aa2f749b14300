package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Suggestion;
import colophon.model.DataTable;
import colophon.model.Dataset;
import colophon.model.Dataset.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads {@code data.yaml}, which describes the data files, and puts it together with what the files themselves say. */
final class DatasetReader {
    private static final String FOLDER = "data/";

    private final Consumer<Field> catalogue;
    private final Problems problems;
    private final MarkdownReader markdown;

    DatasetReader(Consumer<Field> catalogue, MarkdownReader markdown, Problems problems) {
        this.markdown = markdown;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /**
     * The data files in the order in which they are described, those that are not behind the others.
     *
     * @param source the text of {@code data.yaml}, where there is one
     * @param files the data files that are published
     * @param written all that are in the content folder
     */
    List<Dataset> read(
            Optional<Source> source,
            SortedSet<String> files,
            Map<String, DataTable> tables,
            Collection<String> written) {
        List<Dataset> described = new ArrayList<>();
        source.flatMap(text -> YamlReader.list(text, problems))
                .ifPresent(list -> list.items().forEach(item -> read(item, described)));
        Map<String, Dataset> byFile = new TreeMap<>();
        List<Dataset> datasets = new ArrayList<>();
        for (Dataset dataset : described) {
            if (!written.contains(dataset.file())) {
                unknown(dataset, written);
            } else if (byFile.putIfAbsent(dataset.file(), dataset) != null) {
                problems.add(
                        Rule.FIELD_INVALID,
                        dataset.span(),
                        "\"" + dataset.file() + "\" is described twice",
                        "keep one of the two");
            } else if (files.contains(dataset.file())) {
                Optional<DataTable> table = Optional.ofNullable(tables.get(dataset.file()));
                table.ifPresent(it -> check(dataset, it));
                datasets.add(table.map(it -> complete(dataset, it)).orElse(dataset));
            }
        }
        for (String file : files) {
            if (!byFile.containsKey(file)) {
                datasets.add(undescribed(file, Optional.ofNullable(tables.get(file))));
            }
        }
        return datasets;
    }

    private void read(Setting item, List<Dataset> described) {
        if (!(item instanceof Setting.Block block)) {
            problems.add(
                    Rule.FIELD_INVALID, item.span(), "a data file is described by fields", "write \"file: trade.csv\"");
            return;
        }
        Fields fields = new Fields("data file", block, item.span(), catalogue, problems);
        String name = fields.requiredText("file");
        described.add(new Dataset(
                FOLDER + name,
                Optional.of(fields.requiredPhrase("title", markdown)),
                Optional.of(fields.requiredPhrase("description", markdown)),
                Optional.of(fields.requiredPhrase("source", markdown)),
                fields.webAddress("source-url"),
                fields.phrase("licence", markdown),
                fields.blocks("columns", "data column").stream()
                        .map(this::column)
                        .toList(),
                fields.has("file") ? fields.span("file") : item.span()));
        fields.done();
    }

    private Column column(Fields fields) {
        Column column = new Column(
                fields.requiredText("name"), fields.phrase("meaning", markdown), fields.phrase("unit", markdown));
        fields.done();
        return column;
    }

    private void unknown(Dataset dataset, Collection<String> written) {
        problems.add(
                Rule.DATA_MISSING,
                dataset.span(),
                "no file \"" + dataset.file() + "\"",
                Suggestion.closest(dataset.file(), written)
                        .map(close -> "did you mean \"" + close.substring(FOLDER.length()) + "\"?")
                        .orElse("put the file into content/data/, or remove its description"));
    }

    private void check(Dataset dataset, DataTable table) {
        for (Column column : dataset.columns()) {
            if (!table.columns().contains(column.name())) {
                problems.add(
                        Rule.DATA_INVALID,
                        dataset.span(),
                        "\"" + dataset.file() + "\" has no column \"" + column.name() + "\"",
                        Suggestion.help(column.name(), table.columns()));
            }
        }
    }

    /** With all columns of the file, described or not, in its order. */
    private static Dataset complete(Dataset dataset, DataTable table) {
        Map<String, Column> described = new HashMap<>();
        dataset.columns().forEach(column -> described.put(column.name(), column));
        return new Dataset(
                dataset.file(),
                dataset.title(),
                dataset.description(),
                dataset.source(),
                dataset.sourceUrl(),
                dataset.licence(),
                table.columns().stream()
                        .map(name -> described.getOrDefault(name, bare(name)))
                        .toList(),
                dataset.span());
    }

    private static Column bare(String name) {
        return new Column(name, Optional.empty(), Optional.empty());
    }

    private Dataset undescribed(String file, Optional<DataTable> table) {
        Source source = Source.ofFile("content/" + file);
        problems.add(
                Rule.DATA_UNDESCRIBED,
                source.whole(),
                "nothing says what this file holds",
                "describe it in content/data.yaml: file, title, description, source, licence, columns");
        return new Dataset(
                file,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                table.map(it -> it.columns().stream().map(DatasetReader::bare).toList())
                        .orElse(List.of()),
                source.whole());
    }
}
