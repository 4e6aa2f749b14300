package colophon.output;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Makes the ids of a book names of XML, which begin with no digit: e-readers that read them so lose a section called "2018 in review". On
 * the web that is an id like others.
 */
final class BookIds {
    private static final String PREFIX = "id-";
    /** Attributes that name ids of their document. */
    private static final List<String> REFERENCES =
            List.of("aria-labelledby", "aria-describedby", "aria-details", "aria-controls", "headers", "for");

    private final Map<String, XhtmlDocument> documents;
    /** The new ids of each document by the old ones. */
    private final Map<String, Map<String, String>> renamed = new HashMap<>();

    private BookIds(Map<String, XhtmlDocument> documents) {
        this.documents = documents;
    }

    /** @param documents those of a book, by name */
    static void name(Map<String, XhtmlDocument> documents) {
        BookIds ids = new BookIds(documents);
        documents.forEach((name, document) -> ids.renamed.put(name, rename(document)));
        if (ids.renamed.values().stream().anyMatch(all -> !all.isEmpty())) {
            documents.keySet().forEach(ids::follow);
        }
    }

    private static Map<String, String> rename(XhtmlDocument document) {
        List<Element> withId = document.elements("*").stream()
                .filter(element -> element.hasAttribute("id"))
                .toList();
        Set<String> taken =
                withId.stream().map(element -> element.getAttribute("id")).collect(Collectors.toSet());
        Map<String, String> renamed = new HashMap<>();
        for (Element element : withId) {
            String id = element.getAttribute("id");
            if (!isName(id)) {
                String name = PREFIX + id;
                while (!taken.add(name)) {
                    name = PREFIX + name;
                }
                element.setAttribute("id", name);
                renamed.put(id, name);
            }
        }
        return renamed;
    }

    /** Letters of every script may begin a name; digits, hyphens and marks may not (XML 1.0, 2.3). */
    private static boolean isName(String id) {
        int first = id.isEmpty() ? '-' : id.codePointAt(0);
        return Character.isLetter(first) || first == '_';
    }

    private void follow(String name) {
        XhtmlDocument document = documents.get(name);
        for (Element element : document.elements("*")) {
            String href = element.getAttribute("href");
            int hash = href.indexOf('#');
            if (hash >= 0) {
                String file = hash == 0 ? name : href.substring(0, hash);
                String id = href.substring(hash + 1);
                element.setAttribute("href", href.substring(0, hash + 1) + name(file, id));
            }
            REFERENCES.stream()
                    .filter(element::hasAttribute)
                    .forEach(attribute -> element.setAttribute(
                            attribute,
                            Arrays.stream(element.getAttribute(attribute).split(" "))
                                    .map(id -> name(name, id))
                                    .collect(Collectors.joining(" "))));
        }
    }

    private String name(String file, String id) {
        return renamed.getOrDefault(file, Map.of()).getOrDefault(id, id);
    }
}
