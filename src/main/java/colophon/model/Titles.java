package colophon.model;

import java.util.Optional;

/**
 * What a page or a publication is called.
 *
 * @param shorter the title for menus, where it has one
 */
public record Titles(Phrase title, Optional<Phrase> shorter, Optional<Phrase> subtitle) {
    /** A title of plain words. */
    public static Titles of(String title) {
        return new Titles(Phrase.of(title), Optional.empty(), Optional.empty());
    }

    /** The title for menus. */
    public Phrase menu() {
        return shorter.orElse(title);
    }

    /** "Title: Subtitle". */
    public Phrase whole() {
        return subtitle.map(it -> new Phrase(title.markup() + ": " + it.markup()))
                .orElse(title);
    }
}
