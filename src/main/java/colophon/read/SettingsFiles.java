package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Digest;
import colophon.model.InputFile;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The files of the content folder that say how things are: settings, and what texts refer to by name. */
final class SettingsFiles {
    static final String SITE = "site.yaml";
    static final String PUBLICATION = "publication.yaml";
    static final String MAPS = "maps.yaml";
    static final String GLOSSARY = "glossary.yaml";
    static final String DATA = "data.yaml";
    static final String BIBTEX = "references.bib";
    static final String CSL_JSON = "references.json";

    private static final Set<String> NAMES = Set.of(SITE, PUBLICATION, MAPS, GLOSSARY, DATA, BIBTEX, CSL_JSON);

    private final SourceTree sources;
    private final Consumer<Field> catalogue;
    private final Problems problems;

    SettingsFiles(SourceTree sources, Consumer<Field> catalogue, Problems problems) {
        this.sources = sources;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /** Whether a file of that name is one of these, in any content folder. */
    static boolean isOne(String name) {
        return NAMES.contains(name);
    }

    /** The fields of a file that has to be there. */
    Optional<Fields> required(String name, String block) {
        if (!has(name)) {
            problems.add(
                    Rule.CONTENT_MISSING,
                    Source.ofFile("content/" + name).whole(),
                    "the file is missing",
                    "\"colophon new my-report\" makes an example to copy it from");
        }
        return optional(name, block);
    }

    /** The fields of a file that may be there. */
    Optional<Fields> optional(String name, String block) {
        return text(name).flatMap(source -> YamlReader.read(block, source, 0, source.length(), catalogue, problems));
    }

    boolean has(String name) {
        return sources.content().containsKey(name);
    }

    Optional<Source> text(String name) {
        return sources.content(name).flatMap(file -> SourceTree.text(file, problems));
    }

    DatasetReader datasets(MarkdownReader markdown) {
        return new DatasetReader(catalogue, markdown, problems);
    }

    /** Of everything that the site's and the publication's settings and the command line say. */
    long digest(ReadOptions options) {
        Digest digest = new Digest();
        digest.add(options.address().map(URI::toString)).add(options.generator());
        for (String name : List.of(SITE, PUBLICATION, MAPS)) {
            InputFile file = sources.content().get(name);
            boolean readable = file != null && SourceTree.canRead(file, new Problems());
            digest.add(readable ? file.digest() : 0);
        }
        return digest.value();
    }
}
