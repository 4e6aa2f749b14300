package colophon.render;

import java.util.List;
import java.util.stream.Stream;

/**
 * A document of a book for e-readers.
 *
 * @param name of its file
 * @param printed the name of the same section in the printed edition
 * @param xhtml as its template drew it, without a declaration
 */
public record BookDocument(Kind kind, String name, String printed, String xhtml) implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "kind" -> kind;
            case "name" -> name;
            case "printed" -> printed;
            case "xhtml" -> xhtml;
            default -> null;
        };
    }

    /** The templates of all kinds. */
    static List<String> templates() {
        return Stream.of(Kind.values()).map(Kind::template).toList();
    }

    /** The kinds, in reading order. */
    public enum Kind {
        COVER("cover"),
        TITLE_PAGE("title-page"),
        IMPRINT("imprint"),
        CONTENTS("contents"),
        LISTS("lists"),
        PART("part"),
        GLOSSARY("glossary"),
        REFERENCES("references");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name of its file, where there is one of the kind, and of its section in print. */
        public String label() {
            return label;
        }

        /** The template that draws it. */
        public String template() {
            return "epub/" + label + ".ftlh";
        }

        /** Of the only document of this kind. */
        public String file() {
            return label + ".xhtml";
        }
    }
}
