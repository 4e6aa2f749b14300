package colophon.render.cite;

import colophon.render.cite.Node.Branch;
import colophon.render.cite.Node.Role;
import colophon.render.cite.Node.Tag;
import java.util.ArrayList;
import java.util.List;

/** A dash in the place of authors that the entry before has too (CSL 1.0.2, "Reference Grouping"). */
final class Substitutes {
    private final String text;
    private final String rule;
    private final NodeRenderer renderer;

    Substitutes(StyleElement bibliography, NodeRenderer renderer) {
        this.text = bibliography.get("subsequent-author-substitute");
        this.rule = bibliography.get("subsequent-author-substitute-rule", "complete-all");
        this.renderer = renderer;
    }

    static boolean isWanted(StyleElement bibliography) {
        return bibliography.has("subsequent-author-substitute");
    }

    List<Node> of(List<Node> entries) {
        List<Node> changed = new ArrayList<>(entries.size());
        Branch before = null;
        for (Node entry : entries) {
            Branch names = first(entry);
            Branch previous = before;
            changed.add(
                    names == null || previous == null
                            ? entry
                            : entry.replace(branch -> branch == names, it -> substituted(names, previous)));
            before = names;
        }
        return changed;
    }

    /** The names that an entry begins with; null if it begins with something else. */
    private static Branch first(Node entry) {
        if (!(entry instanceof Branch branch)) {
            return null;
        }
        if (branch.tag().role() == Role.NAMES) {
            return branch;
        }
        for (Node child : branch.children()) {
            if (!child.isEmpty()) {
                return first(child);
            }
        }
        return null;
    }

    private Node substituted(Branch names, Branch before) {
        List<PersonName> people = names.tag().people();
        List<PersonName> others = before.tag().people();
        if (people.isEmpty() || others.isEmpty()) {
            boolean same = people.isEmpty()
                    && others.isEmpty()
                    && renderer.render(names)
                            .plain()
                            .equals(renderer.render(before).plain());
            return same ? new Branch(names.format(), List.of(dash()), names.tag()) : names;
        }
        List<String> printed = printed(names);
        List<String> previous = printed(before);
        int same = 0;
        while (same < Math.min(printed.size(), previous.size())
                && printed.get(same).equals(previous.get(same))) {
            same++;
        }
        boolean all = same == printed.size() && same == previous.size();
        return switch (rule) {
            case "complete-each" -> all ? each(names, same) : names;
            case "partial-each" -> same > 0 ? each(names, same) : names;
            case "partial-first" -> same > 0 ? each(names, 1) : names;
            default -> all ? whole(names) : names;
        };
    }

    /** The names as readers see them: names that "et al." stands for do not count. */
    private List<String> printed(Branch names) {
        return names.all(Role.NAME).stream()
                .map(name -> renderer.render(name).plain())
                .toList();
    }

    private Node dash() {
        return new Node.Leaf(renderer.read(text));
    }

    /** One dash for all names; a label stays. */
    private Node whole(Branch names) {
        List<Node> children = new ArrayList<>(List.of(dash()));
        for (Node child : names.children()) {
            if (child.is(Role.LABEL)) {
                children.add(child);
            }
        }
        return new Branch(names.format(), children, names.tag());
    }

    private Node each(Branch names, int count) {
        List<Branch> all = names.all(Role.NAME);
        List<Branch> replaced = all.subList(0, Math.min(count, all.size()));
        return names.replace(
                branch -> replaced.stream().anyMatch(it -> it == branch),
                name -> Node.tagged(Tag.of(Role.NAME), dash()));
    }
}
