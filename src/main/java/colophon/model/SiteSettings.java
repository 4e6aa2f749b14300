package colophon.model;

import colophon.diag.Source;
import java.net.URI;
import java.util.Optional;

/**
 * What holds for the whole site.
 *
 * @param origin the file they are read from
 * @param address where it will be published, with a slash at its end
 * @param language BCP 47
 * @param contact an e-mail address or a web address
 * @param indexable false keeps search engines away
 * @param notice a paragraph shown on every page
 * @param image the picture that links to the site show
 * @param maps how maps show what is in dispute
 * @param generator the program's name and version
 * @param digest of all that the settings, the publication's file and the command line say
 */
public record SiteSettings(
        Source origin,
        Phrase title,
        URI address,
        String language,
        Phrase description,
        Optional<String> publisher,
        Optional<String> contact,
        boolean indexable,
        Optional<Body> notice,
        Optional<PictureField> image,
        Optional<String> imageAlt,
        MapPolicy maps,
        String generator,
        long digest) {}
