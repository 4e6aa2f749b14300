package colophon.render.cite;

import colophon.model.WebAddress;
import colophon.render.cite.Cite.Position;
import colophon.render.cite.Node.Role;
import colophon.render.cite.Node.Tag;
import colophon.render.cite.Rich.Frame;
import colophon.render.cite.Rich.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Evaluates the elements of a style for one work in one place. */
final class Evaluation {
    /** What is being made. */
    enum Purpose {
        CITATION,
        ENTRY,
        SORT_KEY
    }

    /**
     * The work and its place.
     *
     * @param number of the work in a style that counts them
     * @param part the citation or bibliography element
     * @param key the sort key; null for none
     */
    record Task(
            Item item,
            Cite cite,
            Purpose purpose,
            Distinction distinction,
            int number,
            StyleElement part,
            StyleElement key,
            NameRegistry registry) {}

    private static final Pattern NUMERIC =
            Pattern.compile("\\p{L}{0,3}\\d+\\p{L}{0,3}(?:\\s*(?:--?|–|,|&)\\s*\\p{L}{0,3}\\d+\\p{L}{0,3})*");
    private static final Set<String> NUMBER_VARIABLES = Set.of(
            "chapter-number",
            "citation-number",
            "collection-number",
            "edition",
            "first-reference-note-number",
            "issue",
            "number",
            "number-of-pages",
            "number-of-volumes",
            "part-number",
            "printing-number",
            "supplement-number",
            "volume");

    private final StyleSheet sheet;
    private final StyleLocale locale;
    private final Task task;
    private final Item item;
    private final Set<String> substituted = new HashSet<>();
    private final Names names;
    private final Dates dates;
    private final Numbering numbers;
    private int called;
    private int found;
    private boolean usedYearSuffix;
    /** Styles that ask for the place in a work twice get it once. */
    private boolean usedLocator;

    Evaluation(StyleSheet sheet, Task task) {
        this.sheet = sheet;
        this.locale = sheet.locale();
        this.task = task;
        this.item = task.item();
        this.names = new Names(this, sheet, task);
        this.dates = new Dates(this, sheet, task);
        this.numbers = new Numbering(locale);
    }

    List<Node> elements(List<StyleElement> elements) {
        List<Node> nodes = new ArrayList<>(elements.size());
        for (StyleElement element : elements) {
            add(element, nodes);
        }
        return nodes;
    }

    void add(StyleElement element, List<Node> out) {
        switch (element.name()) {
            case "text" -> out.add(text(element));
            case "number" -> out.add(number(element));
            case "group" -> out.add(group(element.children(), format(element), false));
            case "choose" -> choose(element, out);
            case "label" -> out.add(label(element, element.get("variable"), -1));
            case "date" -> out.add(dates.date(element));
            case "names" -> out.add(names.names(element));
            default -> {
                // Sort keys and options are no output.
            }
        }
    }

    /** Titles get capitals only in English. */
    private Format format(StyleElement element) {
        Format format = element.format();
        return format.textCase().equals("title") && !sheet.isEnglish(item) ? format.withTextCase("") : format;
    }

    /** A group that calls variables and finds none of them is not printed. */
    private Node group(List<StyleElement> children, Format format, boolean macro) {
        int calledBefore = called;
        int foundBefore = found;
        List<Node> nodes = elements(children);
        boolean empty = called != calledBefore && found == foundBefore;
        if (empty) {
            return Node.NONE;
        }
        if (nodes.stream().anyMatch(node -> !node.isEmpty())) {
            count(true);
        }
        return Node.of(format, nodes);
    }

    void count(boolean isFound) {
        called++;
        found += isFound ? 1 : 0;
    }

    /** Takes back that a variable was found, where nothing of it is printed. */
    void uncount() {
        found--;
    }

