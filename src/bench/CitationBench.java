import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Measures what citations cost: a publication of 100 pages with 1,000 references and 2,000 citations, and the same without, built in turn
 * by new processes from nothing. See README.md in this folder.
 */
public final class CitationBench {
    private static final int PAGES = 100;
    private static final int REFERENCES = 1_000;
    private static final int CITATIONS_A_PAGE = 20;
    private static final String[] WORDS = ("trade river policy growth export council region water alliance report investment"
                    + " market firm partner minister agreement energy capital labour supply public finance method")
            .split(" ");

    /** Seconds on the clock, and of all processors together. */
    private record Time(double wall, double work) {}

    private CitationBench() {}

    /** @param arguments the folder of the project, then {@code --rounds 5} and {@code --styles apa,…} */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String colophon = Path.of(arguments[0]).resolve("colophon").toRealPath().toString();
        int rounds = Integer.parseInt(option(arguments, "--rounds", "5"));
        List<String> styles = List.of(
                option(arguments, "--styles", "chicago-notes-bibliography,apa").split(","));
        Path work = Files.createTempDirectory("colophon-citations");
        try {
            Path without = site(work, "");
            System.out.println(LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " cores, " + rounds
                    + " rounds. Medians in seconds, on the clock and of all processors.\n");
            System.out.println("| style | without | with | more |\n| --- | ---: | ---: | ---: |");
            for (String style : styles) {
                Path with = site(work, style);
                List<Time> plain = new ArrayList<>();
                List<Time> citing = new ArrayList<>();
                for (int round = -1; round < rounds; round++) {
                    Time one = build(colophon, without);
                    Time other = build(colophon, with);
                    // The first round prepares quick starts.
                    if (round >= 0) {
                        plain.add(one);
                        citing.add(other);
                    }
                }
                Time one = median(plain);
                Time other = median(citing);
                System.out.println("| " + style + " | " + show(one) + " | " + show(other) + " | "
                        + show(new Time(other.wall() - one.wall(), other.work() - one.work())) + " |");
            }
        } finally {
            delete(work);
        }
    }

    private static String option(String[] arguments, String name, String otherwise) {
        int at = Arrays.asList(arguments).indexOf(name);
        return at < 0 ? otherwise : arguments[at + 1];
    }

    private static String show(Time time) {
        return String.format(Locale.ROOT, "%.2f (%.2f)", time.wall(), time.work());
    }

    private static Time median(List<Time> times) {
        double[] wall = times.stream().mapToDouble(Time::wall).sorted().toArray();
        double[] work = times.stream().mapToDouble(Time::work).sorted().toArray();
        return new Time(wall[wall.length / 2], work[work.length / 2]);
    }

    private static Time build(String colophon, Path site) throws IOException, InterruptedException {
        delete(site.resolve("public"));
        delete(site.resolve(".colophon"));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder("/bin/sh", "-c", "\"$0\" build \"$1\" --no-downloads --quiet; s=$?; times; exit $s",
                        colophon, site.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a build failed: " + output);
        }
        double wall = (System.nanoTime() - begun) / 1e9;
        // The last line of "times" is that of the children: 0m1.23s 0m0.45s.
        String[] children = output.strip().lines().reduce((one, other) -> other).orElseThrow().split(" ");
        return new Time(wall, Stream.of(children).mapToDouble(CitationBench::seconds).sum());
    }

    private static double seconds(String time) {
        String[] parts = time.replace("s", "").split("m");
        return Integer.parseInt(parts[0]) * 60 + Double.parseDouble(parts[1]);
    }

    /** The same pages each time, with citations in a style or, where that is empty, without. */
    private static Path site(Path work, String style) throws IOException {
        Random random = new Random(7);
        Path site = work.resolve(style.isEmpty() ? "without" : style);
        Path content = Files.createDirectories(site.resolve("content"));
        Files.createDirectories(content.resolve("report"));
        Files.writeString(
                content.resolve("site.yaml"),
                "title: Bench\naddress: https://bench.example.org/\ndescription: A site to measure.\n");
        Files.writeString(
                content.resolve("publication.yaml"),
                "slug: bench\ntitle: Bench\ndate: 2024-01-02\nsummary: A report.\ncontributors:\n  - given: Ada\n"
                        + "    family: Lovelace\n    roles: [author]\n"
                        + (style.isEmpty() ? "" : "citation-style: " + style + "\n"));
        String references = references(random);
        if (!style.isEmpty()) {
            Files.writeString(content.resolve("references.bib"), references);
        }
        int cited = 0;
        for (int page = 0; page < PAGES; page++) {
            StringBuilder text = new StringBuilder("---\ntitle: " + words(random, 3) + " " + page + "\nsummary: S.\n---\n");
            for (int paragraph = 0; paragraph < CITATIONS_A_PAGE; paragraph++) {
                text.append(paragraph % 5 == 0 ? "\n## " + words(random, 4) + " " + paragraph + "\n" : "");
                text.append('\n').append(words(random, 15)).append(". ").append(words(random, 12));
                String citation = " [@k" + cited++ * 7919 % REFERENCES + ", p. " + (1 + random.nextInt(300)) + "]";
                text.append(style.isEmpty() ? "" : citation).append(".\n");
            }
            Files.writeString(content.resolve("report/" + page + "-page-" + page + ".md"), text);
        }
        return site;
    }

    private static String references(Random random) {
        StringBuilder bib = new StringBuilder();
        String[] kinds = {
            "article{%s, %s, journaltitle = {Journal of Rivers}, volume = 4, number = 2, pages = {%d--%d}, doi = {10.1000/%3$d}}",
            "book{%s, %s, publisher = {Press %d}, edition = 2}",
            "report{%s, %s, institution = {Institute}, number = %d, url = {https://example.org/r/%3$d}}",
            "incollection{%s, %s, booktitle = {A Book}, editor = {Roe, Max}, publisher = {Press}, pages = {%d--%d}}"
        };
        for (int i = 0; i < REFERENCES; i++) {
            String common = "author = {" + words(random, 1) + (char) ('a' + i % 26) + ", Ann and Coe, Bob C.}, title = {"
                    + words(random, 7) + "}, date = {" + (1980 + i % 40) + "}";
            bib.append('@').append(String.format(Locale.ROOT, kinds[i % kinds.length], "k" + i, common, i + 1, i + 15));
            bib.append("\n\n");
        }
        return bib.toString();
    }

    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path file : walk.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
