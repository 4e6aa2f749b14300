package colophon.model;

import java.util.Optional;

/**
 * A body that publishes the work.
 *
 * @param id the name other fields use for it
 */
public record Institution(
        String id,
        String name,
        Optional<String> shortName,
        Optional<String> place,
        Optional<String> url,
        Optional<String> ror,
        Optional<PictureField> logo,
        Optional<Body> about) {}
