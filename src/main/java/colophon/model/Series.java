package colophon.model;

/** What is numbered, each in a series of its own. */
public enum Series {
    FIGURE("figure", "Figure", "Figures"),
    TABLE("table", "Table", "Tables"),
    BOX("box", "Box", "Boxes"),
    KEY_FINDING("key-finding", "Key finding", "Key findings"),
    RECOMMENDATION("recommendation", "Recommendation", "Recommendations");

    private final String id;
    private final String singular;
    private final String plural;

    Series(String id, String singular, String plural) {
        this.id = id;
        this.singular = singular;
        this.plural = plural;
    }

    /** As the head of a directive's template calls it. */
    public String id() {
        return id;
    }

    /** "Figure". */
    public String singular() {
        return singular;
    }

    /** "Figures". */
    public String plural() {
        return plural;
    }
}
