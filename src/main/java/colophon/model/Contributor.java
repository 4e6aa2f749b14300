package colophon.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A person or body with a part in the work.
 *
 * @param given given names; empty for a body or a single name
 * @param family family name, or the whole name of a body
 * @param order how these two follow one another
 * @param nativeName the name in its own script
 * @param institution the id of an institution of the publication
 */
public record Contributor(
        String given,
        String family,
        NameOrder order,
        Optional<NativeName> nativeName,
        List<Role> roles,
        Optional<String> institution,
        Optional<String> position,
        Optional<String> orcid,
        Optional<Body> about) {
    /** A name in another script, with its language (BCP 47), which also chooses the right letter forms. */
    public record NativeName(String text, String language) {}

    /** What somebody did, in the order in which pages list it. */
    public enum Role {
        AUTHOR("Author", "Authors"),
        PROJECT_DIRECTOR("Project director", "Project directors"),
        EDITOR("Editor", "Editors"),
        CONTRIBUTOR("Contributor", "Contributors"),
        TRANSLATOR("Translator", "Translators"),
        DESIGNER("Designer", "Designers");

        private final String singular;
        private final String plural;

        Role(String singular, String plural) {
            this.singular = singular;
            this.plural = plural;
        }

        /** As written in front matter, such as {@code project-director}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String label(int people) {
            return people == 1 ? singular : plural;
        }
    }

    public Contributor {
        roles = List.copyOf(roles);
    }

    /** "Yoichi Funabashi", "水野 花子". */
    public String name() {
        return order.name(family, given);
    }

    /** The name as it begins a list: "Funabashi, Yoichi", "水野 花子". */
    public String listName() {
        return order.isStatic() ? name() : sortName();
    }

    /** "Funabashi, Yoichi", as lists and reference managers want it. */
    public String sortName() {
        return given.isEmpty() ? family : family + ", " + given;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
