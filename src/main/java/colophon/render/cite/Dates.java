package colophon.render.cite;

import colophon.render.cite.Evaluation.Purpose;
import colophon.render.cite.Evaluation.Task;
import colophon.render.cite.Node.Role;
import colophon.render.cite.Node.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Dates, and the time between two of them. */
final class Dates {
    /** Of the parts of a date the largest first. */
    private static final List<String> PARTS = List.of("year", "month", "day");

    /** @param format with what the style changes in the form of the language */
    private record Part(String name, String form, String rangeDelimiter, Format format) {}

    private final Evaluation evaluation;
    private final StyleSheet sheet;
    private final Task task;

    Dates(Evaluation evaluation, StyleSheet sheet, Task task) {
        this.evaluation = evaluation;
        this.sheet = sheet;
        this.task = task;
    }

    Node date(StyleElement element) {
        String variable = element.get("variable");
        DateValue date = evaluation.date(variable);
        boolean known = date != null && !date.isEmpty();
        evaluation.count(known);
        if (!known) {
            return Node.NONE;
        }
        evaluation.substitutes(variable);
        StyleElement localized = element.has("form") ? sheet.locale().date(element.get("form")) : null;
        Format format =
                localized == null ? element.format() : localized.format().overriddenBy(element.format());
        if (date.from().isEmpty()) {
            return tagged(date, Node.of(format, List.of(literal(date), evaluation.yearSuffix())));
        }
        List<Part> parts = parts(element, localized);
        if (task.purpose() == Purpose.SORT_KEY) {
            return Node.text(sortKey(date, parts));
        }
        List<Node> nodes = nodes(date, parts);
        if (nodes.stream().allMatch(Node::isEmpty)) {
            evaluation.uncount();
            return Node.NONE;
        }
        nodes.add(evaluation.yearSuffix());
        return tagged(date, Node.of(format, nodes));
    }

    private Node literal(DateValue date) {
        return new Node.Leaf(sheet.fields().read(date.literal()));
    }

    private static Node tagged(DateValue date, Node node) {
        List<Integer> years = new ArrayList<>();
        if (!date.from().isEmpty()) {
            years.add(date.from().get(0));
        }
        if (!date.to().isEmpty()) {
            years.add(date.to().get(0));
        }
        return Node.tagged(new Tag(Role.DATE, date.literal(), 0, List.of(), years), node);
    }

    private static List<Part> parts(StyleElement element, StyleElement localized) {
        Map<String, StyleElement> own = new HashMap<>();
        for (StyleElement child : element.children()) {
            own.put(child.get("name"), child);
        }
        String shown = element.get("date-parts", "year-month-day");
        List<Part> parts = new ArrayList<>();
        for (StyleElement child : localized == null ? element.children() : localized.children()) {
            String name = child.get("name");
            if (!child.is("date-part") || localized != null && !shown.contains(name)) {
                continue;
            }
            StyleElement changed = localized == null ? null : own.get(name);
            if (changed == null) {
                parts.add(new Part(name, child.get("form"), child.get("range-delimiter", "–"), child.format()));
            } else {
                // A style changes the fonts and the form of a part, never what the language puts around it.
                Format format = child.format().overriddenBy(changed.format().fonts());
                parts.add(new Part(
                        name,
                        changed.get("form", child.get("form")),
                        changed.get("range-delimiter", child.get("range-delimiter", "–")),
                        format));
            }
        }
        return parts;
    }

    /** Of years before the common era the earlier comes first too. */
    private static String sortKey(DateValue date, List<Part> parts) {
        return sortKey(date.from(), parts) + (date.to().isEmpty() ? "" : "-" + sortKey(date.to(), parts));
    }

    private static String sortKey(List<Integer> date, List<Part> parts) {
        StringBuilder key = new StringBuilder();
        for (String name : PARTS) {
            int index = PARTS.indexOf(name);
            boolean shown = parts.stream().anyMatch(part -> part.name().equals(name));
            if (shown) {
                int value = index < date.size() ? date.get(index) : 0;
                key.append(
                        index == 0
                                ? String.format(Locale.ROOT, "%05d", value + 10_000)
                                : String.format(Locale.ROOT, "%02d", value));
            }
        }
        return key.toString();
    }

    /** A key of all parts, for a style that sorts by the variable itself. */
    static String sortKey(DateValue date) {
        List<Part> all =
                PARTS.stream().map(name -> new Part(name, "", "", Format.PLAIN)).toList();
        return sortKey(date, all);
    }

    private List<Node> nodes(DateValue date, List<Part> parts) {
        List<Integer> from = withSeason(date.from(), date.season());
        if (date.to().isEmpty()) {
            List<Node> nodes = new ArrayList<>();
            parts.forEach(part -> nodes.add(part(part, from)));
            return nodes;
        }
        boolean open = date.to().get(0) == 0;
        return open ? openRange(from, parts) : range(from, date.to(), parts);
    }

    private static List<Integer> withSeason(List<Integer> date, int season) {
        return season == 0 || date.size() != 1 ? date : List.of(date.get(0), 12 + season);
    }

    private List<Node> openRange(List<Integer> from, List<Part> parts) {
        List<Node> nodes = new ArrayList<>();
        parts.forEach(part -> addTo(nodes, part(part, from)));
        trimLast(nodes);
        nodes.add(Node.text(parts.stream()
                .filter(part -> part.name().equals("year"))
                .map(Part::rangeDelimiter)
                .findFirst()
                .orElse("–")));
        return nodes;
    }

