package colophon.read;

import java.util.ArrayList;
import java.util.List;

/** Notes which fields the readers ask for, so that a test can hold the documentation against the code. */
final class FieldCatalogue {
    /** A field of a block such as "publication" or "contributor". */
    record Field(String block, String name, String type, boolean required) {}

    private final List<Field> fields = new ArrayList<>();

    synchronized void add(Field field) {
        if (!fields.contains(field)) {
            fields.add(field);
        }
    }

    synchronized List<Field> fields() {
        return List.copyOf(fields);
    }
}
