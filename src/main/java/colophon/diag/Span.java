package colophon.diag;

/** A stretch of a source, from the offset {@code start} up to but without {@code end}. */
public record Span(Source source, int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end < start || end > source.length()) {
            throw new IllegalArgumentException(
                    source.path() + ": " + start + ".." + end + " is not within 0.." + source.length());
        }
    }

    public Position position() {
        return source.position(start);
    }

    /** True where there is a text to show: not for a folder, an image or an empty file. */
    public boolean hasText() {
        return source.length() > 0;
    }

    @Override
    public int compareTo(Span other) {
        int byPath = source.path().compareTo(other.source.path());
        return byPath != 0 ? byPath : Integer.compare(start, other.start);
    }
}
