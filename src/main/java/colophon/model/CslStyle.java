package colophon.model;

/**
 * A style of the Citation Style Language.
 *
 * @param name as the settings have it
 * @param xml the style itself, or the one that it depends on
 * @param language BCP 47, of the words that it adds
 */
public record CslStyle(String name, String xml, CitationForm form, String language) {
    /** Whether it has a list of references; some styles of law and history have footnotes only. */
    public boolean hasBibliography() {
        return xml.contains("<bibliography");
    }

    public long digest() {
        return new Digest().add(xml).add(language).value();
    }
}
