package colophon.render.cite;

import colophon.render.cite.Node.Branch;
import colophon.render.cite.Node.Role;
import java.util.ArrayList;
import java.util.List;

/** The works of one citation: those of one author together, and what they have in common once (CSL 1.0.2, "Cite Grouping" and "Cite Collapsing"). */
final class Clusters {
    /** One work of a citation. */
    record Part(Cite cite, Node node) {
        Branch names() {
            return node.find(Role.NAMES);
        }

        boolean hasLocator() {
            return node.find(Role.LOCATOR) != null;
        }

        Part with(Node other) {
            return new Part(cite, other);
        }
    }

    private final String collapse;
    private final String delimiter;
    private final String groupDelimiter;
    private final String afterCollapse;
    private final String yearSuffixDelimiter;
    private final boolean groups;
    private final NodeRenderer renderer;

    Clusters(StyleElement citation, NodeRenderer renderer) {
        this.renderer = renderer;
        this.collapse = citation.get("collapse");
        this.delimiter = citation.child("layout").get("delimiter");
        this.groups = !collapse.isEmpty() || citation.has("cite-group-delimiter");
        this.groupDelimiter = citation.get("cite-group-delimiter", ", ");
        this.afterCollapse = citation.get("after-collapse-delimiter", delimiter);
        this.yearSuffixDelimiter = citation.get(
                "year-suffix-delimiter", citation.has("cite-group-delimiter") ? groupDelimiter : delimiter);
    }

    /** Nodes with what stands between them. */
    List<Node> join(List<Part> parts) {
        Joined joined = new Joined();
        if (collapse.equals("citation-number")) {
            numbers(parts, joined);
        } else if (groups) {
            List<List<Part>> all = grouped(parts);
            for (int i = 0; i < all.size(); i++) {
                group(all.get(i), i == all.size() - 1, joined);
            }
        } else {
            for (Part part : parts) {
                joined.add(part, delimiter);
            }
        }
        return joined.nodes;
    }

    /** Collects nodes and the delimiters between them. */
    private final class Joined {
        private final List<Node> nodes = new ArrayList<>();
        private String pending = "";
        private boolean ended;

        private void add(Part part, String after) {
            add(linked(part), after);
        }

        private void add(Node node, String after) {
            if (node.isEmpty()) {
                return;
            }
            Rich text = renderer.render(node);
            boolean punctuated = ",;.:".indexOf(text.first()) >= 0;
            if (!nodes.isEmpty() && ended) {
                nodes.add(Node.text(" "));
            } else if (!nodes.isEmpty() && !punctuated) {
                nodes.add(new Node.Leaf(renderer.read(pending)));
            }
            nodes.add(node);
            pending = after;
            // Words after a work can end with a mark of their own.
            ended = ",;:".indexOf(text.last()) >= 0;
        }
    }

    private Node linked(Part part) {
        return CitationProcessor.around(part.cite(), part.node(), renderer);
    }

    /** Those of the same names together; nothing moves past words that an author has put before or after a work. */
    private List<List<Part>> grouped(List<Part> parts) {
        List<List<Part>> all = new ArrayList<>();
        List<Part> rest = new ArrayList<>(parts);
        while (!rest.isEmpty()) {
            Part first = rest.remove(0);
            List<Part> group = new ArrayList<>(List.of(first));
            int at = 0;
            while (first.cite().suffix().isEmpty()
                    && at < rest.size()
                    && !rest.get(at).cite().hasAffixes()) {
                if (sameNames(first, rest.get(at))) {
                    group.add(rest.remove(at));
                } else {
                    at++;
                }
            }
            all.add(group);
        }
        return all;
    }

    private boolean sameNames(Part one, Part other) {
        Branch names = one.names();
        Branch others = other.names();
        if (names == null || others == null) {
            return names == null && others == null && isDate(one) && isDate(other);
        }
        return renderer.render(names).plain().equals(renderer.render(others).plain());
    }

    /** Whether nothing is printed of a work but its date. */
    private boolean isDate(Part part) {
        Node rest = part.node().replace(branch -> branch.tag().role() == Role.DATE, date -> Node.NONE);
        return part.node().find(Role.DATE) != null && renderer.render(rest).isEmpty();
    }

