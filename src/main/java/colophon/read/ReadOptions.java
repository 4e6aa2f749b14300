package colophon.read;

import colophon.model.Release;
import java.net.URI;
import java.util.Optional;

/**
 * What the command line says about reading.
 *
 * @param release what of the content is part of the site
 * @param address takes the place of the address in the settings
 * @param generator the program's name and version
 * @param keepTexts whether the texts of pages are needed again: for print, and to compare with what they become
 */
public record ReadOptions(Release release, Optional<URI> address, String generator, boolean keepTexts) {}
