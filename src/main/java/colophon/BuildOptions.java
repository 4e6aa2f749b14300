package colophon;

import colophon.model.Release;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a build is told.
 *
 * @param site the folder that holds {@code content/}
 * @param output where to publish, or nothing to only check
 * @param shownOutput the output folder's name for people
 * @param address takes the place of the address in {@code site.yaml}
 * @param release what of the content is published
 * @param strict whether warnings stop the build
 * @param downloads whether files to keep are made: PDF and EPUB
 * @param progress told what takes long while it is done
 */
public record BuildOptions(
        Path site,
        Optional<Path> output,
        String shownOutput,
        Optional<URI> address,
        Release release,
        boolean strict,
        boolean downloads,
        Consumer<String> progress) {
    /** Checks a site with the usual settings. */
    public static BuildOptions of(Path site) {
        return new BuildOptions(
                site, Optional.empty(), "public", Optional.empty(), Release.usual(), false, true, message -> {});
    }

    public BuildOptions to(Path folder) {
        return new BuildOptions(site, Optional.of(folder), shownOutput, address, release, strict, downloads, progress);
    }

    public BuildOptions withoutDownloads() {
        return new BuildOptions(site, output, shownOutput, address, release, strict, false, progress);
    }

    public BuildOptions withDrafts() {
        return with(release.withDrafts());
    }

    public BuildOptions with(Release other) {
        return new BuildOptions(site, output, shownOutput, address, other, strict, downloads, progress);
    }
}
