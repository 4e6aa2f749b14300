package colophon.model;

/**
 * What makes a page the page it is, in every edition and translation.
 *
 * @param publication the slug of the publication it belongs to
 * @param language BCP 47
 * @param name the path of its file in the publication's folder, such as {@code case-studies/vietnam.md}; a list page has the
 *     path of its folder
 */
public record PageId(String publication, String language, String name) {
    /** A name for use in ids, such as {@code case-studies-vietnam}. */
    public String key() {
        String plain = name.endsWith(".md") ? name.substring(0, name.length() - 3) : name;
        return plain.isEmpty() ? "top" : plain.replace('/', '-').replace(' ', '-');
    }

    // What a record has by itself is made when it is first used, and no class archive keeps it: that takes
    // milliseconds.

    @Override
    public boolean equals(Object other) {
        return other instanceof PageId id
                && name.equals(id.name)
                && publication.equals(id.publication)
                && language.equals(id.language);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