    private Node text(StyleElement element) {
        Format format = format(element);
        if (element.has("macro")) {
            return group(sheet.macro(element.get("macro")), format, true);
        }
        if (element.has("variable")) {
            return Node.of(format, variable(element.get("variable"), element.get("form")));
        }
        if (element.has("term")) {
            String name = element.get("term");
            Node term = new Node.Leaf(
                    sheet.fields().read(locale.term(name, element.get("form"), element.isTrue("plural"))));
            if (name.equals("no date")) {
                Node suffix = yearSuffix();
                boolean apart = !suffix.isEmpty() && !element.get("form").equals("short");
                term = Node.of(Format.PLAIN.withDelimiter(apart ? " " : ""), List.of(term, suffix));
            }
            return Node.tagged(Tag.of(Role.TERM, name), Node.of(format, term));
        }
        return Node.of(format, new Node.Leaf(sheet.fields().read(element.get("value"))));
    }

    /** The letter after the year, once in a citation. */
    Node yearSuffix() {
        int number = task.distinction().yearSuffix();
        if (number == 0 || sheet.hasYearSuffixVariable() || usedYearSuffix || task.purpose() == Purpose.SORT_KEY) {
            return Node.NONE;
        }
        usedYearSuffix = true;
        return Node.tagged(Tag.numbered(Role.YEAR_SUFFIX, number), Node.text(Distinction.letters(number)));
    }

    private Node variable(String name, String form) {
        switch (name) {
            case "locator" -> {
                return locator();
            }
            case "year-suffix" -> {
                int number = task.distinction().yearSuffix();
                if (number > 0) {
                    // A missing letter takes nothing away from the words around it.
                    count(true);
                }
                return number == 0 || task.purpose() == Purpose.SORT_KEY
                        ? Node.NONE
                        : Node.tagged(Tag.numbered(Role.YEAR_SUFFIX, number), Node.text(Distinction.letters(number)));
            }
            case "citation-number" -> {
                count(task.number() > 0);
                return citationNumber();
            }
            case "citation-label" -> {
                count(true);
                return Node.of(Format.PLAIN, List.of(Node.text(label()), yearSuffix()));
            }
            default -> {
                String value = shorter(name, form);
                count(!value.isEmpty());
                if (value.isEmpty()) {
                    return Node.NONE;
                }
                substitutes(name);
                if (form.equals("short")) {
                    substitutes(name + "-short");
                }
                return printed(name, value);
            }
        }
    }

    private Node citationNumber() {
        if (task.number() == 0) {
            return Node.NONE;
        }
        String number = task.purpose() == Purpose.SORT_KEY
                ? String.format(Locale.ROOT, "%09d", task.number())
                : String.valueOf(task.number());
        return Node.tagged(Tag.numbered(Role.CITATION_NUMBER, task.number()), Node.text(number));
    }

    private Node printed(String name, String value) {
        return switch (name) {
            case "page" -> new Node.Leaf(sheet.fields().read(pages(value)));
            case "URL" -> linked(value, WebAddress.encoded(markless(value)));
            case "DOI" -> linked(value, WebAddress.ofDoi(markless(value)));
            case "PMID" -> linked(value, "https://pubmed.ncbi.nlm.nih.gov/" + value);
            case "PMCID" -> linked(value, "https://www.ncbi.nlm.nih.gov/pmc/articles/" + value);
            case "volume", "issue", "number-of-pages", "number-of-volumes", "collection-number" ->
                number(NUMERIC.matcher(value.strip()).matches() ? value.replaceAll("(?<=\\d)-(?=\\d)", "–") : value);
            default -> number(value);
        };
    }

    private Node number(String value) {
        return task.purpose() == Purpose.SORT_KEY && value.matches("\\d{1,9}")
                ? Node.text("0".repeat(9 - value.length()) + value)
                : new Node.Leaf(sheet.fields().read(value));
    }

    /** A value that has no markup, with the characters that those with markup cannot have. */
    private static String markless(String value) {
        return value.replace(Item.LESS_THAN, '<');
    }

    private Node linked(String text, String address) {
        Rich plain = Rich.of(markless(text));
        return new Node.Leaf(task.purpose() == Purpose.SORT_KEY ? plain : plain.within(new Frame(Kind.LINK, address)));
    }

    private String pages(String value) {
        String delimiter = locale.has("page-range-delimiter", "long") ? locale.term("page-range-delimiter") : "–";
        return PageRanges.format(value, sheet.option("page-range-format", ""), delimiter);
    }

