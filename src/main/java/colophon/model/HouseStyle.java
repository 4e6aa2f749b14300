package colophon.model;

/**
 * How the texts of a work are set: what reading one text needs to know that does not stand in it.
 *
 * @param language BCP 47
 * @param citations how the works that a text cites are cited
 * @param glossary the terms that are explained where a text first uses them
 * @param paragraphNumbers whether the paragraphs of chapters and case studies are numbered
 */
public record HouseStyle(String language, CitationForm citations, Glossary glossary, boolean paragraphNumbers) {
    /** That of texts which neither cite nor use terms. */
    public static HouseStyle plain(String language) {
        return new HouseStyle(language, CitationForm.NONE, Glossary.NONE, false);
    }

    /** Texts that were read for another digest must be read again. */
    public long digest() {
        return new Digest()
                .add(language)
                .add(citations.ordinal())
                .add(glossary.names())
                .add(paragraphNumbers ? 1 : 0)
                .value();
    }
}
