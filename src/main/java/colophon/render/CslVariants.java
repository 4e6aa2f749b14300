package colophon.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Makes from a style those that print one kind of citation only. The formatter knows of the conditions on the position of a citation
 * only "first" and "ibid", does not look at the kind of place that a citation gives, and cannot leave out an author or name one in a sentence; so the conditions are decided here, and the parts
 * of a style put together anew (CSL 1.0.2, "Choose", "Names").
 */
final class CslVariants {
    /** Where a citation stands among those of the same work: at first, again, and again right behind itself. */
    enum Position {
        FIRST(List.of("first")),
        SUBSEQUENT(List.of("subsequent")),
        NEAR(List.of("subsequent", "near-note")),
        IBID(List.of("subsequent", "near-note", "ibid")),
        IBID_WITH_LOCATOR(List.of("subsequent", "near-note", "ibid", "ibid-with-locator"));

        private final List<String> conditions;

        Position(List<String> conditions) {
            this.conditions = conditions;
        }

        private boolean holds(String condition) {
            return conditions.contains(condition);
        }
    }

    /** Between the keys that a style sorts by. */
    static final char KEY_END = '\u001F';

    private CslVariants() {}

    /**
     * Decides all conditions on the citation, not on the work.
     *
     * @param label the kind of place it gives, such as "page"; empty when it gives none
     */
    static void decide(Document style, Position position, String label) {
        if (hasMinimalTwo(style)) {
            style.getDocumentElement().removeAttribute("page-range-format");
        }
        for (Element choose : elements(style, "choose")) {
            for (Element branch : children(choose)) {
                decide(branch, position, label);
            }
            settle(choose);
        }
    }

    private static void decide(Element branch, Position position, String label) {
        List<Boolean> decided = new ArrayList<>();
        for (String condition : conditions(branch, "position")) {
            decided.add(position.holds(condition));
        }
        for (String condition : conditions(branch, "locator")) {
            decided.add(label.equals(condition));
        }
        if (branch.hasAttribute("disambiguate")) {
            // Works that would look the same get a letter behind the year, and no more.
            decided.add(false);
        }
        if (decided.isEmpty()) {
            return;
        }
        List.of("position", "locator", "disambiguate").forEach(branch::removeAttribute);
        String match = branch.hasAttribute("match") ? branch.getAttribute("match") : "all";
        boolean all = !decided.contains(false);
        boolean any = decided.contains(true);
        boolean others = hasConditions(branch);
        switch (match) {
            case "any" -> become(branch, any, !any && others);
            case "none" -> become(branch, !any && !others, !any && others);
            default -> become(branch, all && !others, all && others);
        }
    }

    private static List<String> conditions(Element branch, String attribute) {
        String value = branch.getAttribute(attribute).strip();
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
    }

    /** The kinds of places that a style tells apart. */
    static Set<String> labels(Document style) {
        Set<String> labels = new HashSet<>();
        for (String branch : List.of("if", "else-if")) {
            elements(style, branch).forEach(it -> labels.addAll(conditions(it, "locator")));
        }
        return labels;
    }

    private static boolean hasConditions(Element branch) {
        int attributes = branch.getAttributes().getLength();
        return attributes > (branch.hasAttribute("match") ? 1 : 0);
    }

    /** A branch that is always taken is an "else"; one that never is goes; what depends on other conditions stays. */
    private static void become(Element branch, boolean always, boolean open) {
        if (always) {
            branch.getOwnerDocument().renameNode(branch, branch.getNamespaceURI(), "else");
            while (branch.getAttributes().getLength() > 0) {
                branch.removeAttribute(branch.getAttributes().item(0).getNodeName());
            }
        } else if (!open) {
            branch.getParentNode().removeChild(branch);
        }
    }

    /** Puts the branches that are left in order: nothing behind the first "else", and an "if" at the beginning. */
    private static void settle(Element choose) {
        boolean closed = false;
        boolean first = true;
        for (Element branch : children(choose)) {
            if (closed) {
                choose.removeChild(branch);
                continue;
            }
            closed = branch.getNodeName().equals("else");
            if (first && closed) {
                while (branch.getFirstChild() != null) {
                    choose.getParentNode().insertBefore(branch.getFirstChild(), choose);
                }
                choose.removeChild(branch);
            } else if (first) {
                choose.getOwnerDocument().renameNode(branch, branch.getNamespaceURI(), "if");
            }
            first = false;
        }
        if (children(choose).isEmpty()) {
            choose.getParentNode().removeChild(choose);
        }
    }

    /**
     * The formatter prints names that stand for missing ones as if they had no name or label elements of their own, but for those in a
     * group.
     */
    static void keepOwnLabels(Document style) {
        for (Element names : elements(style, "names")) {
            if (names.getParentNode().getNodeName().equals("substitute")
                    && !children(names).isEmpty()) {
                Element group = style.createElementNS(names.getNamespaceURI(), "group");
                names.getParentNode().replaceChild(group, names);
                group.appendChild(names);
            }
        }
    }

    /** Leaves the authors out, and what stands for them. */
    static void withoutAuthor(Document style) {
        for (Element names : elements(style, "names")) {
            if (Arrays.asList(names.getAttribute("variable").split("\\s+")).contains("author")) {
                Element whole = whole(names);
                if (whole.getParentNode() != null) {
                    whole.getParentNode().removeChild(whole);
                }
            }
        }
    }