    private Node locator() {
        String value = value("locator");
        count(!value.isEmpty());
        if (value.isEmpty()) {
            return Node.NONE;
        }
        usedLocator = true;
        String text = isPage() ? pages(value) : PageRanges.format(value, "", "–");
        text = text.replace("&", locale.ampersand());
        return Node.tagged(Tag.of(Role.LOCATOR), new Node.Leaf(sheet.fields().read(text)));
    }

    private boolean isPage() {
        String label = task.cite().label();
        return label.isEmpty() || label.equals("page");
    }

    private String shorter(String name, String form) {
        if (form.equals("short")) {
            String brief = value(name + "-short");
            return brief.isEmpty() ? value(name) : brief;
        }
        return value(name);
    }

    /** The value of a variable that is text; empty where it is missing, or was printed in the place of names. */
    String value(String name) {
        if (substituted.contains(name)) {
            return "";
        }
        return switch (name) {
            case "page-first" -> item.text("page").split("[-–,;&\\s]")[0];
            case "first-reference-note-number" ->
                task.cite().firstNote() > 0 ? String.valueOf(task.cite().firstNote()) : "";
            case "citation-number" -> task.number() > 0 ? String.valueOf(task.number()) : "";
            case "locator" -> usedLocator ? "" : task.cite().locator();
            case "type" -> item.type();
            case "id" -> item.key();
            case "year-suffix" ->
                task.distinction().yearSuffix() > 0
                        ? Distinction.letters(task.distinction().yearSuffix())
                        : "";
            default -> raw(name);
        };
    }

    /** "event" is the name that "event-title" had before CSL 1.0.2. */
    private String raw(String name) {
        return item.text(name.equals("event") && item.text(name).isEmpty() ? "event-title" : name);
    }

    List<PersonName> people(String variable) {
        return substituted.contains(variable) ? List.of() : item.people(variable);
    }

    DateValue date(String variable) {
        return substituted.contains(variable) ? null : item.dates().get(variable);
    }

    /** What was printed in the place of names is not printed again. */
    void substitutes(String variable) {
        if (names.isSubstituting()) {
            substituted.add(variable);
        }
    }

    private Node number(StyleElement element) {
        String variable = element.get("variable");
        if (variable.equals("citation-number")) {
            count(task.number() > 0);
            return Node.of(format(element), citationNumber());
        }
        String value = value(variable);
        count(!value.isEmpty());
        if (value.isEmpty()) {
            return Node.NONE;
        }
        substitutes(variable);
        if (variable.equals("page") || variable.equals("locator")) {
            usedLocator |= variable.equals("locator");
            return Node.of(format(element), new Node.Leaf(sheet.fields().read(pages(value))));
        }
        boolean numeric = isNumber(variable, value);
        String text = numeric ? numbers.format(value, element.get("form"), locale.gender(variable)) : value;
        if (task.purpose() == Purpose.SORT_KEY && text.matches("\\d{1,9}")) {
            text = "0".repeat(9 - text.length()) + text;
        }
        return Node.of(format(element), new Node.Leaf(sheet.fields().read(text)));
    }

    private static boolean isNumber(String variable, String value) {
        return NUMERIC.matcher(value.strip()).matches() && !isHyphenated(variable, value);
    }

    /** The hyphen in the number of a law or a report is none between two numbers. */
    private static boolean isHyphenated(String variable, String value) {
        return variable.equals("number") && value.matches("[^\\s,;&–]*-[^\\s,;&–]*");
    }

