package colophon.read;

/** A text holds something that the quick way does not know, or is not sure of. Costs nothing to throw. */
final class NotPlain extends Exception {
    private static final long serialVersionUID = 1L;

    static final NotPlain HERE = new NotPlain();

    private NotPlain() {
        super("not plain", null, false, false);
    }
}
