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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written in BibTeX, BibLaTeX or CSL-JSON comes out as items of the Citation Style Language. */
class BibtexReaderTest {
    private static final Path WORKS = Path.of("src/test/resources/citations/works.bib");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {Plain title}                           | Plain title
            "In quotation marks"                    | In quotation marks
            {Outer {Inner {Deep}} title}            | Outer Inner Deep title
            {{Doubled braces}}                      | Doubled braces
            {G{\\"o}del}                            | Gödel
            {G\\"odel}                              | Gödel
            {G{\\"{o}}del}                          | Gödel
            {Caf\\'e}                               | Café
            {Stra{\\ss}e}                           | Straße
            {\\AA ngstr{\\"o}m and \\O rsted}       | Ångström and Ørsted
            {na{\\"\\i}ve}                          | naïve
            {Ho Chi Minh, {\\DJ}{\\`\\i}nh}         | Ho Chi Minh, Đình
            {Law \\& Order: 50\\% of \\$1}          | Law & Order: 50% of $1
            {An \\emph{emphatic} word}              | An emphatic word
            {1990--2000 --- a decade}               | 1990–2000 — a decade
            {``Quoted'' words}                      | “Quoted” words
            {Joint~Statement}                       | Joint\u00A0Statement
            "Part " # {one} # " of " # 2            | Part one of 2
            {{\\L}{\\'o}d{\\'z}, {\\OE}uvre, Gar{\\c c}on} | Łódź, Œuvre, Garçon
            {Erd{\\H o}s, Ho{\\v{r}}ava, {\\u g}}   | Erdős, Hořava, ğ
            {Nguy{\\~{\\^e}}n}                      | Nguyễn
            {H$_2$O, $\\alpha$, \\enquote{q}}        | H2O, α, “q”
            {A price of $5}                         | A price of $5
            {日本の安全保障}                          | 日本の安全保障
            {C\\textsuperscript{2} and more}        | C2 and more
            """)
    void titlesBecomePlainText(String value, String expected) {
        assertThat(one("@book{k, title = " + value + ", author = {A}, date = 2018}")
                        .text("title"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jane Doe                       | Jane / - / Doe / -
            Doe, Jane                      | Jane / - / Doe / -
            Jane Mary Doe                  | Jane Mary / - / Doe / -
            Ludwig van Beethoven           | Ludwig / van / Beethoven / -
            van Beethoven, Ludwig          | Ludwig / van / Beethoven / -
            Charles de la Vall{\\'e}e Poussin | Charles / de la / Vallée Poussin / -
            Nye, Jr., Joseph S.            | Joseph S. / - / Nye / Jr.
            Blajer de la Garza, Yuna       | Yuna / - / Blajer de la Garza / -
            G{\\"o}del, Kurt               | Kurt / - / Gödel / -
            {Barnes and Noble}             | literal Barnes and Noble
            {{World Bank}}                 | literal World Bank
            Plato                          | literal Plato
            猪口, 孝                        | 孝 / - / 猪口 / -
            猪口 孝                         | 孝 / - / 猪口 / -
            """)
    void namesHaveParts(String value, String expected) {
        Reference reference = one("@book{k, title = {T}, author = {" + value + "}, date = 2018}");
        assertThat(reference.names().get("author"))
                .extracting(BibtexReaderTest::parts)
                .containsExactly(expected);
    }

    private static String parts(Name name) {
        return name.literal().isEmpty()
                ? Stream.of(
                                name.given(),
                                name.droppingParticle()
                                        + (name.nonDroppingParticle().isEmpty()
                                                ? ""
                                                : "+" + name.nonDroppingParticle()),
                                name.family(),
                                name.suffix())
                        .map(part -> part.isEmpty() ? "-" : part)
                        .reduce((one, other) -> one + " / " + other)
                        .orElseThrow()
                : "literal " + name.literal();
    }

    @Test
    void listsOfNamesEndWithOthers() {
        Reference reference =
                one("@book{k, title = {T}, author = {Doe, Jane and\n {A and B} and others}, date = 2018}");
        assertThat(reference.names().get("author"))
                .containsExactly(Name.of("Doe", "Jane"), Name.literal("A and B"), Name.OTHERS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date = {2018}                         | 2018 | - | false
            date = 2018                           | 2018 | - | false
            date = {2018-11}                      | 2018, 11 | - | false
            date = {2018-11-28}                   | 2018, 11, 28 | - | false
            date = {2017-04/2018-03}              | 2017, 4 | 2018, 3 | false
            date = {1990/2000}                    | 1990 | 2000 | false
            date = {2015~}                        | 2015 | - | true
            date = {2015?}                        | 2015 | - | true
            year = 2018                           | 2018 | - | false
            year = "2018", month = nov            | 2018, 11 | - | false
            year = {2018}, month = {11}, day = 28 | 2018, 11, 28 | - | false
            """)
    void datesAreUnderstood(String fields, String from, String to, boolean circa) {
        Date date = one("@book{k, title = {T}, author = {A}, " + fields + "}")
                .dates()
                .get("issued");
        assertThat(numbers(date.from())).isEqualTo(from);
        assertThat(numbers(date.to())).isEqualTo(to);
        assertThat(date.circa()).isEqualTo(circa);
    }

    private static String numbers(PartialDate date) {
        return date.isEmpty()
                ? "-"
                : Stream.of(date.year(), date.month(), date.day())
                        .filter(part -> part != 0)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
    }

    @Test
    void wordsForAYearAreKept() {
        assertThat(one("@book{k, title = {T}, author = {A}, year = {forthcoming}}")
                        .dates())
                .containsEntry("issued", Date.literal("forthcoming"));
    }

    @Test
    void entriesStandInBracesOrParenthesesAmongComments() {
        List<Reference> references = read("""
                Anything between entries is a comment, even an e-mail address: me@example.org.
                @comment{ @book{hidden, title = {Hidden}} }
                @preamble{ "\\newcommand{\\x}{y}" }
                @STRING(press = "University Press")
                @Book (one, TITLE = {One}, author = "A", publisher = press # ", Oxford", Date = 2018)
                @article{two,
                  title = {Two}, author = {B}, journal = {Journal}, year = 2019, month = dec,
                  pages = {12 -- 34},
                }
                """);
        assertThat(references).extracting(Reference::key).containsExactly("one", "two");
        assertThat(references.get(0).texts()).containsEntry("publisher", RichText.of("University Press, Oxford"));
        assertThat(references.get(1).texts())
                .containsEntry("page", RichText.of("12–34"))
                .containsEntry("container-title", RichText.of("Journal"));
        assertThat(references.get(1).dates().get("issued").from()).isEqualTo(new PartialDate(2019, 12, 0, ""));
    }

    @Test
    void partsTakeWhatTheyLackFromTheWhole() {
        List<Reference> references = read("""
                @xdata{press, publisher = {Press}, location = {Tokyo}}
                @collection{whole, title = {Whole}, subtitle = {All}, editor = {Roe, Max}, date = 2018, xdata = {press}}
                @incollection{part, title = {Part}, author = {Doe, Jane}, pages = {1--9}, crossref = {whole}}
                """);
        assertThat(references).extracting(Reference::key).containsExactly("whole", "part");
        Reference part = references.get(1);
        assertThat(part.type()).isEqualTo("chapter");
        assertThat(part.texts())
                .containsEntry("title", RichText.of("Part"))
                .containsEntry("container-title", RichText.of("Whole: All"))
                .containsEntry("publisher", RichText.of("Press"))
                .containsEntry("publisher-place", RichText.of("Tokyo"));
        assertThat(part.names()).containsOnlyKeys("author", "editor");
        assertThat(part.dates().get("issued").from()).isEqualTo(new PartialDate(2018, 0, 0, ""));
    }

    @Test
    void entriesThatReferToEachOtherEnd() {
        assertThat(read("""
                @book{a, title = {A}, author = {X}, date = 2018, crossref = {b}}
                @book{b, title = {B}, author = {X}, date = 2018, crossref = {a}}
                """)).hasSize(2);
    }

    @Test
    void aBrokenEntryDoesNotHideTheNext() {
        Problems problems = new Problems();
        Source source = new Source(
                "r.bib", "@book{a, title = {A, author = {X}\n\n@book{b, title = {B}, author = {X}, date = 2018}\n");
        assertThat(BibtexReader.read(source, "en-US", problems))
                .extracting(Reference::key)
                .containsExactly("a", "b");
        assertThat(problems.sorted()).hasSize(1);
    }

    @Test
    void jsonHasTheSameMeaning() {
        String json = """
                [{
                  "id": "k", "type": "report", "title": "T", "number": 14, "DOI": "10.1/x",
                  "author": [
                    { "family": "Beethoven", "non-dropping-particle": "van", "given": "Ludwig" },
                    { "literal": "World Bank" }
                  ],
                  "issued": { "date-parts": [[2017, 4], ["2018", "3"]], "circa": true },
                  "accessed": { "raw": "2024-01-02" }
                }]
                """;
        Problems problems = new Problems();
        Reference read = CslJsonReader.read(new Source("r.json", json), problems)
                .orElseThrow()
                .get(0);
        assertThat(problems.sorted()).isEmpty();
        assertThat(read.type()).isEqualTo("report");
        assertThat(read.texts()).containsEntry("number", RichText.of("14")).containsEntry("DOI", RichText.of("10.1/x"));
        assertThat(read.names().get("author"))
                .containsExactly(
                        new Name("Beethoven", "Ludwig", "", "van", "", false, false, ""), Name.literal("World Bank"));
        assertThat(read.dates())
                .containsEntry(
                        "issued",
                        new Date(new PartialDate(2017, 4, 0, ""), new PartialDate(2018, 3, 0, ""), true, true, ""))
                .containsEntry("accessed", Date.of(new PartialDate(2024, 1, 2, "")));
    }

    static Stream<String> samples() throws IOException {
        String json = """
                [{"id": "k", "type": "book", "title": "T \\u00e9 \\"q\\"", "author": [{"family": "Doe", "given": "Jané"}],
                  "issued": {"date-parts": [[2018, 11, 28]]}}, {"id": 7, "type": "report"}]
                """;
        return Stream.of(Files.readString(WORKS), json);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyBeginningIsReadWithoutHarm(String sample) {
        for (int end = 0; end <= sample.length(); end++) {
            Source source = new Source("references", sample.substring(0, end));
            Problems problems = new Problems();
            List<Reference> references = readAny(source, problems);
            for (Problem problem : problems.sorted()) {
                assertThat(problem.span().start()).isBetween(0, source.length());
                assertThat(problem.span().end()).isBetween(problem.span().start(), source.length());
            }
            for (Reference reference : references) {
                assertThat(reference.span().end()).isBetween(1, source.length());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void endsOfLinesDoNotMatter(String sample) {
        assertThat(readAny(new Source("r", sample.replace("\n", "\r\n")), new Problems()))
                .usingRecursiveComparison()
                .ignoringFields("span")
                .isEqualTo(readAny(new Source("r", sample), new Problems()));
    }

    private static List<Reference> readAny(Source source, Problems problems) {
        return source.text().startsWith("[")
                ? CslJsonReader.read(source, problems).orElse(List.of())
                : BibtexReader.read(source, "en-US", problems);
    }

    private static Reference one(String bib) {
        List<Reference> references = read(bib);
        assertThat(references).hasSize(1);
        return references.get(0);
    }

    private static List<Reference> read(String bib) {
        Problems problems = new Problems();
        List<Reference> references = BibtexReader.read(new Source("references.bib", bib), "en-US", problems);
        assertThat(problems.sorted()).isEmpty();
        return references;
    }
}
