package colophon.model;

/**
 * A style of the Citation Style Language.
 *
 * @param name as the settings have it
 * @param xml the style itself, or the one that it depends on
 * @param language BCP 47, of the words that it adds
 */
public record CslStyle(String name, String xml, CitationForm form, String language) {
    public long digest() {
        return new Digest().add(xml).add(language).value();
    }
}
