package colophon.model;

import colophon.diag.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a site names and draws what is in dispute: {@code content/maps.yaml}.
 *
 * @param origin the file it is read from, where there is one
 * @param areas those that are shown otherwise than by default, by code
 * @param source the sentence that says where the boundaries come from
 * @param note a sentence of the site's own for the captions
 */
public record MapPolicy(
        Optional<Source> origin, Map<String, Area> areas, Optional<String> source, Optional<String> note) {
    /** What holds without a file. */
    public static final MapPolicy DEFAULT =
            new MapPolicy(Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

    /** What the captions say where the file says nothing. */
    public static final String SOURCE = "Map: after Natural Earth. Boundaries and names imply no endorsement.";

    /**
     * A country, a territory or an area in dispute.
     *
     * @param code ISO 3166-1 alpha-2, or the name that the boundaries give to an area without one
     * @param name instead of the one of the Unicode tables
     * @param label false leaves the name away
     * @param partOf the country it is drawn with, without a line between them
     * @param disputed its lines to others are dashed
     */
    public record Area(
            String code, Optional<String> name, boolean label, Optional<String> partOf, Optional<Boolean> disputed) {}

    public MapPolicy {
        areas = Map.copyOf(areas);
    }

    /** The name of a country for a map or a sentence; areas without a code have none by default. */
    public Optional<String> name(String code, String language) {
        Optional<String> own = Optional.ofNullable(areas.get(code)).flatMap(Area::name);
        return own.or(() -> code.length() == 2 ? Optional.of(commonName(code, language)) : Optional.empty());
    }

    /** Whether an area's name may stand on a map. */
    public boolean isLabelled(String code) {
        Area area = areas.get(code);
        return area == null || area.label() && area.partOf().isEmpty();
    }

    /** The country that an area is drawn with: mostly itself. */
    public String drawnWith(String code) {
        return Optional.ofNullable(areas.get(code)).flatMap(Area::partOf).orElse(code);
    }

    /** Whether the line between two areas is dashed, where the site decides that. */
    public Optional<Boolean> isDisputed(String one, String other) {
        return List.of(one, other).stream()
                .map(areas::get)
                .filter(area -> area != null && area.disputed().isPresent())
                .map(area -> area.disputed().orElseThrow())
                .findFirst();
    }

    /** The common name in the Unicode tables; what these add in brackets is another name or a remark. */
    public static String commonName(String code, String language) {
        String name = new Locale("", code).getDisplayCountry(Locale.forLanguageTag(language));
        int bracket = name.indexOf(" (");
        return bracket < 0 ? name : name.substring(0, bracket);
    }
}