    /** The names that some stand for, when they are missing. */
    private static Element whole(Element names) {
        Element whole = names;
        for (Node up = names.getParentNode(); up instanceof Element element; up = up.getParentNode()) {
            if (element.getNodeName().equals("names")) {
                whole = element;
            }
        }
        return whole;
    }

    /** Leaves nothing but the family names of the authors, or what stands for them. */
    static void authorOnly(Document style) {
        Element layout = layout(style, "citation");
        clear(layout);
        Element names = append(layout, "names", "variable", "author");
        Element name = append(names, "name", "form", "short");
        name.setAttribute("and", "text");
        name.setAttribute("delimiter", ", ");
        String least = ((Element) layout.getParentNode()).getAttribute("et-al-min");
        name.setAttribute("et-al-min", least.isEmpty() ? "4" : least);
        name.setAttribute("et-al-use-first", "1");
        Element substitute = append(names, "substitute", "", "");
        append(substitute, "names", "variable", "editor");
        append(substitute, "names", "variable", "translator");
        Element title = append(substitute, "text", "variable", "title");
        title.setAttribute("form", "short");
        title.setAttribute("font-style", "italic");
        for (String affix : List.of("prefix", "suffix", "vertical-align")) {
            layout.removeAttribute(affix);
        }
    }

    /** Makes the list of references print the keys it is sorted by; false when the style does not sort it. */
    static boolean sortKeys(Document style) {
        Element bibliography =
                elements(style, "bibliography").stream().findFirst().orElse(null);
        Element sort = bibliography == null
                ? null
                : children(bibliography).stream()
                        .filter(child -> child.getNodeName().equals("sort"))
                        .findFirst()
                        .orElse(null);
        if (sort == null) {
            return false;
        }
        elements(style, "name").forEach(name -> name.setAttribute("name-as-sort-order", "all"));
        // Small and capital letters sort alike; to find out which are to be capitals takes longer than all the rest.
        elements(style, "text").forEach(text -> text.removeAttribute("text-case"));
        Element layout = layout(style, "bibliography");
        clear(layout);
        for (Element key : children(sort)) {
            String kind = key.hasAttribute("macro") ? "macro" : "variable";
            boolean date = kind.equals("variable") && isDate(key.getAttribute("variable"));
            if (date) {
                Element whole = append(layout, "date", "variable", key.getAttribute("variable"));
                for (String part : List.of("year", "month", "day")) {
                    append(whole, "date-part", "name", part)
                            .setAttribute("form", part.equals("year") ? "long" : "numeric-leading-zeros");
                }
            } else {
                append(layout, "text", kind, key.getAttribute(kind));
            }
            append(layout, "text", "value", String.valueOf(KEY_END));
        }
        bibliography.removeChild(sort);
        bibliography.removeAttribute("subsequent-author-substitute");
        layout.removeAttribute("suffix");
        return true;
    }

    private static boolean isDate(String variable) {
        return List.of("issued", "accessed", "event-date", "original-date", "submitted")
                .contains(variable);
    }

    /** Whether a style prints pages as "101–08"; the formatter is no longer told, because it would print "101–8". */
    static boolean hasMinimalTwo(Document style) {
        return style.getDocumentElement().getAttribute("page-range-format").equals("minimal-two");
    }

    /** Whether it is one of the styles of the American Psychological Association. */
    static boolean isApa(Document style) {
        return elements(style, "id").stream()
                .anyMatch(id -> id.getTextContent().strip().matches("https?://www\\.zotero\\.org/styles/apa(-.*)?"));
    }

    /** Which of the keys a style sorts by go from the end to the beginning. */
    static List<Boolean> descending(Document style) {
        List<Boolean> descending = new ArrayList<>();
        for (Element sort : elements(style, "sort")) {
            if (sort.getParentNode().getNodeName().equals("bibliography")) {
                children(sort)
                        .forEach(key -> descending.add(key.getAttribute("sort").equals("descending")));
            }
        }
        return descending;
    }

    /** Takes away what a style puts around and between works, so that each can be printed by itself. */
    static void bare(Document style) {
        Element layout = layout(style, "citation");
        List.of("prefix", "suffix", "delimiter").forEach(layout::removeAttribute);
    }

    static Element layout(Document style, String part) {
        return elements(style, "layout").stream()
                .filter(layout -> layout.getParentNode().getNodeName().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private static void clear(Element element) {
        while (element.getFirstChild() != null) {
            element.removeChild(element.getFirstChild());
        }
    }

    private static Element append(Element parent, String name, String attribute, String value) {
        Element child = parent.getOwnerDocument().createElementNS(parent.getNamespaceURI(), name);
        if (!attribute.isEmpty()) {
            child.setAttribute(attribute, value);
        }
        parent.appendChild(child);
        return child;
    }

    /** All elements of a name in the order of the document, in a list that does not change with the document. */
    static List<Element> elements(Document style, String name) {
        NodeList live = style.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < live.getLength(); i++) {
            elements.add((Element) live.item(i));
        }
        return elements;
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
