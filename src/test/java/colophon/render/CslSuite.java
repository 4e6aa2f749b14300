package colophon.render;

import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.read.BibliographyFixture;
import colophon.render.cite.CitationProcessor;
import colophon.render.cite.Cite;
import colophon.render.cite.Cite.Part;
import colophon.render.cite.Cite.Position;
import colophon.render.cite.Item;
import colophon.render.cite.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The public test suite of CSL (citation-style-language/test-suite), which is not part of this repository. */
final class CslSuite {
    /** @param expected without what is no part of a comparison, see {@link #normal(String)} */
    record Result(String name, String mode, String expected, String actual) {
        /** Spaces aside. */
        boolean isSame() {
            return expected.replace(" ", "").equals(actual.replace(" ", ""));
        }
    }

    private static final Pattern SECTION = Pattern.compile(">>=+ ([A-Z-]+) =+>>\\n(.*?)<<=+ \\1 =+<<", Pattern.DOTALL);

    private CslSuite() {}

    /** @param folder with the files of the tests, {@code processor-tests/humans} */
    static List<Result> run(Path folder) throws IOException {
        List<Result> results = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".txt", "");
            Map<String, String> sections = new HashMap<>();
            Matcher section = SECTION.matcher(Files.readString(file).replace("\r\n", "\n"));
            while (section.find()) {
                sections.put(section.group(1), section.group(2));
            }
            String actual;
            try {
                actual = new CslSuite.Test(sections).print();
            } catch (RuntimeException e) {
                StackTraceElement at = e.getStackTrace().length == 0 ? null : e.getStackTrace()[0];
                actual = "failed: " + e + " at " + at;
            }
            String mode = sections.getOrDefault("MODE", "").strip();
            String expected = sections.getOrDefault("RESULT", "");
            results.add(new Result(name, mode, normal(expected), normal(actual)));
        }
        return results;
    }

    /** Spaces, the blocks around entries and parts of them, numbers of citations, and names of elements do not count. */
    static String normal(String text) {
        return text.replaceAll("(?m)^\\s*(?:>>|\\.\\.)\\[\\d+\\]\\s*", "")
                .replaceAll("</?div[^>]*>", " ")
                .replaceAll("<a [^>]*>|</a>", "")
                .replace("<em>", "<i>")
                .replace("</em>", "</i>")
                .replace("<strong>", "<b>")
                .replace("</strong>", "</b>")
                .replaceAll("<span style=\"font-variant: ?small-caps;\">", "<span class=\"small-caps\">")
                .replaceAll("<span style=\"font-style: ?normal;\">", "<span class=\"upright\">")
                .replaceAll("<span style=\"font-weight: ?normal;\">", "<span class=\"normal-weight\">")
                .replaceAll("<span style=\"font-variant: ?normal;\">", "<span class=\"normal-caps\">")
                .replaceAll("<span style=\"text-decoration: ?underline;\">", "<span class=\"underlined\">")
                .replaceAll("<span style=\"baseline\">(.*?)</span>", "$1")
                .replaceAll("<span class=\"reference-part\">(.*?)</span>", " $1 ")
                .replace("</sup><sup>", "")
                .replace("&#38;", "&")
                .replace("&amp;", "&")
                .replace("&#60;", "<")
                .replace("&lt;", "<")
                .replace("&#62;", ">")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replaceAll("[ \\t\\n\\u00a0\\u202f]+", " ")
                .strip();
    }

    private static Object json(String text) {
        return new Load(LoadSettings.builder()
                        .setAllowDuplicateKeys(true)
                        .setCodePointLimit(10_000_000)
                        .build())
                .loadFromString(text.replace('\t', ' '));
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static final class Test {
        private final Map<String, String> sections;
        private final Map<String, Item> items = new LinkedHashMap<>();

        private Test(Map<String, String> sections) {
            this.sections = sections;
        }

        private String print() {
            Source input = new Source("references.json", sections.get("INPUT"));
            BibliographyFixture.references(input, new Problems())
                    .forEach(reference -> items.putIfAbsent(reference.key(), CslItems.item(reference, false)));
            List<List<Cite>> citations = citations();
            List<String> order = new ArrayList<>();
            citations.forEach(cites -> cites.forEach(cite -> {
                if (!order.contains(cite.key())) {
                    order.add(cite.key());
                }
            }));
            boolean all = !sections.containsKey("CITATIONS") && !sections.containsKey("BIBENTRIES");
            if (sections.containsKey("BIBENTRIES")) {
                List<?> steps = list(json(sections.get("BIBENTRIES")));
                order.clear();
                list(steps.get(steps.size() - 1)).forEach(key -> order.add(text(key)));
            } else if (all) {
                items.keySet().stream().filter(key -> !order.contains(key)).forEach(order::add);
            }
            CitationProcessor processor = new CitationProcessor(
                    sections.get("CSL").strip(),
                    "",
                    order.stream().map(items::get).toList(),
                    text -> text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
            List<String> sorted = processor.sorted(order);
            Map<String, Integer> numbers = processor.numbers(sorted);
            StringBuilder out = new StringBuilder();
            if (sections.getOrDefault("MODE", "").strip().equals("bibliography")) {
                processor
                        .entries(sorted, numbers::get)
                        .values()
                        .forEach(entry -> out.append(entry).append('\n'));
            } else {
                for (List<Cite> cites : placed(citations, processor.nearNoteDistance())) {
                    String citation = processor.citation(cites, numbers::get, true);
                    out.append(citation.isEmpty() ? "[CSL STYLE ERROR: reference with no printed form.]" : citation)
                            .append('\n');
                }
            }
            return out.toString();
        }

        private final Map<Cite, Integer> notes = new IdentityHashMap<>();

        private List<List<Cite>> placed(List<List<Cite>> citations, int near) {
            if (!sections.containsKey("CITATIONS")) {
                return citations;
            }
            Positions positions = new Positions(near);
            List<List<Cite>> placed = new ArrayList<>();
            for (int i = 0; i < citations.size(); i++) {
                List<Cite> cites = new ArrayList<>();
                for (Cite cite : citations.get(i)) {
                    int note = notes.get(cite);
                    Set<Position> position = positions.next(
                            cite.key(),
                            cite.label(),
                            cite.locator(),
                            i,
                            cites.size(),
                            citations.get(i).size(),
                            note);
                    cites.add(new Cite(
                            cite.key(),
                            cite.part(),
                            cite.prefix(),
                            cite.suffix(),
                            cite.label(),
                            cite.locator(),
                            position,
                            positions.firstNote(cite.key()),
                            ""));
                }
                placed.add(cites);
            }
            return placed;
        }

        private List<List<Cite>> citations() {
            List<List<Cite>> citations = new ArrayList<>();
            if (sections.containsKey("CITATIONS")) {
                Map<String, Map<?, ?>> known = new HashMap<>();
                Map<String, Integer> placedIn = new LinkedHashMap<>();
                for (Object step : list(json(sections.get("CITATIONS")))) {
                    Map<?, ?> citation = map(list(step).get(0));
                    String id = text(citation.get("citationID"));
                    known.put(id.isEmpty() ? "citation " + known.size() : id, citation);
                    // What the text cites in the end is what the last step says.
                    placedIn.clear();
                    list(list(step).get(1)).forEach(it -> placedIn.put(text(list(it).get(0)), number(list(it).get(1))));
                    placedIn.put(
                            id.isEmpty() ? "citation " + (known.size() - 1) : id,
                            number(map(citation.get("properties")).get("noteIndex")));
                    list(list(step).get(2)).forEach(it -> placedIn.put(text(list(it).get(0)), number(list(it).get(1))));
                }
                placedIn.forEach((id, note) -> {
                    List<Cite> cites = new ArrayList<>();
                    for (Object one : list(known.get(id).get("citationItems"))) {
                        Cite cite = cite(map(one));
                        notes.put(cite, note);
                        cites.add(cite);
                    }
                    citations.add(cites);
                });
            } else if (sections.containsKey("CITATION-ITEMS")) {
                for (Object citation : list(json(sections.get("CITATION-ITEMS")))) {
                    citations.add(
                            list(citation).stream().map(one -> cite(map(one))).toList());
                }
            } else {
                citations.add(items.keySet().stream()
                        .map(key -> Cite.of(key, Part.WHOLE, Set.of(Position.FIRST)))
                        .toList());
            }
            return citations;
        }

        private static int number(Object value) {
            return text(value).matches("\\d+") ? Integer.parseInt(text(value)) : 0;
        }

        private static Cite cite(Map<?, ?> cite) {
            Set<Position> positions = EnumSet.noneOf(Position.class);
            switch (number(cite.get("position"))) {
                case 1 -> positions.add(Position.SUBSEQUENT);
                case 2 -> positions.addAll(List.of(Position.SUBSEQUENT, Position.IBID));
                case 3 -> positions.addAll(List.of(Position.SUBSEQUENT, Position.IBID, Position.IBID_WITH_LOCATOR));
                default -> positions.add(Position.FIRST);
            }
            if (text(cite.get("near-note")).equals("true")) {
                positions.add(Position.NEAR_NOTE);
            }
            Part part = text(cite.get("suppress-author")).matches("true|1")
                    ? Part.WITHOUT_AUTHOR
                    : text(cite.get("author-only")).matches("true|1") ? Part.AUTHOR_ONLY : Part.WHOLE;
            return new Cite(
                    text(cite.get("id")),
                    part,
                    text(cite.get("prefix")),
                    text(cite.get("suffix")),
                    text(cite.get("label")),
                    text(cite.get("locator")),
                    positions,
                    number(cite.get("first-reference-note-number")),
                    "");
        }
    }
}
