package colophon.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What texts refer to by name: directives, works, data, terms.
 *
 * @param directives those that the theme can draw, by name; not asked for unless a text has one
 * @param bibliography the works that texts can cite, where there are any
 * @param tables the data files that can be read as tables, by their path in the content folder
 * @param datasets the data files that are published
 * @param glossary the terms that are explained
 */
public record Apparatus(
        Supplier<Map<String, DirectiveKind>> directives,
        Optional<Bibliography> bibliography,
        Map<String, DataTable> tables,
        List<Dataset> datasets,
        Glossary glossary) {
    public Apparatus {
        tables = Map.copyOf(tables);
        datasets = List.copyOf(datasets);
    }

    /** What is known before the data files are read. */
    public Apparatus(
            Supplier<Map<String, DirectiveKind>> directives, Optional<Bibliography> bibliography, Glossary glossary) {
        this(directives, bibliography, Map.of(), List.of(), glossary);
    }

    /** The same with the terms of the pages that are released. */
    public Apparatus with(Glossary released) {
        return new Apparatus(directives, bibliography, tables, datasets, released);
    }

    public Apparatus with(Map<String, DataTable> readable, List<Dataset> published) {
        return new Apparatus(directives, bibliography, readable, published, glossary);
    }
}
