package colophon.read;

import colophon.diag.Span;
import java.util.List;

/** A value of settings with its place: what YAML says, before anybody asks what it means. */
sealed interface Setting {
    Span span();

    record Text(String value, Span span) implements Setting {}

    record Items(List<Setting> items, Span span) implements Setting {}

    record Block(List<Entry> entries, Span span) implements Setting {}

    /** A field of a block. Its name is a {@link Text} unless somebody made a mistake. */
    record Entry(Setting name, Setting value) {}
}
