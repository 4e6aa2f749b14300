package colophon.diag;

/** A place as people say it. Both numbers count from 1; columns count characters (code points), as editors do. */
public record Position(int line, int column) {}
