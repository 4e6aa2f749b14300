import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes {@code boundaries.txt}, the outlines that Colophon draws maps from, out of Natural Earth's countries as world-atlas packs
 * them. See README.md beside this file; the form of what it writes is told at the head of {@code boundaries.txt} itself.
 */
public final class Boundaries {
    /** Steps in a degree: about a kilometre, a pixel of the largest map. */
    private static final double GRID = 100;
    /** How far a line may stray, in degrees. */
    private static final double TOLERANCE = 0.025;
    /** Islands smaller than this (square degrees) are left out, except those of small states. */
    private static final double SMALL_ISLAND = 0.006;

    private static final double SMALL_STATE = 2.5;

    /** ISO 3166-1: letters for numbers. */
    private static final String CODES = "AF004 AL008 DZ012 AS016 AD020 AO024 AI660 AQ010 AG028 AR032 AM051 AW533 AU036 AT040 AZ031 "
            + "BS044 BH048 BD050 BB052 BY112 BE056 BZ084 BJ204 BM060 BT064 BO068 BA070 BW072 BV074 BR076 IO086 BN096 BG100 BF854 "
            + "BI108 KH116 CM120 CA124 CV132 KY136 CF140 TD148 CL152 CN156 CX162 CC166 CO170 KM174 CG178 CD180 CK184 CR188 CI384 "
            + "HR191 CU192 CY196 CZ203 DK208 DJ262 DM212 DO214 EC218 EG818 SV222 GQ226 ER232 EE233 ET231 FK238 FO234 FJ242 FI246 "
            + "FR250 GF254 PF258 TF260 GA266 GM270 GE268 DE276 GH288 GI292 GR300 GL304 GD308 GP312 GU316 GT320 GN324 GW624 GY328 "
            + "HT332 HM334 VA336 HN340 HK344 HU348 IS352 IN356 ID360 IR364 IQ368 IE372 IL376 IT380 JM388 JP392 JO400 KZ398 KE404 "
            + "KI296 KP408 KR410 KW414 KG417 LA418 LV428 LB422 LS426 LR430 LY434 LI438 LT440 LU442 MO446 MG450 MW454 MY458 MV462 "
            + "ML466 MT470 MH584 MQ474 MR478 MU480 YT175 MX484 FM583 MD498 MC492 MN496 MS500 MA504 MZ508 MM104 NA516 NR520 NP524 "
            + "NL528 NC540 NZ554 NI558 NE562 NG566 NU570 NF574 MP580 MK807 NO578 OM512 PK586 PW585 PS275 PA591 PG598 PY600 PE604 "
            + "PH608 PN612 PL616 PT620 PR630 QA634 RE638 RO642 RU643 RW646 SH654 KN659 LC662 PM666 VC670 WS882 SM674 ST678 SA682 "
            + "SN686 SC690 SL694 SG702 SK703 SI705 SB090 SO706 ZA710 GS239 ES724 LK144 SD729 SR740 SJ744 SZ748 SE752 CH756 SY760 "
            + "TW158 TJ762 TZ834 TH764 TL626 TG768 TK772 TO776 TT780 TN788 TR792 TM795 TC796 TV798 UG800 UA804 AE784 GB826 US840 "
            + "UM581 UY858 UZ860 VU548 VE862 VN704 VG092 VI850 WF876 EH732 YE887 ZM894 ZW716 AX248 BQ535 CW531 GG831 IM833 JE832 "
            + "ME499 BL652 MF663 RS688 SX534 SS728";

    /** Areas that have no number in ISO 3166-1, by their name in Natural Earth. */
    private static final Map<String, String> AREAS = Map.of(
            "Kosovo", "XK",
            "Somaliland", "somaliland",
            "N. Cyprus", "northern-cyprus",
            "Siachen Glacier", "siachen-glacier",
            "Indian Ocean Ter.", "CX");

