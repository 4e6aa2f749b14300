package colophon.model;

/**
 * How the texts of a work are set: what reading one text needs to know that does not stand in it.
 *
 * @param citations how the works that a text cites are cited
 * @param glossary the terms that are explained where a text first uses them
 */
public record HouseStyle(CitationForm citations, Glossary glossary) {
    public static final HouseStyle PLAIN = new HouseStyle(CitationForm.NONE, Glossary.NONE);

    /** Texts that were read for another digest must be read again. */
    public long digest() {
        return new Digest().add(citations.ordinal()).add(glossary.names()).value();
    }
}
