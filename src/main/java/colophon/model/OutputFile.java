package colophon.model;

import java.nio.charset.StandardCharsets;

/**
 * A file to publish.
 *
 * @param madeFrom what it was made from, for people: "content/brief.md", "site-assets/css/site.css"
 */
public record OutputFile(SitePath path, byte[] bytes, String madeFrom) {
    public OutputFile(SitePath path, String text, String madeFrom) {
        this(path, text.getBytes(StandardCharsets.UTF_8), madeFrom);
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
