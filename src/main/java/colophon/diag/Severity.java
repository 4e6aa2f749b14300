package colophon.diag;

/** How bad a problem is: errors publish nothing, warnings fail only a strict build. */
public enum Severity {
    ERROR("error"),
    WARNING("warning");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