    /** Parts that Natural Earth counts to a state and ISO, or a dispute, tells from it: code, state, west, south, east, north. */
    private static final String[] PARTS = {
        "GF FR -55 2 -51 6", "GP FR -62 15.8 -61 16.6", "MQ FR -61.3 14.3 -60.7 15", "RE FR 55 -21.5 56 -20.8", "YT FR 45 -13.1 45.4 -12.6",
        "SJ NO 10 74 34 81", "SJ NO -10 70.5 -7 71.5", "BQ NL -68.5 12 -68.1 12.4", "BQ NL -63.4 17.4 -62.8 17.8",
        "CC CX 96 -13 98 -11", "crimea RU 32 44 37 46.4"
    };

    /** Too small for Natural Earth: code, longitude, latitude. */
    private static final String[] POINTS = {"TK -171.85 -9.17", "BV 3.36 -54.42"};

    /** Only in the larger scale of 1:10 million. */
    private static final Set<String> FROM_LARGE = Set.of("TV", "GI", "UM");

    /** Lines that are in dispute, as a whole or within a box: two codes, then west, south, east, north. */
    private static final String[] DISPUTED = {
        "RS XK", "MA EH", "SO somaliland", "CY northern-cyprus", "UA crimea", "IN siachen-glacier", "PK siachen-glacier",
        "CN siachen-glacier", "IN PK 73.3 32.4 78 37", "IN CN 76.5 32.3 80.4 37", "IN CN 91.4 26.5 98 30", "CN PK 74 34 78 38", "IL PS",
        "IL SY", "SD SS 27.5 9 29.3 10.5", "SD EG 33 21.5 36 24", "KE SS 34 4 36 6"
    };

    /** United Nations M49: region, then its countries. */
    private static final String[] REGIONS = {
        "015 DZ EG EH LY MA SD TN", "011 BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
        "014 BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW somaliland",
        "017 AO CD CF CG CM GA GQ ST TD", "018 BW LS NA SZ ZA", "021 BM CA GL PM US",
        "029 AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI", "013 BZ CR GT HN MX NI PA SV",
        "005 AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE", "143 KG KZ TJ TM UZ", "030 CN HK JP KP KR MN MO TW",
        "035 BN ID KH LA MM MY PH SG TH TL VN", "034 AF BD BT IN IR LK MV NP PK siachen-glacier",
        "145 AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE northern-cyprus", "151 BG BY CZ HU MD PL RO RU SK UA crimea",
        "154 AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ", "039 AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
        "155 AT BE CH DE FR LI LU MC NL", "053 AU CC CX HM NF NZ", "054 FJ NC PG SB VU", "057 FM GU KI MH MP NR PW UM",
        "061 AS CK NU PF PN TK TO TV WF WS", "001 AQ"
    };

    private record Point(double x, double y) {}

    /** A ring is a list of arcs: one that is walked backwards as the complement of its index, as in TopoJSON. */
    private static final class World {
        final List<List<Point>> arcs = new ArrayList<>();
        final Map<String, List<List<List<Integer>>>> polygons = new TreeMap<>();
        final Set<Integer> disputed = new HashSet<>();
    }

    public static void main(String[] args) throws IOException {
        World world = read(Path.of(args[0], "countries-50m.json"), Set.of());
        World large = read(Path.of(args[0], "countries-10m.json"), FROM_LARGE);
        large.polygons.forEach((code, polygons) -> world.polygons.put(code, moved(polygons, world.arcs.size())));
        world.arcs.addAll(large.arcs);
        // The flat map is closed along the pole; on the globe that edge is a point.
        world.polygons.get("AQ").forEach(
                rings -> rings.removeIf(ring -> points(world, ring).stream().allMatch(point -> point.y < -89)));
        for (String part : PARTS) {
            split(world, part.split(" "));
        }
        westernSahara(world);
        dispute(world);
        leaveOutIslands(world);
        Files.writeString(Path.of(args[1]), text(world), StandardCharsets.UTF_8);
    }

