package colophon.render.cite;

import colophon.render.cite.Evaluation.Purpose;
import java.util.ArrayList;
import java.util.List;

/** How one name is printed: which parts, in which order, with initials or given names. */
final class NameForm {
    private final StyleSheet sheet;
    private final NameOptions options;
    private final Format format;
    private final Format family;
    private final Format given;
    private final boolean sorts;
    private final String demotes;
    private final boolean isShort;

    /** @param name null where the style has no element for it */
    NameForm(StyleSheet sheet, StyleElement name, NameOptions options, Purpose purpose) {
        this.sheet = sheet;
        this.options = options;
        this.sorts = purpose == Purpose.SORT_KEY;
        this.demotes = sheet.option("demote-non-dropping-particle", "display-and-sort");
        this.format = name == null ? Format.PLAIN : name.format().withDelimiter("");
        this.family = part(name, "family");
        this.given = part(name, "given");
        this.isShort = options.get("form", "long").equals("short");
    }

    private static Format part(StyleElement name, String wanted) {
        if (name != null) {
            for (StyleElement child : name.children()) {
                if (child.is("name-part") && child.get("name").equals(wanted)) {
                    return child.format();
                }
            }
        }
        return Format.PLAIN;
    }

    boolean hasInitials() {
        return options.has("initialize-with");
    }

    private boolean hyphens() {
        return !sheet.option("initialize-with-hyphen", "true").equals("false");
    }

    /**
     * @param index of the name in its list
     * @param level how much of the name is printed at least: 1 for initials, 2 for given names
     */
    Node print(PersonName person, int index, int level) {
        if (person.isLiteral()) {
            Node literal = new Node.Leaf(sheet.fields().read(person.literal()));
            return Node.of(format, Node.of(family, literal));
        }
        boolean brief = isShort && level == 0;
        Node printed = person.isFamilyFirst() ? familyFirst(person, brief) : spaced(person, brief, index, level);
        return Node.of(format, printed);
    }

    private Node familyFirst(PersonName person, boolean brief) {
        Node name = Node.of(family, leaf(person.family()));
        return brief ? name : Node.of(Format.PLAIN, List.of(name, Node.of(given, leaf(person.given()))));
    }

    private Node leaf(String text) {
        return text.isEmpty() ? Node.NONE : new Node.Leaf(sheet.fields().read(text));
    }

    private Node spaced(PersonName person, boolean brief, int index, int level) {
        Node particle = Node.of(family.fonts(), leaf(person.particle()));
        Node last = Node.of(family.fonts(), leaf(person.family()));
        if (brief) {
            return around(family, join(particle, last));
        }
        Node first = Node.of(given.fonts(), leaf(givenName(person, level)));
        Node dropping = Node.of(given.fonts(), leaf(person.droppingParticle()));
        String order = options.get("name-as-sort-order", "");
        if (person.staticOrdering() && !sorts) {
            return join(around(family, join(particle, last)), around(given, first));
        }
        boolean inverted = sorts || order.equals("all") || order.equals("first") && index == 0;
        if (!inverted) {
            Node whole = join(dropping, particle, last);
            if (!person.suffix().isEmpty()) {
                String before = person.commaSuffix() ? ", " : " ";
                whole = Node.of(Format.delimited(before), List.of(whole, leaf(suffix(person))));
            }
            return join(around(given, first), around(family, whole));
        }
        boolean demoted = demotes.equals("display-and-sort") || sorts && demotes.equals("sort-only");
        Node head = around(family, demoted ? last : join(particle, last));
        Node tail = around(given, demoted ? join(first, dropping, particle) : join(first, dropping));
        String separator = options.get("sort-separator", ", ");
        return Node.of(Format.delimited(separator), List.of(head, tail, leaf(suffix(person))));
    }

    /** "Jr" where initials have no stops either. */
    private String suffix(PersonName person) {
        boolean bare = hasInitials() && !options.get("initialize-with", "").contains(".");
        return bare ? person.suffix().replace(".", "") : person.suffix();
    }

    private String givenName(PersonName person, int level) {
        if (person.family().isEmpty() || !hasInitials()) {
            return person.given();
        }
        boolean full = level >= 2 || !options.isTrue("initialize", true);
        return Initials.of(person.given(), options.get("initialize-with", ""), !full, hyphens());
    }

    /** The affixes of a part go around all that belongs to it. */
    private static Node around(Format format, Node node) {
        boolean affixed = !format.prefix().isEmpty() || !format.suffix().isEmpty();
        return affixed && !node.isEmpty()
                ? Node.of(Format.around(format.prefix(), format.suffix()), List.of(node))
                : node;
    }

    /** Parts of a name with spaces between them, but none after an apostrophe or a hyphen. */
    private static Node join(Node... parts) {
        List<Node> joined = new ArrayList<>();
        for (Node part : parts) {
            if (part.isEmpty()) {
                continue;
            }
            if (!joined.isEmpty() && isSpaced(joined.get(joined.size() - 1))) {
                joined.add(Node.text(" "));
            }
            joined.add(part);
        }
        return joined.isEmpty() ? Node.NONE : joined.size() == 1 ? joined.get(0) : Node.of(Format.PLAIN, joined);
    }

    private static boolean isSpaced(Node before) {
        if (before instanceof Node.Leaf leaf) {
            return "’'-–\u00a0 ".indexOf(leaf.text().last()) < 0;
        }
        List<Node> children = ((Node.Branch) before).children();
        return isSpaced(children.get(children.size() - 1));
    }
}
