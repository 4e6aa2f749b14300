package colophon.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The site's own {@code _headers}, applied as Netlify and Cloudflare Pages do: a path, which may end in {@code *}, and lines below it. */
final class HeaderRules {
    private record Rule(String path, String name, String value) {
        boolean appliesTo(String requested) {
            return path.endsWith("*")
                    ? requested.startsWith(path.substring(0, path.length() - 1))
                    : requested.equals(path);
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    HeaderRules(String text) {
        String path = "";
        for (String line : text.split("\n")) {
            int colon = line.indexOf(':');
            if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
                path = line.strip();
            } else if (colon > 0) {
                rules.add(new Rule(
                        path,
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()));
            }
        }
    }

    /** The headers of a path, by name. */
    Map<String, String> of(String path) {
        Map<String, String> headers = new LinkedHashMap<>();
        rules.stream().filter(rule -> rule.appliesTo(path)).forEach(rule -> headers.put(rule.name(), rule.value()));
        return headers;
    }
}
