package colophon.output;

import colophon.model.OutputFile;
import colophon.model.OutputTree;
import java.util.List;

/** A kind of file the site is published as. */
public interface OutputFormat {
    /**
     * Makes its files.
     *
     * @param soFar what the formats before it in the list have made; a page that says how large a PDF is needs the PDF
     */
    List<OutputFile> make(Publishing publishing, OutputTree soFar);
}
