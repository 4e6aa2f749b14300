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
        List<String> roles)
        implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "id" -> id;
            case "name" -> name;
            case "nativeName" -> nativeName;
            case "language" -> language;
            case "position" -> position;
            case "institution" -> institution;
            case "orcid" -> orcid;
            case "orcidHref" -> orcidHref;
            case "about" -> about;
            case "roles" -> roles;
            default -> null;
        };
    }
}
