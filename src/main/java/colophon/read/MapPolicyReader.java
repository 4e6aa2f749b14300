package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Suggestion;
import colophon.model.Country;
import colophon.model.MapPolicy;
import colophon.model.MapPolicy.Area;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code maps.yaml}: how a site names and draws what is in dispute. */
final class MapPolicyReader {
    private static final Map<String, Boolean> LINES = new TreeMap<>(Map.of("dashed", true, "solid", false));

    private MapPolicyReader() {}

    static MapPolicy read(Fields fields) {
        Map<String, Area> areas = new LinkedHashMap<>();
        Map<String, Fields> places = new LinkedHashMap<>();
        for (Fields block : fields.blocks("areas", "area")) {
            Area area = area(block);
            if (!Country.isOnMaps(area.code())) {
                continue;
            }
            if (areas.putIfAbsent(area.code(), area) == null) {
                places.put(area.code(), block);
            } else {
                block.invalid("code", "\"" + area.code() + "\" is there twice", "keep one of the two");
            }
        }
        areas.values()
                .forEach(area -> area.partOf().ifPresent(whole -> checkWhole(whole, areas, places.get(area.code()))));
        MapPolicy policy =
                new MapPolicy(Optional.of(fields.source()), areas, fields.text("source"), fields.text("note"));
        fields.done();
        return policy;
    }

    private static Area area(Fields fields) {
        String code = fields.requiredText("code");
        if (!code.isEmpty() && !Country.isOnMaps(code)) {
            unknown("code", code, fields);
        }
        Optional<String> whole = fields.text("part-of");
        if (whole.isPresent() && !Country.isOnMaps(whole.get())) {
            unknown("part-of", whole.get(), fields);
            whole = Optional.empty();
        }
        Area area = new Area(
                code, fields.text("name"), !fields.flag("unnamed"), whole, fields.choice("line", false, LINES));
        fields.done();
        return area;
    }

    private static void unknown(String field, String code, Fields fields) {
        Problems problems = fields.problems();
        problems.add(
                Rule.COUNTRY_UNKNOWN,
                fields.span(field),
                "nothing on the maps has the code \"" + code + "\"",
                Suggestion.closest(code, Country.onMaps())
                        .filter(close -> code.length() > 3)
                        .map(close -> "did you mean \"" + close + "\"?")
                        .orElseGet(() -> Country.help(code)));
    }

    private static void checkWhole(String whole, Map<String, Area> areas, Fields place) {
        boolean chain = areas.containsKey(whole) && areas.get(whole).partOf().isPresent();
        if (chain) {
            place.invalid(
                    "part-of",
                    "\"" + whole + "\" is itself drawn as part of another",
                    "name the country that both are part of");
        }
    }
}
