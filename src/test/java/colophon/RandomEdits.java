package colophon;

import colophon.model.Release;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Edits a site as people do: words, titles, links, settings, templates, styles, pictures, data, downloads; new, renamed, deleted and
 * restored files; embargoes; and mistakes.
 */
final class RandomEdits {
    private static final List<String> WORDS = List.of(
            "water",
            "Ångström",
            "trade",
            "river",
            "「水」",
            "a **bold** claim",
            "a note[^n]",
            "the WT and a river basin",
            "[a link](../brief.md)",
            "`code`");

    private final SiteFixture site;
    private final Random random;
    private final List<Map<String, byte[]>> past = new ArrayList<>();
    private int made;
    private Release release = Release.usual();

    RandomEdits(SiteFixture site, Random random) {
        this.site = site.with(options -> options.with(release));
        this.random = random;
    }

    SiteFixture site() {
        return site;
    }

    /** For which day it is published. */
    Release release() {
        return release;
    }

    /** No edit, but another day. */
    String anotherDay() {
        release = random.nextInt(4) == 0 ? Release.usual() : Release.usual().on(day());
        return "on " + release.day();
    }

    /**
     * Makes one edit and says which.
     *
     * @param broken whether the site has a mistake: nobody leaves it there for long
     */
    String edit(boolean broken) {
        past.add(files());
        if (broken && random.nextBoolean()) {
            return revert();
        }
        return switch (random.nextInt(23)) {
            case 0, 1, 2 -> words();
            case 3 -> line(page(), "title: ", "Title " + ++made + (random.nextBoolean() ? "^[A note.]" : ""));
            case 4 -> summary();
            case 5 -> line(page(), "order: ", String.valueOf(random.nextInt(5)));
            case 6 -> setting();
            case 7 -> template();
            case 8 -> style();
            case 9, 10 -> picture();
            case 11, 12 -> data();
            case 13 -> download();
            case 14 -> newPage();
            case 15 -> rename();
            case 16 -> delete();
            case 17 -> revert();
            case 18 -> mistake();
            case 19 -> draft();
            case 20 -> glossary();
            case 21 -> numbers();
            default -> embargo();
        };
    }

    /** The files that the last edit changed, added or deleted. */
    Set<Path> edited() {
        Map<String, byte[]> before = past.get(past.size() - 1);
        Map<String, byte[]> now = files();
        return Stream.concat(before.keySet().stream(), now.keySet().stream())
                .filter(file -> !Arrays.equals(before.get(file), now.get(file)))
                .map(site.folder()::resolve)
                .collect(Collectors.toSet());
    }

    private String words() {
        String page = page();
        String word = WORDS.get(random.nextInt(WORDS.size()));
        String note = word.contains("[^n]") && !site.text(page).contains("[^n]:") ? "\n\n[^n]: A note." : "";
        return change(page, text -> text.stripTrailing() + "\n\nMore " + word + " " + ++made + "." + note + "\n");
    }

    private String line(String file, String key, String value) {
        return change(file, text -> text.replaceFirst("(?m)^" + key + ".*$", key + value));
    }

    /** A summary may name another page, whose title changes. */
    private String summary() {
        String page = page();
        String up = page.indexOf('/', "content/".length()) < 0 ? "" : "../";
        String words = random.nextBoolean() ? "" : " of [](" + up + "pages/about.md) and [a page](" + up + "brief.md)";
        return line(page, "summary: ", "Summary " + ++made + words + ".");
    }

    private String setting() {
        return switch (random.nextInt(5)) {
            case 0 -> line("content/site.yaml", "title: ", "Site " + ++made);
            case 1 -> line("content/publication.yaml", "title: ", "Work " + ++made);
            case 2 -> line("content/publication.yaml", "date: ", "2020-01-" + (10 + random.nextInt(15)));
            case 3 -> line("content/site.yaml", "indexing: ", random.nextBoolean() ? "all" : "none");
            default ->
                line("content/site.yaml", "address: ", "https://example.org/" + (char) ('a' + random.nextInt(4)) + "/");
        };
    }

