package colophon.model;

import java.util.Optional;

/** Where a link in the content leads. Exactly one of the components is there. */
public record LinkTarget(Optional<ToPage> page, Optional<SitePath> file, Optional<String> external) {
    /** A page of the site, and a place in it. */
    public record ToPage(Page page, Optional<String> anchor) {}

    static LinkTarget toPage(Page page, Optional<String> anchor) {
        return new LinkTarget(Optional.of(new ToPage(page, anchor)), Optional.empty(), Optional.empty());
    }

    static LinkTarget toFile(SitePath file) {
        return new LinkTarget(Optional.empty(), Optional.of(file), Optional.empty());
    }

    static LinkTarget external(String address) {
        return new LinkTarget(Optional.empty(), Optional.empty(), Optional.of(address));
    }
}
