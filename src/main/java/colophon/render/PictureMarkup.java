package colophon.render;

import colophon.model.Picture;
import colophon.model.Picture.Type;
import colophon.model.Picture.Variant;
import java.util.List;
import java.util.stream.Collectors;

/** How HTML says that a picture is there in several widths and formats. */
final class PictureMarkup {
    /**
     * How wide a picture is shown, for browsers that choose a file before they know: as wide as the column of text, which is as wide as
     * the window without its edges ({@code --measure} and {@code --edge} in {@code site.css}).
     */
    private static final String SIZES = "(min-width: 39.2rem) 36rem, (min-width: 28.2rem) 92vw, calc(100vw - 2.25rem)";

    private PictureMarkup() {}

    /** Before the picture itself: the smaller files for browsers that know their format. */
    static String start(Picture picture, Links links) {
        List<Variant> webp = picture.webp();
        if (webp.isEmpty()) {
            return "";
        }
        String widths = webp.size() == 1
                ? " srcset=\"" + Html.escape(links.file(webp.get(0).path())) + "\""
                : widths(webp, links);
        return "<picture><source type=\"" + Type.WEBP.mediaType() + "\"" + widths + ">";
    }

    static String end(Picture picture) {
        return picture.webp().isEmpty() ? "" : "</picture>";
    }

    /** The attributes that offer several files; nothing where there is only one. */
    static String widths(List<Variant> files, Links links) {
        if (files.size() == 1) {
            return "";
        }
        String set = files.stream()
                .map(file -> Html.escape(links.file(file.path())) + " " + file.width() + "w")
                .collect(Collectors.joining(", "));
        return " srcset=\"" + set + "\" sizes=\"" + SIZES + "\"";
    }
}
