package colophon.model;

/**
 * Room for the signs of one text after the other: looking at a sign costs least in an array, and an array of its own for each text as much
 * again. For one thread.
 */
public final class SignBuffer {
    private char[] signs = new char[512];

    /** The signs of a text, until the next one is asked for; what lies behind its end has no meaning. */
    public char[] of(String text) {
        if (text.length() > signs.length) {
            signs = new char[text.length() * 2];
        }
        text.getChars(0, text.length(), signs, 0);
        return signs;
    }
}
