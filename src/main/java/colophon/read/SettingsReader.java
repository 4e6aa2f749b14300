package colophon.read;

import colophon.model.MapPolicy;
import colophon.model.SiteSettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code site.yaml}. */
final class SettingsReader {
    private static final Map<String, Boolean> INDEXING = new TreeMap<>(Map.of("all", true, "none", false));

    private final MarkdownReader markdown;
    private final ReadOptions options;
    private final MapPolicy maps;
    private final long digest;

    /**
     * @param maps from its own file
     * @param digest of all settings
     */
    SettingsReader(MarkdownReader markdown, ReadOptions options, MapPolicy maps, long digest) {
        this.markdown = markdown;
        this.options = options;
        this.maps = maps;
        this.digest = digest;
    }

    SiteSettings read(Fields fields) {
        String address = fields.requiredWebAddress("address");
        SiteSettings settings = new SiteSettings(
                fields.source(),
                fields.requiredPhrase("title", markdown),
                options.address().orElseGet(() -> URI.create(address.endsWith("/") ? address : address + "/")),
                LanguageTags.read(fields, "language", "en"),
                fields.requiredPhrase("description", markdown),
                fields.text("publisher"),
                contact(fields),
                fields.choice("indexing", false, INDEXING).orElse(true),
                fields.markdown("notice", markdown).map(text -> fields.withoutNotes("notice", text)),
                fields.picture("image"),
                fields.text("image-alt"),
                maps,
                options.generator(),
                digest);
        fields.done();
        return settings;
    }

    private static Optional<String> contact(Fields fields) {
        Optional<String> contact = fields.text("contact");
        if (contact.isPresent() && !contact.get().contains("@") && !Fields.isWebAddress(contact.get())) {
            fields.invalid(
                    "contact",
                    "\"" + contact.get() + "\" is neither an e-mail address nor a web address",
                    "write press@example.org or https://example.org/contact");
        }
        return contact;
    }
}