    private static World read(Path file, Set<String> only) throws IOException {
        Map<?, ?> topology = (Map<?, ?>) new Json(Files.readString(file)).value();
        Map<?, ?> transform = (Map<?, ?>) topology.get("transform");
        List<?> scale = (List<?>) transform.get("scale");
        List<?> translate = (List<?>) transform.get("translate");
        World world = new World();
        for (Object arc : (List<?>) topology.get("arcs")) {
            List<Point> points = new ArrayList<>();
            double x = 0;
            double y = 0;
            for (Object step : (List<?>) arc) {
                x += (Double) ((List<?>) step).get(0);
                y += (Double) ((List<?>) step).get(1);
                points.add(new Point(
                        x * (Double) scale.get(0) + (Double) translate.get(0), y * (Double) scale.get(1) + (Double) translate.get(1)));
            }
            world.arcs.add(points);
        }
        Map<String, String> letters = new HashMap<>();
        for (String code : CODES.split(" ")) {
            letters.put(code.substring(2), code.substring(0, 2));
        }
        Map<?, ?> countries = (Map<?, ?>) ((Map<?, ?>) topology.get("objects")).get("countries");
        for (Object it : (List<?>) countries.get("geometries")) {
            Map<?, ?> geometry = (Map<?, ?>) it;
            String name = (String) ((Map<?, ?>) geometry.get("properties")).get("name");
            String code = geometry.get("id") == null ? AREAS.get(name) : letters.get((String) geometry.get("id"));
            if (code == null || !only.isEmpty() && !only.contains(code)) {
                continue;
            }
            List<?> arcs = (List<?>) geometry.get("arcs");
            List<List<List<Integer>>> polygons = world.polygons.computeIfAbsent(code, key -> new ArrayList<>());
            for (Object polygon : geometry.get("type").equals("Polygon") ? List.of(arcs) : arcs) {
                List<List<Integer>> rings = new ArrayList<>();
                for (Object ring : (List<?>) polygon) {
                    rings.add(new ArrayList<>(
                            ((List<?>) ring).stream().map(index -> ((Double) index).intValue()).toList()));
                }
                polygons.add(rings);
            }
        }
        return world;
    }

    private static List<List<List<Integer>>> moved(List<List<List<Integer>>> polygons, int by) {
        polygons.forEach(rings -> rings.forEach(ring -> ring.replaceAll(arc -> arc < 0 ? arc - by : arc + by)));
        return polygons;
    }

    private static void split(World world, String[] part) {
        List<List<List<Integer>>> rest = world.polygons.get(part[1]);
        List<List<List<Integer>>> taken = rest.stream()
                .filter(rings -> points(world, rings.get(0)).stream().allMatch(point -> inside(point, part)))
                .toList();
        rest.removeAll(taken);
        world.polygons.computeIfAbsent(part[0], key -> new ArrayList<>()).addAll(taken);
        if (taken.isEmpty()) {
            throw new IllegalStateException("nothing of " + part[1] + " is " + part[0]);
        }
    }

