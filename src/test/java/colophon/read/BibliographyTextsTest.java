package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.model.Reference;
import colophon.model.Reference.Date;
import colophon.model.Reference.Name;
import colophon.model.Reference.PartialDate;
import colophon.model.RichText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bibliographies as people and programs write them, in {@code real/bibliography}. The text beside each is all that was read of it: variables
 * of the Citation Style Language with its markup, and every problem. A name such as {@code keys.de.bib} has the language of the citations.
 */
class BibliographyTextsTest {
    private static final Path FOLDER = Path.of("src/test/resources/real/bibliography");

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".txt"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** {@code -Dgolden.update=true} writes what is expected again. */
    @ParameterizedTest
    @MethodSource("files")
    void isReadAsItSays(String name) throws IOException {
        Source source = new Source(name, Files.readString(FOLDER.resolve(name)));
        String[] parts = name.split("\\.");
        Problems problems = new Problems();
        List<Reference> references = name.endsWith(".json")
                ? CslJsonReader.read(source, problems).orElse(List.of())
                : BibtexReader.read(source, parts.length == 3 ? parts[1] : "en-US", problems);
        StringBuilder read = new StringBuilder();
        references.forEach(reference -> print(reference, read));
        for (Problem problem : problems.sorted()) {
            read.append(problem.span().source().position(problem.span().start()))
                    .append(": ")
                    .append(problem.message())
                    .append(" [")
                    .append(problem.rule().id())
                    .append("]\n");
        }
        Path golden = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, read);
        }
        assertThat(read).hasToString(Files.readString(golden));
    }

    /** A file that is being written ends anywhere. */
    @ParameterizedTest
    @MethodSource("files")
    void everyBeginningIsReadWithoutHarm(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name));
        for (int end = text.length() - 1; end > 0; end -= 31) {
            Source source = new Source(name, text.substring(0, end));
            Problems problems = new Problems();
            if (name.endsWith(".json")) {
                CslJsonReader.read(source, problems);
            } else {
                BibtexReader.read(source, "en-US", problems);
            }
            for (Problem problem : problems.sorted()) {
                assertThat(problem.span().start()).isBetween(0, source.length());
                assertThat(problem.span().end()).isBetween(problem.span().start(), source.length());
            }
        }
    }

    private static void print(Reference reference, StringBuilder out) {
        out.append(reference.key()).append(" (").append(reference.type()).append(")\n");
        reference
                .names()
                .forEach((variable, names) -> line(
                        variable,
                        names.stream().map(BibliographyTextsTest::name).collect(Collectors.joining("; ")),
                        out));
        reference.dates().forEach((variable, date) -> line(variable, date(date), out));
        reference.texts().forEach((variable, text) -> line(variable, markup(text), out));
        out.append('\n');
    }

    private static void line(String variable, String value, StringBuilder out) {
        out.append("  ").append(variable).append(": ").append(value).append('\n');
    }

    private static String name(Name name) {
        if (!name.literal().isEmpty()) {
            return "\"" + name.literal() + "\"";
        }
        String parts = name.family() + " | " + name.given();
        parts += name.droppingParticle().isEmpty() ? "" : " | dropping " + name.droppingParticle();
        parts += name.nonDroppingParticle().isEmpty() ? "" : " | non-dropping " + name.nonDroppingParticle();
        parts += name.suffix().isEmpty() ? "" : " | suffix " + (name.commaSuffix() ? ", " : "") + name.suffix();
        return parts + (name.staticOrdering() ? " | static" : "");
    }

    private static String date(Date date) {
        if (!date.literal().isEmpty()) {
            return "\"" + date.literal() + "\"";
        }
        return (date.circa() ? "circa " : "") + date(date.from()) + (date.isRange() ? " to " + date(date.to()) : "");
    }

    private static String date(PartialDate date) {
        return Stream.of(
                        date.isEmpty() ? "open" : Integer.toString(date.year()),
                        date.month() == 0 ? "" : "month " + date.month(),
                        date.day() == 0 ? "" : "day " + date.day(),
                        date.season().isEmpty() ? "" : "season " + date.season())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String markup(RichText text) {
        StringBuilder out = new StringBuilder();
        List<RichText.Mark> open = List.of();
        for (RichText.Run run : text.runs()) {
            int same = 0;
            while (same < open.size()
                    && same < run.marks().size()
                    && open.get(same) == run.marks().get(same)) {
                same++;
            }
            close(open, same, out);
            run.marks()
                    .subList(same, run.marks().size())
                    .forEach(mark -> out.append('<').append(tag(mark)).append('>'));
            out.append(run.text());
            open = run.marks();
        }
        close(open, 0, out);
        return out.toString().replace('\u00A0', '␣');
    }

    private static void close(List<RichText.Mark> open, int from, StringBuilder out) {
        for (int i = open.size() - 1; i >= from; i--) {
            out.append("</").append(tag(open.get(i))).append('>');
        }
    }

    private static String tag(RichText.Mark mark) {
        return switch (mark) {
            case ITALIC -> "i";
            case BOLD -> "b";
            case SUBSCRIPT -> "sub";
            case SUPERSCRIPT -> "sup";
            case SMALL_CAPS -> "sc";
            case NO_CASE -> "nocase";
            case NO_DECORATION -> "nodecor";
        };
    }
}
