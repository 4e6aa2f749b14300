package colophon;

import colophon.diag.Problem;
import colophon.model.InputFile.Stamp;
import colophon.model.OutputTree;
import colophon.model.Unreleased;
import colophon.write.WriteReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a build.
 *
 * @param sources the files it was made from
 * @param problems sorted
 * @param failed whether the problems kept the site from being published
 * @param tree everything there is to publish; nothing when it could not be made
 * @param pages number of pages
 * @param unreleased what is left out of them for now
 * @param written what was done to the output folder; nothing when nothing was published
 * @param torn whether nothing was published but some files of it, where files are replaced one by one
 * @param remarks what else people should know, a line each
 */
public record BuildResult(
        Map<String, Stamp> sources,
        List<Problem> problems,
        boolean failed,
        Optional<OutputTree> tree,
        int pages,
        Unreleased unreleased,
        Optional<WriteReport> written,
        boolean torn,
        List<String> remarks) {
    /** What was done to the site since an earlier build. */
    public Edits editsSince(BuildResult before) {
        return Edits.between(before.sources, sources);
    }
}
