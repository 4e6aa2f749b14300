package colophon.render;

import java.util.List;

/** A contributor. {@code nativeName} is the name in its own script, {@code language} its language. */
public record PersonView(
        String id,
        String name,
        String nativeName,
        String language,
        String position,
        String institution,
        String orcid,
        String orcidHref,
        Markup about,
        List<String> roles) {}
