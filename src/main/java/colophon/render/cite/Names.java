package colophon.render.cite;

import colophon.render.cite.Evaluation.Purpose;
import colophon.render.cite.Evaluation.Task;
import colophon.render.cite.Node.Role;
import colophon.render.cite.Node.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lists of names, with what stands for them where there are none. */
final class Names {
    /** The names, the label and the words for others of an element, as its children or those of the one around it have them. */
    private record Parts(StyleElement name, StyleElement etAl, StyleElement label, boolean labelFirst) {
        static Parts of(StyleElement element, Parts around) {
            StyleElement name = element.child("name");
            StyleElement etAl = element.child("et-al");
            StyleElement label = element.child("label");
            boolean first = label != null
                    && name != null
                    && element.children().indexOf(label) < element.children().indexOf(name);
            if (around == null) {
                return new Parts(name, etAl, label, first);
            }
            boolean bare = label == null && name == null;
            return new Parts(
                    name == null ? around.name : name,
                    etAl == null ? around.etAl : etAl,
                    bare ? around.label : label,
                    bare ? around.labelFirst : first);
        }
    }

    private final Evaluation evaluation;
    private final StyleSheet sheet;
    private final Task task;
    private Parts around;
    private int lists;

    Names(Evaluation evaluation, StyleSheet sheet, Task task) {
        this.evaluation = evaluation;
        this.sheet = sheet;
        this.task = task;
    }

    /** Whether something is evaluated in the place of names. */
    boolean isSubstituting() {
        return around != null;
    }

    Node names(StyleElement element) {
        Parts parts = Parts.of(element, around);
        NameOptions options = new NameOptions(parts.name(), task.part(), sheet.root(), task.key());
        List<String> variables = variables(element, parts);
        List<Node> printed = new ArrayList<>();
        int count = 0;
        for (String variable : variables) {
            List<PersonName> people = evaluation.people(people(variable));
            evaluation.count(!people.isEmpty());
            if (!people.isEmpty()) {
                count += shown(people, options);
                printed.add(list(variable, people, parts, options));
            }
        }
        if (printed.isEmpty()) {
            return substitute(element, parts);
        }
        for (String variable : variables) {
            evaluation.substitutes(people(variable));
            if (variable.equals("editortranslator")) {
                evaluation.substitutes("translator");
            }
        }
        Format format = element.format();
        if (options.get("form", "").equals("count")) {
            String number = task.purpose() == Purpose.SORT_KEY
                    ? String.format(Locale.ROOT, "%09d", count)
                    : String.valueOf(count);
            return Node.of(format, List.of(Node.text(number)));
        }
        if (format.delimiter().isEmpty()) {
            format = format.withDelimiter(namesDelimiter(element));
        }
        return Node.of(format, printed);
    }

    private String namesDelimiter(StyleElement element) {
        if (element.has("delimiter")) {
            return "";
        }
        String own = task.part() == null ? "" : task.part().get("names-delimiter");
        return own.isEmpty() ? sheet.option("names-delimiter", "") : own;
    }

    /** Those who are both editors and translators are named once. */
    private List<String> variables(StyleElement element, Parts parts) {
        List<String> variables = element.words("variable");
        if (!variables.contains("editor") || !variables.contains("translator")) {
            return variables;
        }
        List<PersonName> editors = evaluation.people("editor");
        String form = parts.label() == null ? "long" : parts.label().get("form", "long");
        boolean both = !editors.isEmpty()
                && editors.equals(evaluation.people("translator"))
                && !sheet.locale().term("editortranslator", form, false).isEmpty();
        if (!both) {
            return variables;
        }
        List<String> merged = new ArrayList<>(variables);
        merged.set(Math.min(merged.indexOf("editor"), merged.indexOf("translator")), "editortranslator");
        merged.remove("editor");
        merged.remove("translator");
        return merged;
    }

    private static String people(String variable) {
        return variable.equals("editortranslator") ? "editor" : variable;
    }

    /** The first that prints something in the place of the names. */
    private Node substitute(StyleElement element, Parts parts) {
        StyleElement substitute = element.child("substitute");
        if (substitute == null || around != null) {
            return Node.NONE;
        }
        around = parts;
        try {
            for (StyleElement child : substitute.children()) {
                List<Node> nodes = new ArrayList<>();
                evaluation.add(child, nodes);
                nodes.removeIf(Node::isEmpty);
                if (!nodes.isEmpty()) {
                    Node whole = nodes.size() == 1 ? nodes.get(0) : Node.of(Format.PLAIN, nodes);
                    boolean named = whole.find(Role.NAMES) != null;
                    // Titles and other texts in the place of names count as names, for what tells works apart.
                    Node tagged = named ? whole : Node.tagged(Tag.people(Role.NAMES, "", List.of()), whole);
                    return Node.of(element.format(), List.of(tagged));
                }
            }
        } finally {
            around = null;
        }
        return Node.NONE;
    }

    private int shown(List<PersonName> people, NameOptions options) {
        int use = useFirst(people, options);
        return use == 0 ? people.size() : use;
    }

    /** How many names are printed before "et al."; 0 for all. */
    private int useFirst(List<PersonName> people, NameOptions options) {
        boolean subsequent =
                task.purpose() == Purpose.CITATION && task.cite().positions().contains(Cite.Position.SUBSEQUENT);
        int least = options.number("et-al-min");
        int first = options.number("et-al-use-first");
        if (subsequent) {
            least = options.has("et-al-subsequent-min") ? options.number("et-al-subsequent-min") : least;
            first = options.has("et-al-subsequent-use-first") ? options.number("et-al-subsequent-use-first") : first;
        }
        int all = people.size();
        if (hasOthers(people)) {
            all--;
        }
        if (least == 0 || first == 0 || people.size() < least) {
            return all < people.size() ? all : 0;
        }
        int wanted = Math.max(
                first,
                task.purpose() == Purpose.SORT_KEY ? 0 : task.distinction().names(lists));
        return wanted < people.size() ? Math.min(wanted, all) : 0;
    }