    private static void addTo(List<Node> nodes, Node node) {
        if (!node.isEmpty()) {
            nodes.add(node);
        }
    }

    /** What both ends have in common is printed once: "10–12 May 2018". */
    private List<Node> range(List<Integer> from, List<Integer> to, List<Part> parts) {
        int differs = 0;
        List<String> shown = PARTS.stream()
                .filter(name -> parts.stream().anyMatch(part -> part.name().equals(name)))
                .toList();
        while (differs < shown.size() && same(shown.get(differs), from, to)) {
            differs++;
        }
        List<String> same = shown.subList(0, differs);
        int start = 0;
        while (start < parts.size() && same.contains(parts.get(start).name())) {
            start++;
        }
        int end = start;
        while (end < parts.size() && !same.contains(parts.get(end).name())) {
            end++;
        }
        List<Node> nodes = new ArrayList<>();
        parts.subList(0, start).forEach(part -> addTo(nodes, part(part, from)));
        List<Node> left = new ArrayList<>();
        parts.subList(start, end).forEach(part -> addTo(left, part(part, from)));
        List<Node> right = new ArrayList<>();
        parts.subList(start, end).forEach(part -> addTo(right, part(part, to)));
        if (!left.isEmpty() && !right.isEmpty()) {
            trimLast(left);
            trimFirst(right);
        }
        if (left.isEmpty() || right.isEmpty()) {
            nodes.addAll(left);
            nodes.addAll(right);
        } else {
            // Nothing of what is between the parts of a date goes around the dash.
            nodes.addAll(left.subList(0, left.size() - 1));
            nodes.add(Node.of(
                    Format.PLAIN,
                    List.of(
                            left.get(left.size() - 1),
                            Node.text(rangeDelimiter(parts.subList(start, end))),
                            right.get(0))));
            nodes.addAll(right.subList(1, right.size()));
        }
        parts.subList(end, parts.size()).forEach(part -> addTo(nodes, part(part, from)));
        trimLast(nodes);
        return nodes;
    }

    /** That of the largest part that differs. */
    private static String rangeDelimiter(List<Part> parts) {
        for (String name : PARTS) {
            for (Part part : parts) {
                if (part.name().equals(name)) {
                    return part.rangeDelimiter();
                }
            }
        }
        return "–";
    }

    private static boolean same(String name, List<Integer> from, List<Integer> to) {
        int index = PARTS.indexOf(name);
        int one = index < from.size() ? from.get(index) : 0;
        int other = index < to.size() ? to.get(index) : 0;
        return one == other;
    }

    private static void trimLast(List<Node> nodes) {
        if (!nodes.isEmpty() && nodes.get(nodes.size() - 1) instanceof Node.Branch branch) {
            Format format = branch.format();
            nodes.set(nodes.size() - 1, Node.of(format.withAffixes(format.prefix(), ""), branch.children()));
        }
    }

    private static void trimFirst(List<Node> nodes) {
        if (!nodes.isEmpty() && nodes.get(0) instanceof Node.Branch branch) {
            Format format = branch.format();
            nodes.set(0, Node.of(format.withAffixes("", format.suffix()), branch.children()));
        }
    }

    private Node part(Part part, List<Integer> date) {
        int index = PARTS.indexOf(part.name());
        if (index < 0 || index >= date.size()) {
            return Node.NONE;
        }
        int value = date.get(index);
        String text = switch (part.name()) {
            case "year" -> year(value, part.form());
            case "month" -> month(value, part.form());
            default -> day(value, part.form(), date.size() > 1 ? date.get(1) : 0);
        };
        return text.isEmpty()
                ? Node.NONE
                : Node.of(part.format(), List.of(new Node.Leaf(sheet.fields().read(text))));
    }

    private String year(int year, String form) {
        StyleLocale locale = sheet.locale();
        if (year == 0) {
            return "";
        }
        if (year < 0) {
            return -year + locale.term("bc");
        }
        if (form.equals("short")) {
            return String.format(Locale.ROOT, "%02d", year % 100);
        }
        return year < 1000 ? year + locale.term("ad") : String.valueOf(year);
    }

    /** From 13 on seasons, as dates of CSL-JSON and EDTF have them. */
    private String month(int month, String form) {
        StyleLocale locale = sheet.locale();
        if (month < 1) {
            return "";
        }
        if (month > 12) {
            int season = (month - 13) % 4 + 1;
            return locale.term("season-0" + season);
        }
        return switch (form) {
            case "numeric" -> String.valueOf(month);
            case "numeric-leading-zeros" -> String.format(Locale.ROOT, "%02d", month);
            case "short" -> locale.term(String.format(Locale.ROOT, "month-%02d", month), "short", false);
            default -> locale.term(String.format(Locale.ROOT, "month-%02d", month));
        };
    }

    /** Ordinals of days are in the gender of their month. */
    private String day(int day, String form, int month) {
        StyleLocale locale = sheet.locale();
        return switch (form) {
            case "numeric-leading-zeros" -> String.format(Locale.ROOT, "%02d", day);
            case "ordinal" ->
                locale.limitsDayOrdinals() && day > 1
                        ? String.valueOf(day)
                        : locale.ordinal(day, locale.gender(String.format(Locale.ROOT, "month-%02d", month)));
            default -> day < 1 ? "" : String.valueOf(day);
        };
    }
}