    /** Terms come, go and get another meaning; a meaning is nothing that texts show. */
    private String glossary() {
        String file = "content/glossary.yaml";
        String term = "entries:\n  - term: water table\n    abbreviation: WT\n    definition: A depth.\n";
        return switch (random.nextInt(4)) {
            case 0 -> put(file, term);
            case 1 -> put(file, term + "  - term: river basin\n    definition: Land " + ++made + ".\n");
            case 2 -> change(file, text -> text.replaceAll("definition: .*", "definition: Meaning " + ++made + "."));
            default -> delete(file);
        };
    }

    private String template() {
        return switch (random.nextInt(4)) {
            case 0 -> put("templates/partials/footer.ftlh", "<footer><p>Foot " + ++made + "</p></footer>\n");
            case 1 ->
                put(
                        "templates/pages/page.ftlh",
                        "<!DOCTYPE html><title>${page.title}</title><#list publication.chapters as c>${c.title} </#list>"
                                + ++made);
            case 2 ->
                put(
                        "templates/pages/chapter.ftlh",
                        "<!DOCTYPE html><title>${page.title}</title>${page.body!}" + ++made);
            default -> deleteBelow("templates/");
        };
    }

    private String style() {
        return random.nextInt(3) == 0
                ? deleteBelow("site-assets/")
                : put("site-assets/css/site.css", "body { margin: " + ++made + "px }\n");
    }

    private String picture() {
        int width = 10 + random.nextInt(3);
        return switch (random.nextInt(6)) {
            case 0 -> put("content/figures/card.png", png(width));
            case 4 -> {
                String file = "content/figures/photo.jpg";
                yield put(file, SamplePictures.jpeg(SamplePictures.photo(600 + width, 20)))
                        + ", "
                        + refer(file, random.nextBoolean() ? "![a photograph](%s)" : "[a photograph](%s)");
            }
            case 5 -> delete("content/figures/photo.jpg");
            case 1 -> {
                String file = "content/figures/" + ++made + ".svg";
                yield put(file, svg(width)) + ", " + refer(file, "![a picture](%s \"Caption\")");
            }
            default -> put(pick(below("content/figures/", ".svg"), "content/figures/new.svg"), svg(width));
        };
    }

