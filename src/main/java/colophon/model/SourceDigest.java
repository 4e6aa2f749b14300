package colophon.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells what editions are made of, so that a file can be held against the site it came from: the same on the web and in every format, and
 * another as soon as a word, a figure or a number is. What they look like is not in it.
 *
 * <p>It is the SHA-256 of a list with a line for each source, in order of their names, as {@code sha256sum} prints such a list: of texts
 * their own SHA-256, with LF, and without byte order mark, embargo and draft; of pictures, data and cited works a checksum.
 */
public final class SourceDigest {
    /** So many digits tell two states of a work apart; nobody types more. */
    private static final int SHOWN = 12;

    private final Site site;
    private final Map<Page, String> texts = new HashMap<>();

    public SourceDigest(Site site) {
        this.site = site;
    }

    /** Of an edition, as 64 digits. */
    public synchronized String of(Edition edition) {
        SortedMap<String, String> sources = new TreeMap<>();
        sources.put(
                "publication.yaml", sha256(settings(site.publication().origin().text())));
        for (Page page : edition.pages()) {
            sources.put(page.id().name(), texts.computeIfAbsent(page, SourceDigest::text));
            files(page, sources);
        }
        site.citing(edition.pages())
                .keySet()
                .forEach(key -> site.bibliography()
                        .flatMap(all -> all.find(key))
                        .ifPresent(work -> sources.put("@" + key, Digest.hex(work.digest()))));
        StringBuilder list = new StringBuilder();
        sources.forEach(
                (name, digest) -> list.append(digest).append("  ").append(name).append('\n'));
        return sha256(list.toString());
    }

    /** The data and pictures that a page shows. */
    private void files(Page page, Map<String, String> sources) {
        page.body().ifPresent(body -> {
            Outline outline = body.outline();
            outline.images().stream()
                    .flatMap(image -> site.resolve(page.id().name(), image.target()).stream())
                    .flatMap(target -> target.file().stream())
                    .forEach(path -> file(path.value(), sources));
            outline.items().stream()
                    .filter(Outline.Item::directive)
                    .flatMap(item -> item.value("data").stream())
                    .forEach(name -> file(Site.dataFile(name), sources));
        });
    }

    private void file(String name, Map<String, String> sources) {
        Site.Attachment file = site.attachments().get(name);
        if (file != null) {
            sources.put(name, Digest.hex(file.file().digest()));
        }
    }

    /** The digits that people are shown. */
    public static String shown(String digest) {
        return digest.substring(0, SHOWN);
    }

    private static String text(Page page) {
        String text = page.origin().source().text();
        int start = page.body().map(Body::start).orElse(0);
        return sha256(settings(text.substring(0, start)) + lines(text.substring(start)));
    }

    /** Once a work is published, nothing in it tells that it was not before. */
    private static String settings(String yaml) {
        return lines(yaml).replaceAll("(?m)^(embargo|draft):.*\n", "");
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
