package colophon.output;

import colophon.model.OutputFile;
import colophon.model.OutputTree;
import java.util.List;

/** Styles, scripts, fonts and icons of the theme. */
final class SiteAssets implements OutputFormat {
    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        return publishing.assets().files();
    }
}