    private static String svg(int width) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width
                + "\" height=\"10\"><rect width=\"5\" height=\"5\"/></svg>";
    }

    private static byte[] png(int width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, 10, BufferedImage.TYPE_BYTE_GRAY), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String data() {
        String file = pick(below("content/data/", ".csv"), "content/data/rain.csv");
        return switch (random.nextInt(6)) {
            case 0 -> {
                String added = "content/data/" + ++made + ".csv";
                yield put(added, "year,mm\n") + ", " + refer(added, "[a table](%s)");
            }
            case 1 -> rename(file, "content/data/" + ++made + ".csv");
            case 2 -> delete(file);
            case 3 -> put("content/data/rain.csv", "year,mm\n2018,100\n");
            default -> change(file, text -> text + "2019," + ++made + "\n");
        };
    }

    /** A typeset PDF that takes the place of the generated one; its button tells how many pages it has. */
    private String download() {
        String file = "content/downloads/water-and-power.pdf";
        return random.nextInt(3) == 0 ? delete(file) : put(file, pdf(1 + random.nextInt(3)));
    }

    private static byte[] pdf(int pages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a paragraph to a page that names a file of the content. */
    private String refer(String file, String markdown) {
        String page = page();
        String up = page.indexOf('/', "content/".length()) < 0 ? "" : "../";
        String reference = String.format(Locale.ROOT, markdown, up + file.substring("content/".length()));
        return change(page, text -> text.stripTrailing() + "\n\n" + reference + "\n");
    }

    private String newPage() {
        String name = ++made + "-new.md";
        return switch (random.nextInt(3)) {
            case 0 -> put("content/report/" + name, "---\ntitle: New " + made + "\nsummary: New.\n---\n\nNew words.\n");
            case 1 ->
                put(
                        "content/case-studies/" + name,
                        "---\ntitle: Case " + made + "\nkind: institution\nsummary: New.\n---\n\nNew words.\n");
            default ->
                put("content/pages/" + name, "---\ntitle: Page " + made + "\nsummary: New.\n---\n\nNew words.\n");
        };
    }

    private String rename() {
        String page = page();
        return rename(page, page.substring(0, page.lastIndexOf('/') + 1) + ++made + "-renamed.md");
    }

    private String rename(String file, String name) {
        if (!exists(file)) {
            return "looked for " + file;
        }
        String text = site.text(file);
        site.remove(file).change(name, text);
        return "renamed " + file + " to " + name;
    }

    private String delete() {
        return delete(page());
    }

    private String delete(String file) {
        if (!exists(file)) {
            return "looked for " + file;
        }
        site.remove(file);
        return "deleted " + file;
    }

    private boolean exists(String file) {
        return Files.exists(site.folder().resolve(file));
    }

    /** Everything as it was some edits ago. */
    private String revert() {
        int to = random.nextInt(past.size());
        Map<String, byte[]> then = past.get(to);
        files().keySet().stream().filter(file -> !then.containsKey(file)).forEach(site::remove);
        then.forEach(site::change);
        return "went back to edit " + to;
    }

    private String mistake() {
        return switch (random.nextInt(4)) {
            case 0 -> change(page(), text -> text + "\n[nowhere](nowhere.md)\n");
            case 1 -> line(page(), "summary: ", "\"never closed");
            case 2 -> put("templates/pages/page.ftlh", "${page.tytle}");
            default -> change(page(), text -> text + "\n[^unused]: nobody asks.\n");
        };
    }

    private String draft() {
        return change(
                page(),
                text -> text.contains("draft: true")
                        ? text.replace("draft: true\n", "")
                        : text.replaceFirst("---\n", "---\ndraft: true\n"));
    }

    /** Numbers the paragraphs of a page or of all, or not any more. */
    private String numbers() {
        String line = "paragraph-numbers: true\n";
        return random.nextBoolean()
                ? change("content/publication.yaml", text -> text.contains(line) ? text.replace(line, "") : line + text)
                : change(
                        page(),
                        text -> text.contains(line)
                                ? text.replace(line, "")
                                : text.replaceFirst("---\n", "---\n" + line));
    }

    private String embargo() {
        String line = "embargo: " + day() + "\n";
        return random.nextInt(4) == 0
                ? change("content/publication.yaml", text -> embargo(text, "", line))
                : change(page(), text -> embargo(text, "---\n", line));
    }

    private static String embargo(String text, String head, String line) {
        String without = text.replaceAll("(?m)^embargo: .*\n", "");
        return without.equals(text) ? text.replaceFirst(head, head + line) : without;
    }

    private LocalDate day() {
        return LocalDate.of(2026, 12, 1 + random.nextInt(3));
    }

    private String page() {
        return pick(below("content/", ".md"), "content/brief.md");
    }

    private String pick(List<String> files, String otherwise) {
        return files.isEmpty() ? otherwise : files.get(random.nextInt(files.size()));
    }

    private List<String> below(String folder, String ending) {
        return files().keySet().stream()
                .filter(file -> file.startsWith(folder) && file.endsWith(ending))
                .toList();
    }

    private String deleteBelow(String folder) {
        below(folder, "").forEach(site::remove);
        return "deleted all in " + folder;
    }

    private String change(String file, UnaryOperator<String> change) {
        if (!exists(file)) {
            return "looked for " + file;
        }
        site.edit(file, change);
        return "edited " + file;
    }

    private String put(String file, String text) {
        return put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private String put(String file, byte[] bytes) {
        site.change(file, bytes);
        return "wrote " + file;
    }

    /** The files a site is made from. */
    private SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String folder : List.of("content", "templates", "site-assets")) {
            Path root = site.folder().resolve(folder);
            if (!Files.exists(root)) {
                continue;
            }
            try (Stream<Path> walk = Files.walk(root)) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    String name = site.folder().relativize(file).toString().replace('\\', '/');
                    files.put(name, Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
