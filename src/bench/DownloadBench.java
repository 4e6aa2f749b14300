import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures what files to keep cost: the publication in content/ built with all of them by new processes, from nothing, untouched, and after
 * a word was added to a case study. See README.md in this folder.
 */
public final class DownloadBench {
    private static final String EDITED = "content/case-studies/vietnam.md";

    /** Seconds on the clock, the most memory in MiB, and which files have other bytes than before. */
    private record Run(double seconds, long peak, List<String> made) {}

    private DownloadBench() {}

    /** @param arguments the folder of the project, then {@code --rounds 5} */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path project = Path.of(arguments[0]).toRealPath();
        int at = Arrays.asList(arguments).indexOf("--rounds");
        int rounds = at < 0 ? 5 : Integer.parseInt(arguments[at + 1]);
        String colophon = project.resolve("colophon").toString();
        Path site = Files.createTempDirectory("colophon-downloads");
        try {
            copy(project.resolve("content"), site.resolve("content"));
            List<Run> clean = new ArrayList<>();
            List<Run> untouched = new ArrayList<>();
            List<Run> edited = new ArrayList<>();
            for (int round = -1; round < rounds; round++) {
                delete(site.resolve("public"));
                delete(site.resolve(".colophon"));
                Run first = build(colophon, site);
                Run second = build(colophon, site);
                Files.writeString(site.resolve(EDITED), Files.readString(site.resolve(EDITED)).stripTrailing() + " Word.\n");
                Run third = build(colophon, site);
                // The first round prepares quick starts.
                if (round >= 0) {
                    clean.add(first);
                    untouched.add(second);
                    edited.add(third);
                }
            }
            System.out.println(LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " cores, " + rounds
                    + " rounds, medians.\n");
            System.out.println("| build | seconds | peak, MiB | made |\n| --- | ---: | ---: | --- |");
            show("clean", clean);
            show("untouched", untouched);
            show("a word in a case study", edited);
        } finally {
            delete(site);
        }
    }

    private static void show(String name, List<Run> runs) {
        double[] seconds = runs.stream().mapToDouble(Run::seconds).sorted().toArray();
        long[] peaks = runs.stream().mapToLong(Run::peak).sorted().toArray();
        List<String> made = runs.get(0).made();
        String files = made.size() > 3 ? made.size() + " files" : made.isEmpty() ? "nothing" : String.join(", ", made);
        System.out.println(String.format(
                Locale.ROOT, "| %s | %.2f | %d | %s |", name, seconds[seconds.length / 2], peaks[peaks.length / 2], files));
    }

    /** GNU time tells the most memory on a line of its own. */
    private static Run build(String colophon, Path site) throws IOException, InterruptedException {
        Map<String, Integer> before = files(site);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(
                        "/usr/bin/time", "-f", "peak %M", colophon, "build", site.toString(), "--output",
                        site.resolve("public").toString())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a build failed: " + lines);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long peak = lines.stream()
                .filter(line -> line.startsWith("peak "))
                .mapToLong(line -> Long.parseLong(line.substring(5)) / 1024)
                .findFirst()
                .orElse(0);
        Map<String, Integer> after = files(site);
        List<String> made = after.keySet().stream()
                .filter(name -> !after.get(name).equals(before.get(name)))
                .toList();
        return new Run(seconds, peak, made);
    }

    /** The files to keep, with a checksum of each. */
    private static Map<String, Integer> files(Path site) throws IOException {
        Map<String, Integer> files = new TreeMap<>();
        if (Files.exists(site.resolve("public"))) {
            try (Stream<Path> walk = Files.walk(site.resolve("public"))) {
                for (Path file : walk.filter(it -> it.toString().matches(".*\\.(pdf|epub)")).toList()) {
                    files.put(file.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
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
