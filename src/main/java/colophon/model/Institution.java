package colophon.model;

import java.util.Optional;

/**
 * A body that publishes the work.
 *
 * @param id the name other fields use for it
 * @param logo path of an image in the content folder
 */
public record Institution(
        String id,
        String name,
        Optional<String> shortName,
        Optional<String> place,
        Optional<String> url,
        Optional<String> ror,
        Optional<String> logo,
        Optional<Body> about) {}
