package colophon.write;

import colophon.model.Fingerprint.Part;
import colophon.model.SitePath;
import java.util.List;
import java.util.Set;

/**
 * What a build did to the output folder.
 *
 * @param files number of files of the site
 * @param bytes size of the site
 * @param written files that are new or whose bytes changed
 * @param removed files that were there before and belong to the site no more
 * @param made the files with a fingerprint that were made again, and why
 * @param memory for the next build
 */
public record WriteReport(int files, long bytes, int written, int removed, List<Remade> made, WrittenFiles memory) {
    /**
     * A file that was made.
     *
     * @param because what had changed; empty for a file that was not known before
     */
    public record Remade(SitePath path, String madeFrom, Set<Part> because) {}
}