    /**
     * The word for what a variable is.
     *
     * @param count the number of names; -1 for a variable that is no name
     */
    Node label(StyleElement element, String variable, int count) {
        String term = variable;
        boolean plural = count > 1;
        if (count < 0) {
            String value = value(variable);
            if (value.isEmpty()) {
                return Node.NONE;
            }
            if (variable.equals("locator")) {
                term = isPage() ? "page" : task.cite().label();
            }
            plural = isPlural(variable, value);
        }
        plural = switch (element.get("plural")) {
            case "always" -> true;
            case "never" -> false;
            default -> plural;
        };
        String text = locale.term(term, element.get("form"), plural);
        Format format = element.format();
        if (format.textCase().equals("title")) {
            // A label is one word, and words of a language have its capitals.
            format = format.withTextCase("capitalize-first");
        }
        boolean doubled = format.suffix().startsWith(".") && text.endsWith(".") && !format.stripsPeriods();
        if (doubled) {
            format = format.withAffixes(format.prefix(), format.suffix().substring(1));
        }
        return Node.tagged(
                Tag.of(Role.LABEL, term),
                Node.of(format, new Node.Leaf(sheet.fields().read(text))));
    }

    private static boolean isPlural(String variable, String value) {
        if (variable.startsWith("number-of-")) {
            return !value.strip().equals("1") && !value.strip().equals("0");
        }
        return !value.contains("\\-") && !isHyphenated(variable, value) && Numbering.isSeveral(value);
    }

    private void choose(StyleElement choose, List<Node> out) {
        for (StyleElement branch : choose.children()) {
            if (branch.is("else") || holds(branch)) {
                branch.children().forEach(child -> add(child, out));
                return;
            }
        }
    }

    private boolean holds(StyleElement branch) {
        String match = branch.get("match", "all");
        boolean any = false;
        boolean all = true;
        for (String condition : new String[] {
            "type", "variable", "is-numeric", "is-uncertain-date", "locator", "position", "disambiguate"
        }) {
            for (String value : branch.words(condition)) {
                boolean holds = holds(condition, value);
                any |= holds;
                all &= holds;
            }
        }
        return switch (match) {
            case "any" -> any;
            case "none" -> !any;
            default -> all;
        };
    }

    private boolean holds(String condition, String value) {
        return switch (condition) {
            case "type" -> item.type().equals(value);
            case "variable" -> hasVariable(value);
            case "is-numeric" -> isNumber(value, value(value));
            case "is-uncertain-date" -> date(value) != null && date(value).circa();
            case "locator" ->
                !task.cite().locator().isEmpty()
                        && (isPage() ? "page" : task.cite().label().replace(' ', '-')).equals(value);
            case "position" -> task.purpose() == Purpose.CITATION && holds(value);
            case "disambiguate" -> task.distinction().condition() == value.equals("true");
            default -> false;
        };
    }

    private boolean holds(String position) {
        Set<Position> positions = task.cite().positions();
        return switch (position) {
            case "first" -> positions.contains(Position.FIRST);
            case "subsequent" -> positions.contains(Position.SUBSEQUENT);
            case "near-note" -> positions.contains(Position.NEAR_NOTE);
            case "ibid" -> positions.contains(Position.IBID);
            case "ibid-with-locator" -> positions.contains(Position.IBID_WITH_LOCATOR);
            default -> false;
        };
    }

    /** What was printed in the place of names is still a variable of the work. */
    private boolean hasVariable(String variable) {
        return !value(variable).isEmpty()
                || !raw(variable).isEmpty()
                || !item.people(variable).isEmpty()
                || item.dates().containsKey(variable)
                        && !item.dates().get(variable).isEmpty();
    }

    static boolean isNumberVariable(String variable) {
        return NUMBER_VARIABLES.contains(variable);
    }

    /** Of the first names and the year, as "Doe20". */
    private String label() {
        String own = item.text("citation-label");
        if (!own.isEmpty()) {
            return own;
        }
        List<PersonName> people = item.people("author").isEmpty() ? item.people("editor") : item.people("author");
        int letters = people.size() == 1 ? 4 : people.size() >= 4 ? 1 : 2;
        StringBuilder label = new StringBuilder();
        for (PersonName person : people.subList(0, Math.min(4, people.size()))) {
            String name = person.isLiteral() ? person.literal() : person.family();
            label.append(name, 0, Math.min(letters, name.length()));
        }
        DateValue issued = item.dates().get("issued");
        return issued == null || issued.from().isEmpty()
                ? label.toString()
                : label
                        + String.format(
                                Locale.ROOT, "%02d", Math.abs(issued.from().get(0) % 100));
    }
}
