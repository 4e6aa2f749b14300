package colophon.model;

/** How a style cites. */
public enum CitationForm {
    /** There is nothing to cite. */
    NONE,
    /** In a note of its own, as historians do. */
    NOTE,
    /** In the sentence, by author and year or by number. */
    TEXT
}
