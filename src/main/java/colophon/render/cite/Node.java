package colophon.render.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What an element of a style prints: text, or nodes with a format. */
sealed interface Node {
    Node NONE = new Leaf(Rich.EMPTY);

    /** What a node is, for what is done with it later. */
    enum Role {
        NONE,
        NAMES,
        NAME,
        DATE,
        YEAR_SUFFIX,
        CITATION_NUMBER,
        LOCATOR,
        TERM,
        LABEL,
        AFFIX
    }

    /**
     * @param value the name of a term, the variable of names
     * @param number a citation number, the number of a year suffix
     * @param people whose names they are
     * @param years of a date
     */
    record Tag(Role role, String value, int number, List<PersonName> people, List<Integer> years) {
        static final Tag NONE = new Tag(Role.NONE, "", 0, List.of(), List.of());

        static Tag of(Role role) {
            return new Tag(role, "", 0, List.of(), List.of());
        }

        static Tag of(Role role, String value) {
            return new Tag(role, value, 0, List.of(), List.of());
        }

        static Tag numbered(Role role, int number) {
            return new Tag(role, "", number, List.of(), List.of());
        }

        static Tag people(Role role, String variable, List<PersonName> people) {
            return new Tag(role, variable, 0, people, List.of());
        }
    }

    record Leaf(Rich text) implements Node {}

    record Branch(Format format, List<Node> children, Tag tag) implements Node {}

    static Node text(String text) {
        return text.isEmpty() ? NONE : new Leaf(Rich.of(text));
    }

    static Node of(Format format, List<Node> children) {
        return new Branch(format, children, Tag.NONE);
    }

    static Node of(Format format, Node child) {
        return format == Format.PLAIN ? child : new Branch(format, List.of(child), Tag.NONE);
    }

    static Node tagged(Tag tag, Node child) {
        return new Branch(Format.PLAIN, List.of(child), tag);
    }

    static Node tagged(Tag tag, List<Node> children) {
        return new Branch(Format.PLAIN, children, tag);
    }

    default boolean isEmpty() {
        return this instanceof Leaf leaf
                ? leaf.text().isEmpty()
                : ((Branch) this).children().stream().allMatch(Node::isEmpty);
    }

    default boolean is(Role role) {
        return this instanceof Branch branch && branch.tag().role() == role;
    }

    default Tag tag() {
        return Tag.NONE;
    }

    /** The first node of a kind in reading order; null if there is none. */
    default Branch find(Predicate<Branch> wanted) {
        if (this instanceof Branch branch) {
            if (wanted.test(branch)) {
                return branch;
            }
            for (Node child : branch.children()) {
                Branch found = child.find(wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    default Branch find(Role role) {
        return find(branch -> branch.tag().role() == role);
    }

    default List<Branch> all(Role role) {
        List<Branch> found = new ArrayList<>();
        collect(role, found);
        return found;
    }

    private void collect(Role role, List<Branch> found) {
        if (this instanceof Branch branch) {
            if (branch.tag().role() == role) {
                found.add(branch);
            }
            branch.children().forEach(child -> child.collect(role, found));
        }
    }

    /** With other nodes in the place of some; what took the place of another is not looked into. */
    default Node replace(Predicate<Branch> wanted, UnaryOperator<Node> change) {
        if (!(this instanceof Branch branch)) {
            return this;
        }
        if (wanted.test(branch)) {
            return change.apply(branch);
        }
        List<Node> children = new ArrayList<>(branch.children().size());
        branch.children().forEach(child -> children.add(child.replace(wanted, change)));
        return new Branch(branch.format(), children, branch.tag());
    }
}
