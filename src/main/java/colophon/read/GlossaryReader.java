package colophon.read;

import colophon.model.Glossary;
import colophon.model.Glossary.Entry;
import colophon.model.Phrase;
import colophon.model.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code glossary.yaml}. */
final class GlossaryReader {
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    /** The field that a name was first used in. */
    private final Map<String, String> taken = new HashMap<>();

    private final MarkdownReader markdown;

    private GlossaryReader(MarkdownReader markdown) {
        this.markdown = markdown;
    }

    static Glossary read(Fields fields, MarkdownReader markdown) {
        GlossaryReader reader = new GlossaryReader(markdown);
        fields.blocks("entries", "term").forEach(reader::entry);
        fields.done();
        return new Glossary(reader.entries);
    }

    private void entry(Fields fields) {
        String term = words(fields.requiredText("term"));
        Optional<String> abbreviation = fields.text("abbreviation").map(GlossaryReader::words);
        String plural = fields.text("plural").map(GlossaryReader::words).orElse(term + "s");
        Phrase definition = fields.requiredPhrase("definition", markdown);
        fields.done();
        boolean isNew = !term.isEmpty() && take("term", term, fields);
        if (abbreviation.isPresent()) {
            isNew &= take("abbreviation", abbreviation.get(), fields);
        }
        if (isNew) {
            String id = unique("term-" + PlainText.slug(abbreviation.orElse(term)));
            entries.add(new Entry(id, term, plural, abbreviation, definition, fields.span("term")));
        }
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private boolean take(String field, String name, Fields fields) {
        String other = taken.putIfAbsent(name, field);
        if (other != null) {
            fields.invalid(
                    field,
                    "\"" + name + "\" is already the " + other + " of another entry",
                    "keep one of the two, or join them");
        }
        return other == null;
    }

    private String unique(String base) {
        String id = base;
        for (int i = 2; !ids.add(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }
}