    /** A style can leave out long lists of names as a whole. */
    private static boolean printsNone(List<PersonName> people, NameOptions options) {
        int least = options.number("et-al-min");
        return options.get("et-al-use-first", "").equals("0") && least > 0 && people.size() >= least;
    }

    /** "and others" of a bibliography in BibTeX. */
    private static boolean hasOthers(List<PersonName> people) {
        String last = people.get(people.size() - 1).literal();
        return people.size() > 1 && (last.equals("others") || last.equals("et al."));
    }

    private Node list(String variable, List<PersonName> people, Parts parts, NameOptions options) {
        task.registry().add(people, task);
        if (printsNone(people, options)) {
            return Node.NONE;
        }
        Printed printed = new Printed(people, parts, options);
        List<Node> nodes = printed.nodes();
        lists++;
        boolean labelled = parts.label() != null && task.purpose() != Purpose.SORT_KEY;
        if (labelled) {
            Node label = evaluation.label(parts.label(), variable, people.size());
            nodes.add(parts.labelFirst() ? 0 : nodes.size(), label);
        }
        return Node.tagged(Tag.people(Role.NAMES, variable, people), nodes);
    }

    /** One list of names. */
    private final class Printed {
        private final List<PersonName> people;
        private final Parts parts;
        private final NameOptions options;
        private final String delimiter;
        private final int useFirst;
        private final boolean useLast;

        private Printed(List<PersonName> people, Parts parts, NameOptions options) {
            this.people = people;
            this.parts = parts;
            this.options = options;
            this.delimiter = options.get("delimiter", ", ");
            this.useFirst = useFirst(people, options);
            this.useLast = options.isTrue("et-al-use-last", false)
                    && useFirst > 0
                    && people.size() >= useFirst + 2
                    && !hasOthers(people);
        }

        private List<Node> nodes() {
            List<Node> nodes = new ArrayList<>();
            NameForm form = new NameForm(sheet, parts.name(), options, task.purpose());
            int shown = useFirst == 0 ? people.size() : useFirst;
            for (int i = 0; i < shown; i++) {
                Node name = name(form, i);
                String before = i == 0 ? "" : i == people.size() - 1 ? beforeLast() : delimiter;
                nodes.add(i == 0 ? name : Node.of(Format.around(before, ""), List.of(name)));
            }
            boolean sorts = task.purpose() == Purpose.SORT_KEY;
            if (shown < people.size() && (useLast || !sorts)) {
                nodes.add(useLast ? last(form) : others());
            }
            return nodes;
        }

        private Node name(NameForm form, int index) {
            PersonName person = people.get(index);
            int level = task.purpose() == Purpose.CITATION
                    ? Math.max(
                            task.distinction().level(lists, index),
                            task.registry().level(person, index, form, lists))
                    : 0;
            return Node.tagged(Tag.people(Role.NAME, "", List.of(person)), form.print(person, index, level));
        }

        private Node last(NameForm form) {
            return Node.of(Format.around(beforeOthers(" ") + "… ", ""), List.of(name(form, people.size() - 1)));
        }

        private Node others() {
            StyleElement etAl = parts.etAl();
            String term = etAl == null ? "et-al" : etAl.get("term", "et-al");
            Node words = new Node.Leaf(sheet.fields().read(sheet.locale().term(term)));
            Format format = etAl == null ? Format.PLAIN : etAl.format();
            return words.isEmpty()
                    ? Node.NONE
                    : Node.of(
                            Format.around(
                                    beforeOthers(
                                            PersonName.isSpaced(sheet.locale().term(term)) ? " " : ""),
                                    ""),
                            List.of(Node.of(format, List.of(words))));
        }

        /** @param before what is there if not the delimiter */
        private String beforeOthers(String before) {
            String precedes = options.get("delimiter-precedes-et-al", "contextual");
            boolean delimited = switch (precedes) {
                case "always" -> true;
                case "never" -> false;
                case "after-inverted-name" -> isInverted(useFirst - 1);
                default -> useFirst > 1 || useLast || isOthersAlwaysDelimited();
            };
            return delimited ? delimiter : before;
        }

        /** The others of "and others" are the last of a list, after a name that is turned round. */
        private boolean isOthersAlwaysDelimited() {
            return hasOthers(people)
                    && isInverted(0)
                    && options.get("delimiter-precedes-last", "").equals("always");
        }

        private boolean isInverted(int index) {
            String order = options.get("name-as-sort-order", "");
            if (people.get(index).isLiteral() || people.get(index).isFamilyFirst()) {
                return false;
            }
            return order.equals("all") || order.equals("first") && index == 0;
        }

        private String beforeLast() {
            // A sentence that names the authors has no "&" between them.
            boolean named = task.cite().part() == Cite.Part.AUTHOR_ONLY;
            String and = named ? "text" : options.get("and", "");
            if (and.isEmpty() || task.purpose() == Purpose.SORT_KEY) {
                return delimiter;
            }
            boolean delimited = switch (options.get("delimiter-precedes-last", "contextual")) {
                case "always" -> true;
                case "never" -> false;
                case "after-inverted-name" -> isInverted(people.size() - 2);
                default -> people.size() > 2;
            };
            String word = and.equals("symbol")
                    ? sheet.locale().ampersand()
                    : sheet.locale().term("and");
            String space = PersonName.isSpaced(word) ? " " : "";
            String before = delimited ? delimiter : space;
            return (before.endsWith(" ") ? before : before + space) + word + space;
        }
    }
}
