package colophon.model;

/**
 * How the printed editions look.
 *
 * @param black everything in black and greys
 * @param press whether there is a file of the report for printing houses too
 */
public record PrintSettings(Paper paper, boolean black, boolean press) {
    /** The usual: A4, in colour, for readers. */
    public static final PrintSettings USUAL = new PrintSettings(Paper.A4, false, false);

    /** The sheets that offices print on. */
    public enum Paper {
        A4,
        LETTER
    }
}
