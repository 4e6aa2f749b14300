package colophon.output;

import colophon.model.InputFile;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.PictureHeader;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Styles, scripts, fonts and icons of the theme. Images are published without what they say beside what they show. */
final class SiteAssets implements OutputFormat {
    private static final Set<String> PIXELS = Set.of("png", "jpg", "jpeg", "gif", "webp");

    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        return publishing.assets().files().stream()
                .map(file -> publishing.theme().own().contains(file.madeFrom()) ? bare(file, publishing) : file)
                .toList();
    }

    private static OutputFile bare(OutputFile file, Publishing publishing) {
        String name = file.path().fileName();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ending.equals("svg")) {
            InputFile drawing = new InputFile(file.madeFrom(), InputFile.Stamp.NONE, file::bytes);
            byte[] safe = SafeSvg.of(drawing, publishing.problems()).orElseGet(file::bytes);
            return OutputFile.of(file.path(), safe, file.madeFrom());
        }
        if (!PIXELS.contains(ending)) {
            return file;
        }
        byte[] bytes = file.bytes();
        byte[] bare = PictureHeader.of(bytes)
                .map(header -> BarePicture.of(header, bytes))
                .orElse(bytes);
        return OutputFile.of(file.path(), bare, file.madeFrom());
    }
}
