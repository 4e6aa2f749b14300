package colophon;

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
 * @param drafts whether drafts are published
 * @param strict whether warnings stop the build
 * @param pdf whether PDF files are made
 * @param progress told what takes long while it is done
 */
public record BuildOptions(
        Path site,
        Optional<Path> output,
        String shownOutput,
        Optional<URI> address,
        boolean drafts,
        boolean strict,
        boolean pdf,
        Consumer<String> progress) {
    /** Checks a site with the usual settings. */
    public static BuildOptions of(Path site) {
        return new BuildOptions(site, Optional.empty(), "public", Optional.empty(), false, false, true, message -> {});
    }

    public BuildOptions to(Path folder) {
        return new BuildOptions(site, Optional.of(folder), shownOutput, address, drafts, strict, pdf, progress);
    }

    public BuildOptions withoutPdf() {
        return new BuildOptions(site, output, shownOutput, address, drafts, strict, false, progress);
    }

    public BuildOptions withDrafts() {
        return new BuildOptions(site, output, shownOutput, address, true, strict, pdf, progress);
    }
}
