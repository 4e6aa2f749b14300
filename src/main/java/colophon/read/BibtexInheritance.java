package colophon.read;

import colophon.read.BibtexScanner.Entry;
import colophon.read.BibtexScanner.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What an entry takes from the whole that it is part of ({@code crossref}; BibLaTeX, version 3.19, appendix B), and from {@code xdata}. */
final class BibtexInheritance {
    /** An entry cannot be part of more wholes than this; two that refer to each other end here. */
    private static final int MAX_DEPTH = 5;

    private static final Set<String> OWN = Set.of(
            "ids",
            "crossref",
            "xref",
            "xdata",
            "entryset",
            "entrysubtype",
            "execute",
            "label",
            "options",
            "presort",
            "related",
            "relatedoptions",
            "relatedstring",
            "relatedtype",
            "shorthand",
            "shorthandintro",
            "sortkey");
    /** Titles that name the whole, and not its parts. */
    private static final Set<String> TITLES = Set.of("shorttitle", "sorttitle", "indextitle", "indexsorttitle");

    private static final Set<String> DATES = Set.of("date", "year", "month", "day");

    private BibtexInheritance() {}

    /** Reports a key that no entry has. */
    interface Missing {
        void report(Value link, String key);
    }

    static Map<String, Value> fields(Entry entry, Map<String, Entry> entries, Missing missing) {
        return fields(entry, entries, missing, 0);
    }

    private static Map<String, Value> fields(Entry entry, Map<String, Entry> entries, Missing missing, int depth) {
        Map<String, Value> fields = new HashMap<>(entry.fields());
        for (String link : List.of("xdata", "crossref")) {
            Value target = entry.fields().get(link);
            for (String key : target == null ? List.<String>of() : keys(target.text())) {
                Entry parent = entries.get(key);
                if (parent == null) {
                    missing.report(target, key);
                } else if (depth < MAX_DEPTH) {
                    inherit(fields, entry, parent, fields(parent, entries, missing, depth + 1), link.equals("xdata"));
                }
            }
        }
        return fields;
    }

    static List<String> keys(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    private static void inherit(
            Map<String, Value> fields, Entry child, Entry parent, Map<String, Value> more, boolean data) {
        boolean dated = DATES.stream().anyMatch(child.fields()::containsKey);
        Map<String, Value> found = new HashMap<>();
        more.forEach((name, value) -> {
            if (data || !OWN.contains(name) && !(dated && DATES.contains(name))) {
                names(data ? "" : parent.type(), child.type(), name).forEach(it -> {
                    if (it.equals(name)) {
                        found.put(it, value);
                    } else {
                        found.putIfAbsent(it, value);
                    }
                });
            }
        });
        found.forEach(fields::putIfAbsent);
    }

    /** What a field of the whole is called in its part. */
    private static List<String> names(String parent, String child, String field) {
        boolean book = parent.equals("book")
                && List.of("inbook", "bookinbook", "suppbook").contains(child);
        boolean collection = List.of("collection", "reference").contains(parent)
                && List.of("incollection", "inreference", "suppcollection").contains(child);
        boolean proceedings = parent.equals("proceedings")
                && List.of("inproceedings", "conference").contains(child);
        boolean part = BiblatexTypes.isPart(child) && !parent.startsWith("mv") && !parent.isEmpty();
        boolean volume = parent.startsWith("mv") && !child.startsWith("mv");
        if (field.equals("author")) {
            boolean whole = List.of("book", "mvbook").contains(parent)
                    && List.of("inbook", "bookinbook", "suppbook", "book").contains(child);
            return whole ? List.of("bookauthor", "author") : List.of("author");
        }
        boolean title = field.equals("title") || field.equals("subtitle") || field.equals("titleaddon");
        if (parent.equals("periodical") && (title || TITLES.contains(field))) {
            return title ? List.of("journal" + field) : List.of();
        }
        if (book || collection || proceedings || part || volume) {
            return title
                    ? List.of((volume ? "main" : "book") + field)
                    : TITLES.contains(field) ? List.of() : List.of(field);
        }
        return List.of(field);
    }
}
