package colophon.diag;

/** A place as people say it. Both numbers count from 1; columns count UTF-16 units. */
public record Position(int line, int column) {}
