package colophon.model;

/**
 * How the texts of a work are set: what reading one text needs to know that does not stand in it.
 *
 * @param citations how the works that a text cites are cited
 * @param glossary the terms that are explained where a text first uses them
 * @param paragraphNumbers whether the paragraphs of chapters and case studies are numbered
 */
public record HouseStyle(CitationForm citations, Glossary glossary, boolean paragraphNumbers) {
    public static final HouseStyle PLAIN = new HouseStyle(CitationForm.NONE, Glossary.NONE, false);

    /** Texts that were read for another digest must be read again. */
    public long digest() {
        return new Digest()
                .add(citations.ordinal())
                .add(glossary.names())
                .add(paragraphNumbers ? 1 : 0)
                .value();
    }
}