    /**
     * Natural Earth draws Western Sahara only as far as Morocco does not hold it; ISO and the United Nations know all of it, south
     * of 27° 40′.
     */
    private static void westernSahara(World world) {
        double parallel = 27 + 2 / 3.0;
        List<Integer> outline = largest(world, "MA").get(0);
        List<Integer> cut = new ArrayList<>();
        for (int index : outline) {
            List<Point> arc = world.arcs.get(index < 0 ? ~index : index);
            int at = 1;
            while (at < arc.size() && arc.get(at - 1).y > parallel == arc.get(at).y > parallel) {
                at++;
            }
            if (at == arc.size()) {
                cut.add(index);
                continue;
            }
            Point a = arc.get(at - 1);
            Point b = arc.get(at);
            Point crossing = new Point(a.x + (b.x - a.x) * (parallel - a.y) / (b.y - a.y), parallel);
            List<Point> head = new ArrayList<>(arc.subList(0, at));
            head.add(crossing);
            List<Point> tail = new ArrayList<>(List.of(crossing));
            tail.addAll(arc.subList(at, arc.size()));
            int first = world.arcs.size();
            world.arcs.add(head);
            world.arcs.add(tail);
            List<Integer> both = List.of(first, first + 1);
            int key = index < 0 ? ~index : index;
            world.polygons.values().forEach(polygons -> polygons.forEach(rings -> rings.forEach(ring -> {
                for (int i = ring.size() - 1; i >= 0 && ring != outline; i--) {
                    if (ring.get(i) == key || ring.get(i) == ~key) {
                        boolean back = ring.remove(i) < 0;
                        ring.addAll(i, back ? List.of(~both.get(1), ~both.get(0)) : both);
                    }
                }
            })));
            cut.addAll(index < 0 ? List.of(~both.get(1), ~both.get(0)) : both);
        }
        while (isNorth(world, cut.get(0), parallel) || !isNorth(world, cut.get(cut.size() - 1), parallel)) {
            Collections.rotate(cut, 1);
        }
        int turn = 0;
        while (!isNorth(world, cut.get(turn), parallel)) {
            turn++;
        }
        List<Integer> south = new ArrayList<>(cut.subList(0, turn));
        List<Integer> north = new ArrayList<>(cut.subList(turn, cut.size()));
        List<Point> southern = points(world, south);
        world.arcs.add(List.of(southern.get(southern.size() - 1), southern.get(0)));
        south.add(world.arcs.size() - 1);
        north.add(~(world.arcs.size() - 1));
        largest(world, "MA").set(0, north);
        world.polygons.get("EH").add(new ArrayList<>(List.of(south)));
    }

    private static boolean isNorth(World world, int arc, double parallel) {
        return points(world, List.of(arc)).stream().mapToDouble(Point::y).average().orElse(0) > parallel;
    }

    private static List<List<Integer>> largest(World world, String code) {
        return Collections.max(
                world.polygons.get(code), Comparator.comparing(rings -> points(world, rings.get(0)).size()));
    }

    private static boolean inside(Point point, String[] box) {
        return point.x >= Double.parseDouble(box[2])
                && point.y >= Double.parseDouble(box[3])
                && point.x <= Double.parseDouble(box[4])
                && point.y <= Double.parseDouble(box[5]);
    }

    private static List<Point> points(World world, List<Integer> ring) {
        List<Point> points = new ArrayList<>();
        for (int index : ring) {
            List<Point> arc = new ArrayList<>(world.arcs.get(index < 0 ? ~index : index));
            if (index < 0) {
                Collections.reverse(arc);
            }
            points.addAll(points.isEmpty() ? arc : arc.subList(1, arc.size()));
        }
        return points;
    }

    /** Cuts arcs where a dispute begins and ends, so that a line is in dispute as a whole. */
    private static void dispute(World world) {
        Map<Integer, Set<String>> users = new TreeMap<>();
        world.polygons.forEach((code, polygons) -> polygons.forEach(rings -> rings.forEach(ring ->
                ring.forEach(arc -> users.computeIfAbsent(arc < 0 ? ~arc : arc, key -> new HashSet<>()).add(code)))));
        Map<Integer, List<Integer>> pieces = new HashMap<>();
        for (String line : DISPUTED) {
            String[] words = line.split(" ");
            Set<String> pair = Set.of(words[0], words[1]);
            for (int i : List.copyOf(users.keySet())) {
                if (!pair.equals(users.get(i)) || pieces.containsKey(i)) {
                    continue;
                }
                if (words.length == 2) {
                    world.disputed.add(i);
                } else {
                    cut(world, i, words, pieces);
                }
            }
        }
        world.polygons.values().forEach(polygons -> polygons.forEach(rings -> rings.replaceAll(ring -> {
            List<Integer> whole = new ArrayList<>();
            for (int arc : ring) {
                List<Integer> parts = pieces.getOrDefault(arc < 0 ? ~arc : arc, List.of(arc < 0 ? ~arc : arc));
                for (int i = 0; i < parts.size(); i++) {
                    whole.add(arc < 0 ? ~parts.get(parts.size() - 1 - i) : parts.get(i));
                }
            }
            return whole;
        })));
    }

