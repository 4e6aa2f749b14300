package colophon.render;

import colophon.model.Reference;
import colophon.model.Reference.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What the formatter does not know of names in a list of references: lists that end with their last name, as in "Abe, K., Baker, A., …
 * Vega, L." (CSL 1.0.2, et-al-use-last), particles behind the given name, as in "Beethoven, Ludwig van" (demote-non-dropping-particle),
 * and the place of "Jr.". It gets names that come out right, or with a mark where something is to be mended.
 *
 * @param least the number of authors from which on their list ends with the last; 0 for never
 * @param first how many of them are printed before the last
 * @param abbreviates whether given names are initials, which particles after them must not become
 */
record EntryNames(int least, int first, boolean demotes, boolean abbreviates) {
    /** Before the last name of a list that leaves some out. */
    private static final char LAST = '\uE000';
    /** Before "Jr.". */
    private static final char SUFFIX = '\uE001';

    /** "King Jr., M. L." */
    private static final Pattern INITIALS =
            Pattern.compile(" " + SUFFIX + "([^,]+), (\\p{Lu}\\.(?:[ -]?\\p{Lu}\\.)*+)(?! \\p{Lu}\\p{Ll})");

    static EntryNames of(Document style) {
        String particles = style.getDocumentElement().getAttribute("demote-non-dropping-particle");
        boolean demotes = particles.isEmpty() || particles.equals("display-and-sort");
        boolean abbreviates = List.of("style", "citation", "bibliography", "name").stream()
                .flatMap(element -> CslVariants.elements(style, element).stream())
                .anyMatch(element -> element.hasAttribute("initialize-with"));
        for (Element list : CslVariants.elements(style, "bibliography")) {
            int least = number(list, "et-al-min");
            int first = number(list, "et-al-use-first");
            if (list.getAttribute("et-al-use-last").equals("true") && first > 0 && least > first + 1) {
                return new EntryNames(least, first, demotes, abbreviates);
            }
        }
        return new EntryNames(0, 0, demotes, abbreviates);
    }

    private static int number(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.matches("\\d{1,4}") ? Integer.parseInt(value) : 0;
    }

    /** A work with names that the formatter prints right, or marked. */
    Reference marked(Reference reference) {
        TreeMap<String, List<Name>> names = new TreeMap<>();
        reference.names().forEach((variable, list) -> {
            List<Name> marked = new ArrayList<>(list.stream().map(this::marked).toList());
            if (variable.equals("author") && least > 0 && list.size() >= least) {
                Name last = marked.get(marked.size() - 1);
                marked.subList(first, marked.size()).clear();
                marked.add(
                        last.literal().isEmpty()
                                ? new Name(
                                        LAST + last.family(),
                                        last.given(),
                                        last.droppingParticle(),
                                        last.nonDroppingParticle(),
                                        last.suffix(),
                                        last.commaSuffix(),
                                        last.staticOrdering(),
                                        "")
                                : Name.literal(LAST + last.literal()));
            }
            names.put(variable, marked);
        });
        return new Reference(
                reference.key(), reference.type(), reference.texts(), names, reference.dates(), reference.span());
    }

    private Name marked(Name name) {
        boolean given = !name.given().isEmpty();
        boolean dropped = given && !abbreviates && !name.droppingParticle().isEmpty();
        boolean demoted = given && demotes && !name.nonDroppingParticle().isEmpty();
        return new Name(
                name.family(),
                name.given()
                        + (dropped ? " " + name.droppingParticle() : "")
                        + (demoted ? " " + name.nonDroppingParticle() : ""),
                dropped ? "" : name.droppingParticle(),
                demoted ? "" : name.nonDroppingParticle(),
                name.suffix().isEmpty() ? "" : SUFFIX + name.suffix(),
                name.commaSuffix(),
                name.staticOrdering(),
                name.literal());
    }

    /**
     * A printed entry without the marks.
     *
     * @param marked what was printed
     */
    String mended(String entry, Reference marked) {
        String mended = entry;
        if (mended.indexOf(SUFFIX) >= 0) {
            for (List<Name> list : marked.names().values()) {
                for (Name name : list) {
                    mended = name.suffix().isEmpty()
                            ? mended
                            : mended.replace(
                                    " " + name.suffix() + ", " + name.given(),
                                    ", " + name.given() + ", " + name.suffix());
                }
            }
            mended = INITIALS.matcher(mended).replaceAll(", $2, $1").replace(String.valueOf(SUFFIX), "");
        }
        int last = mended.indexOf(LAST);
        int before = last < 0 ? -1 : mended.lastIndexOf(", ", last);
        return before < 0 ? mended : mended.substring(0, before) + ", … " + mended.substring(last + 1);
    }
}