    private void group(List<Part> group, boolean isLast, Joined joined) {
        if (collapse.isEmpty() || group.size() == 1) {
            for (int i = 0; i < group.size(); i++) {
                joined.add(
                        group.get(i),
                        i < group.size() - 1 ? groupDelimiter : collapse.equals("year") ? afterCollapse : delimiter);
            }
            return;
        }
        List<Part> bare = new ArrayList<>(List.of(group.get(0)));
        for (Part part : group.subList(1, group.size())) {
            bare.add(part.with(part.node().replace(branch -> branch.tag().role() == Role.NAMES, names -> Node.NONE)));
        }
        if (collapse.equals("year")) {
            boolean located = bare.stream().anyMatch(Part::hasLocator);
            for (int i = 0; i < bare.size(); i++) {
                boolean last = i == bare.size() - 1;
                joined.add(bare.get(i), last || located ? afterCollapse : groupDelimiter);
            }
            return;
        }
        years(bare, joined);
    }

    /** Of works of one author and year the letters only: "2000a, b". */
    private void years(List<Part> parts, Joined joined) {
        int at = 0;
        boolean collapsed = false;
        List<List<Part>> years = new ArrayList<>();
        while (at < parts.size()) {
            int end = at + 1;
            while (end < parts.size()
                    && sameYear(parts.get(at), parts.get(end))
                    && !parts.get(end - 1).hasLocator()) {
                end++;
            }
            years.add(parts.subList(at, end));
            collapsed |= end - at > 1;
            at = end;
        }
        for (int i = 0; i < years.size(); i++) {
            boolean last = i == years.size() - 1;
            year(years.get(i), last || collapsed ? afterCollapse : groupDelimiter, last, joined);
        }
    }

    private static boolean sameYear(Part one, Part other) {
        Branch year = one.node().find(Role.DATE);
        Branch next = other.node().find(Role.DATE);
        boolean lettered =
                one.node().find(Role.YEAR_SUFFIX) != null && other.node().find(Role.YEAR_SUFFIX) != null;
        return year != null
                && next != null
                && lettered
                && year.tag().years().equals(next.tag().years());
    }

    private void year(List<Part> parts, String after, boolean isLast, Joined joined) {
        boolean ranged = collapse.equals("year-suffix-ranged");
        int at = 0;
        while (at < parts.size()) {
            int end = at + 1;
            while (ranged && end < parts.size() && suffix(parts.get(end)) == suffix(parts.get(end - 1)) + 1) {
                end++;
            }
            boolean range = end - at > 2;
            if (range) {
                joined.add(letter(parts, at), "–");
                joined.add(letter(parts, end - 1), end == parts.size() ? after : yearSuffixDelimiter);
            } else {
                for (int i = at; i < end; i++) {
                    joined.add(letter(parts, i), i == parts.size() - 1 ? after : yearSuffixDelimiter);
                }
            }
            at = end;
        }
    }

    private static int suffix(Part part) {
        Branch suffix = part.node().find(Role.YEAR_SUFFIX);
        return suffix == null ? -1 : suffix.tag().number();
    }

    private static Part letter(List<Part> parts, int index) {
        Part part = parts.get(index);
        if (index == 0) {
            return part;
        }
        Node bare = part.node().replace(branch -> branch.tag().role() == Role.DATE, date -> {
            Branch suffix = date.find(Role.YEAR_SUFFIX);
            return suffix == null ? Node.NONE : suffix;
        });
        return part.with(bare);
    }

    /** Of three or more numbers that follow each other the first and the last. */
    private void numbers(List<Part> parts, Joined joined) {
        int at = 0;
        while (at < parts.size()) {
            int end = at + 1;
            while (end < parts.size()
                    && number(parts.get(end - 1)) > 0
                    && number(parts.get(end)) == number(parts.get(end - 1)) + 1) {
                end++;
            }
            boolean range = end - at > 2;
            if (range) {
                joined.add(parts.get(at), "–");
                joined.add(parts.get(end - 1), afterCollapse);
            } else {
                for (int i = at; i < end; i++) {
                    joined.add(parts.get(i), delimiter);
                }
            }
            at = end;
        }
    }

    /** The number of a work of which nothing else is printed; -1 for any other. */
    private int number(Part part) {
        Branch number = part.node().find(Role.CITATION_NUMBER);
        if (number == null || part.cite().hasAffixes()) {
            return -1;
        }
        String bare = renderer.render(part.node()).plain().replaceAll("[^\\p{L}\\p{N}]", "");
        return bare.equals(String.valueOf(number.tag().number())) ? number.tag().number() : -1;
    }
}