    private static void cut(World world, int index, String[] box, Map<Integer, List<Integer>> pieces) {
        List<Point> arc = world.arcs.get(index);
        List<Integer> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < arc.size(); i++) {
            boolean in = inside(arc.get(i - 1), box) && inside(arc.get(i), box);
            boolean next = i + 1 < arc.size() && inside(arc.get(i), box) && inside(arc.get(i + 1), box);
            if (i + 1 == arc.size() || in != next) {
                if (in) {
                    world.disputed.add(world.arcs.size());
                }
                parts.add(world.arcs.size());
                world.arcs.add(arc.subList(start, i + 1));
                start = i;
            }
        }
        if (parts.size() > 1 || world.disputed.contains(parts.get(0))) {
            pieces.put(index, parts);
        }
    }

    private static void leaveOutIslands(World world) {
        world.polygons.forEach((code, polygons) -> {
            double total = polygons.stream().mapToDouble(rings -> area(points(world, rings.get(0)))).sum();
            double largest = polygons.stream().mapToDouble(rings -> area(points(world, rings.get(0)))).max().orElse(0);
            if (total > SMALL_STATE) {
                polygons.removeIf(rings -> area(points(world, rings.get(0))) < Math.min(smallest(world, rings), largest));
            }
        });
    }

    private static double smallest(World world, List<List<Integer>> rings) {
        return Math.abs(points(world, rings.get(0)).get(0).y) > 66 ? 5 * SMALL_ISLAND : SMALL_ISLAND;
    }

    /** In square degrees as at the equator. */
    private static double area(List<Point> ring) {
        double sum = 0;
        Point first = ring.get(0);
        for (int i = 1; i < ring.size(); i++) {
            Point a = ring.get(i - 1);
            Point b = ring.get(i);
            sum += ((a.x - first.x) * (b.y - first.y) - (b.x - first.x) * (a.y - first.y)) / 2;
        }
        double latitude = ring.stream().mapToDouble(Point::y).average().orElse(0);
        return Math.abs(sum) * Math.cos(Math.toRadians(latitude));
    }

    private static String text(World world) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        StringBuilder countries = new StringBuilder();
        Map<String, String> regions = new HashMap<>();
        for (String region : REGIONS) {
            String[] words = region.split(" ");
            Arrays.stream(words).skip(1).forEach(code -> regions.put(code, words[0]));
        }
        world.polygons.forEach((code, polygons) -> {
            countries.append("country ").append(code).append(' ').append(regions.get(code));
            for (List<List<Integer>> rings : polygons) {
                countries.append(" ;");
                for (int i = 0; i < rings.size(); i++) {
                    countries.append(i == 0 ? "" : " ,");
                    for (int arc : rings.get(i)) {
                        int key = arc < 0 ? ~arc : arc;
                        int number = numbers.computeIfAbsent(key, it -> numbers.size());
                        countries.append(' ').append(arc < 0 ? ~number : number);
                    }
                }
            }
            countries.append('\n');
        });
        for (String point : POINTS) {
            String[] words = point.split(" ");
            countries.append("point ").append(words[0]).append(' ').append(regions.get(words[0]));
            countries.append(' ').append(grid(Double.parseDouble(words[1])));
            countries.append(' ').append(grid(Double.parseDouble(words[2]))).append('\n');
        }
        StringBuilder text = new StringBuilder();
        text.append("# Boundaries of the world: Natural Earth 4.1.0 (public domain), from the package world-atlas 2.0.2.\n");
        text.append("# Made by src/maps/Boundaries.java; do not edit. Numbers are hundredths of a degree.\n");
        text.append("# arc|disputed <x> <y> then steps; their numbers start at 0. ~n = arc n walked backwards, written -n-1.\n");
        text.append("# country <code> <M49 region> then after each ; a polygon: its arcs, after each , those of a hole.\n");
        for (int key : numbers.keySet()) {
            text.append(world.disputed.contains(key) ? "disputed" : "arc");
            long x = 0;
            long y = 0;
            for (Point point : simplified(world.arcs.get(key))) {
                long nextX = grid(point.x);
                long nextY = grid(point.y);
                text.append(' ').append(nextX - x).append(' ').append(nextY - y);
                x = nextX;
                y = nextY;
            }
            text.append('\n');
        }
        return text.append(countries).toString();
    }

    private static long grid(double degrees) {
        return Math.round(degrees * GRID);
    }

    private static List<Point> simplified(List<Point> arc) {
        // Nobody looks at the polar coasts closely, and they are the most ragged.
        double polar = Math.abs(arc.get(0).y) > 66 ? 3 : 1;
        for (double tolerance = TOLERANCE * polar; tolerance > 0.0005; tolerance /= 2) {
            List<Point> simple = simplified(arc, tolerance);
            boolean ring = arc.get(0).equals(arc.get(arc.size() - 1));
            if (!ring || simple.size() >= Math.min(arc.size(), 6)) {
                return simple;
            }
        }
        return arc;
    }

    private static List<Point> simplified(List<Point> arc, double tolerance) {
        boolean[] kept = new boolean[arc.size()];
        kept[0] = true;
        kept[arc.size() - 1] = true;
        keep(arc, 0, arc.size() - 1, tolerance, kept);
        List<Point> simple = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                simple.add(arc.get(i));
            }
        }
        return simple;
    }

    /** Douglas and Peucker; longitudes weigh less towards the poles. */
    private static void keep(List<Point> arc, int from, int to, double tolerance, boolean[] kept) {
        double farthest = tolerance;
        int split = -1;
        for (int i = from + 1; i < to; i++) {
            double distance = distance(arc.get(i), arc.get(from), arc.get(to));
            if (distance > farthest) {
                farthest = distance;
                split = i;
            }
        }
        if (split > 0) {
            kept[split] = true;
            keep(arc, from, split, tolerance, kept);
            keep(arc, split, to, tolerance, kept);
        }
    }

    private static double distance(Point p, Point a, Point b) {
        double narrow = Math.cos(Math.toRadians(a.y));
        double dx = (b.x - a.x) * narrow;
        double dy = b.y - a.y;
        double px = (p.x - a.x) * narrow;
        double py = p.y - a.y;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
        return Math.hypot(px - t * dx, py - t * dy);
    }

    /** As much of JSON as TopoJSON needs. */
    private static final class Json {
        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object value() {
            space();
            char c = text.charAt(at);
            if (c == '{') {
                Map<String, Object> map = new LinkedHashMap<>();
                at++;
                for (space(); text.charAt(at) != '}'; space()) {
                    String key = (String) value();
                    space();
                    at++;
                    map.put(key, value());
                    comma();
                }
                at++;
                return map;
            }
            if (c == '[') {
                List<Object> list = new ArrayList<>();
                at++;
                for (space(); text.charAt(at) != ']'; space()) {
                    list.add(value());
                    comma();
                }
                at++;
                return list;
            }
            int start = at;
            if (c == '"') {
                at = text.indexOf('"', at + 1) + 1;
                return text.substring(start + 1, at - 1);
            }
            while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return Double.valueOf(text.substring(start, at));
        }

        private void comma() {
            space();
            if (text.charAt(at) == ',') {
                at++;
            }
        }

        private void space() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
