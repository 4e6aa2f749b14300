package colophon.render.cite;

import colophon.render.cite.Node.Branch;
import colophon.render.cite.Node.Role;
import java.util.ArrayList;
import java.util.List;

/** A term that begins a footnote begins with a capital: "Ibid." */
final class Capitals {
    private Capitals() {}

    /** Whether a work begins a sentence: at the start of a footnote, or after a sentence of the author's own. */
    static boolean begins(Cite cite, boolean first) {
        String prefix = cite.prefix().strip();
        return prefix.isEmpty() ? first : prefix.matches("(?s).*\\s.*[.!?][”’\"']?");
    }

    /** A node with a capital where the first thing in it is a term. */
    static Node ofFirstTerm(Node node) {
        if (!(node instanceof Branch branch)) {
            return node;
        }
        if (branch.tag().role() == Role.TERM) {
            return Node.of(Format.PLAIN.withTextCase("capitalize-first"), List.of(branch));
        }
        List<Node> children = new ArrayList<>(branch.children());
        for (int i = 0; i < children.size(); i++) {
            if (!children.get(i).isEmpty()) {
                children.set(i, ofFirstTerm(children.get(i)));
                break;
            }
        }
        return new Branch(branch.format(), children, branch.tag());
    }
}
