package colophon.check;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.Institution;
import colophon.model.LinkTarget;
import colophon.model.Outline;
import colophon.model.PictureField;
import colophon.model.PictureHeader;
import colophon.model.Site;
import colophon.model.Site.Attachment;
import colophon.model.Site.ImageSize;
import colophon.model.SitePath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every picture is there, and not too large to be read. */
final class ImageCheck implements Check {
    @Override
    public void run(Scope scope, Problems problems) {
        Site site = scope.site();
        for (Texts.Text text : Texts.of(scope)) {
            for (Outline.Reference image : text.body().outline().images()) {
                check(site, text.file(), image.target(), image.span(), problems);
            }
        }
        if (scope.settings()) {
            settings(site, problems);
        }
    }

    private static void settings(Site site, Problems problems) {
        Stream<PictureField> logos = site.publication().institutions().stream()
                .map(Institution::logo)
                .flatMap(Optional::stream);
        Stream.concat(logos, site.settings().image().stream())
                .forEach(picture -> check(site, "", picture.path(), picture.span(), problems));
    }

    private static void check(Site site, String file, String address, Span span, Problems problems) {
        Optional<LinkTarget> target = site.resolve(file, address);
        Optional<SitePath> found = target.flatMap(LinkTarget::file);
        if (found.isPresent()) {
            checkSize(site.attachments().get(found.get().value()), span, problems);
            return;
        }
        if (target.flatMap(LinkTarget::external).isPresent()) {
            problems.add(
                    Rule.IMAGE_MISSING,
                    span,
                    "the picture \"" + address + "\" is on another site",
                    "save it in content/figures/: a published page asks nobody else for anything");
            return;
        }
        List<String> known = List.copyOf(site.attachments().keySet());
        String help = Site.resolvePath(file, address)
                .flatMap(name -> Suggestion.closest(name, known))
                .map(close -> "did you mean \"" + close + "\"?")
                .orElse("put it into content/figures/ and give its path from this file");
        problems.add(Rule.IMAGE_MISSING, span, "no picture \"" + address + "\"", help);
    }

    /** Pictures drawn with lines have no pixels until somebody shows them. */
    private static void checkSize(Attachment picture, Span span, Problems problems) {
        boolean drawn = picture.path().value().toLowerCase(Locale.ROOT).endsWith(".svg");
        Optional<ImageSize> size = picture.size().filter(it -> !drawn && it.pixels() > PictureHeader.MOST_PIXELS);
        size.ifPresent(it -> problems.add(
                Rule.IMAGE_TOO_LARGE,
                span,
                String.format(
                        Locale.ROOT,
                        "the picture \"%s\" has %d megapixels (%d × %d), and more than %d are not read",
                        picture.path(),
                        (it.pixels() + PictureHeader.MEGA - 1) / PictureHeader.MEGA,
                        it.width(),
                        it.height(),
                        PictureHeader.MOST_PIXELS / PictureHeader.MEGA),
                "save it smaller: a page shows no more than 1728 pixels in the width"));
    }
}
