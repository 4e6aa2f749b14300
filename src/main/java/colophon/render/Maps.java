package colophon.render;

import colophon.model.CaseStudy;
import colophon.model.Country;
import colophon.model.MapPolicy;
import colophon.model.Page;
import colophon.model.PageKind;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The maps of a document, with what is said of them. */
final class Maps {
    private static final String DASHES = " Dashed lines are in dispute.";

    private final Drawing drawing;
    private final MapPolicy policy;
    private final MapRenderer renderer;

    Maps(Drawing drawing) {
        this.drawing = drawing;
        this.policy = drawing.site().settings().maps();
        this.renderer = new MapRenderer(Atlas.world(), policy);
    }

    /** The country of a case study in its region, or the countries of an institution. */
    Optional<MapView> of(Page page) {
        Optional<CaseStudy> study = page.caseStudy();
        List<String> codes = study.flatMap(CaseStudy::country)
                .map(List::of)
                .or(() -> study.map(CaseStudy::map))
                .orElse(List.of());
        String id = drawing.links().idPrefix() + "map";
        return draw(codes, page, id, study.flatMap(CaseStudy::region));
    }

    /** All case studies of countries, each name leading to its page. */
    Optional<MapView> overview(Page page) {
        Map<String, Page> cases = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (Page study : drawing.site().pages(PageKind.CASE_STUDY)) {
            Optional<String> code = study.caseStudy().flatMap(CaseStudy::country);
            if (code.isEmpty() || cases.putIfAbsent(code.get(), study) != null) {
                others.add(study.title());
            }
        }
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        String language = page.id().language();
        Map<String, String> names = names(cases.keySet(), language);
        Map<String, String> links = new LinkedHashMap<>();
        cases.forEach((code, study) -> links.put(code, drawing.links().page(study, Optional.empty())));
        String rest = others.isEmpty() ? "" : " Not on the map: " + list(others) + ".";
        String caption = "The countries of the case studies." + rest;
        String text = "Map with the countries of the case studies: " + list(sorted(names.values(), language))
                + ". Each name leads to its case study." + rest;
        return Optional.of(view(names, links, language, "map", "The countries of the case studies", caption, text));
    }

    /** What a directive asks for: some countries. */
    Optional<MapView> of(String countries, Page page, String id) {
        return draw(Country.codes(countries), page, id, Optional.empty());
    }

    private Optional<MapView> draw(List<String> codes, Page page, String id, Optional<String> region) {
        List<String> known = codes.stream().filter(Country::exists).distinct().toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String language = page.id().language();
        Map<String, String> names = names(known, language);
        if (known.size() > 1) {
            String all = list(sorted(names.values(), language));
            String text = "Map with " + known.size() + " countries highlighted: " + all + ".";
            return Optional.of(view(names, Map.of(), language, id, "Map of " + all, all + ".", text));
        }
        String name = names.get(known.get(0));
        String where = region.orElseGet(() -> region(known.get(0), language));
        boolean same = where.equals(name) || where.isEmpty();
        String text = (same ? "Map" : "Map of " + where) + " with " + name + " highlighted. "
                + neighbours(known.get(0), language);
        String caption = same ? name : name + " in " + where;
        return Optional.of(view(names, Map.of(), language, id, "Map of " + caption, caption + ".", text));
    }

    private MapView view(
            Map<String, String> names,
            Map<String, String> links,
            String language,
            String id,
            String title,
            String caption,
            String text) {
        MapRenderer.Drawn map = renderer.draw(new MapRenderer.Order(names, links, language, id, title, text));
        String source = policy.source().orElse(MapPolicy.SOURCE)
                + policy.note().map(note -> " " + note).orElse("")
                + (map.disputed() ? DASHES : "");
        String drawn = switch (drawing.medium()) {
            case WEB -> map.svg();
            case PRINT -> PrintedSvg.image(map.svg(), text, "map");
            case EPUB -> BookSvg.map(map.svg(), text);
        };
        return new MapView(Markup.of(drawn), caption, text, source);
    }

    private Map<String, String> names(Collection<String> codes, String language) {
        Map<String, String> names = new LinkedHashMap<>();
        codes.forEach(code -> names.put(code, policy.name(code, language).orElse(code)));
        return names;
    }

    /** "It borders Cambodia, China and Laos." */
    private String neighbours(String code, String language) {
        List<String> names = renderer.neighbours(code).stream()
                .filter(policy::isLabelled)
                .flatMap(other -> policy.name(other, language).stream())
                .toList();
        return names.isEmpty() ? "It has no border on land." : "It borders " + list(sorted(names, language)) + ".";
    }

    /** The name of the region that the United Nations put a country in. */
    private static String region(String code, String language) {
        String region = Atlas.world().area(code).region();
        return region.equals("001") ? "" : new Locale("", region).getDisplayCountry(Locale.forLanguageTag(language));
    }

    private static List<String> sorted(Collection<String> names, String language) {
        return names.stream()
                .sorted(Collator.getInstance(Locale.forLanguageTag(language)))
                .toList();
    }

    /** "A, B and C". */
    private static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
