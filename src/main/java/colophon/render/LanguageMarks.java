package colophon.render;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a typesetter must know of a language: its quotation marks, derived from CLDR 48, and where its apostrophes stand. The licence of the
 * CLDR is at the head of {@code dates.properties}.
 *
 * @param space inside quotation marks
 * @param shortened words that have lost their beginning: an apostrophe stands before them
 * @param elided words that have lost their end: an apostrophe stands after them, and no space
 * @param bound words of one letter that do not end a line
 */
record LanguageMarks(
        String open,
        String close,
        String innerOpen,
        String innerClose,
        String space,
        Set<String> shortened,
        Set<String> elided,
        Set<String> bound) {
    static final String NARROW_SPACE = "\u202F";

    /** Opening and closing marks, then those of a quotation inside a quotation, then the languages and regions that use them. */
    private static final String MARKS = """
            “”‘’ en pt tr da vi id ms ga gd cy sq gl af hi fil sw lv mt az zu xh ko la lmo co fy ko
            “”‘’ es-419 es-AR es-BO es-BR es-BZ es-CL es-CO es-CR es-CU es-DO es-EC es-GQ es-GT es-HN es-MX es-NI es-PA es-PE es-PH es-PR es-PY es-SV es-UY es-VE
            „“‚‘ de cs sk sl hr et is mk lb hsb dsb nds
            „“„“ bg lt
            „”‘’ bs
            „”’’ sr
            „”«» pl ro
            „”»« hu
            «»«» fr hy oc
            «»‹› fr-CH rm gsw
            «»“” es it el ca eu fr-CA pt-PT pt-AO pt-MZ pt-CV pt-CH pt-LU kk ast lij
            «»‘’ nb nn no
            «»„“ ru uk be
            „“«» ka
            “”«» eo
            ””’’ sv fi se
            ‘’“” nl ia fur
            """;

    private static final Map<String, Set<String>> SHORTENED = Map.of(
            "en", words("tis twas twere twill twould em til cause n bout neath"),
            "de", words("s n ne nen nem ner nes ran rauf rein raus rum runter rüber mal"),
            "nl", words("s t n m k r er ie ns"),
            "af", words("n t s"),
            "fy", words("t s n k"),
            "it", words("sto sta sti ste ndrangheta ndrina ndrine un na"),
            "fr", words("tit tite tits tites"),
            "sv", words("n na et"),
            "nb", words("n a"),
            "da", words("n et"));

    private static final Map<String, Set<String>> ELIDED = Map.of(
            "fr",
            words("l d c j m n s t qu jusqu lorsqu puisqu quoiqu presqu quelqu entr aujourd"),
            "it",
            words("l un d c s v m t n gl dell all nell sull dall coll dagl degl negl sugl agl quell quest bell"
                    + " sant tutt mezz anch com dov quand senz alcun nessun ciascun cinquant vent trent po"),
            "ca",
            words("l d m n s t"),
            "oc",
            words("l d m n s t qu"),
            "ga",
            words("b d m"),
            "lij",
            words("l d n"));

    private static final Map<String, Set<String>> BOUND = Map.of(
            "cs", words("k s v z o u a i K S V Z O U A I"),
            "sk", words("k s v z o u a i K S V Z O U A I"),
            "pl", words("a i o u w z A I O U W Z"));

    private static final Map<String, LanguageMarks> BY_LANGUAGE = byLanguage();

    /** The rules of a language; empty where there are none: its texts stay as they are written. */
    static Optional<LanguageMarks> of(String language) {
        String tag = language.toLowerCase(Locale.ROOT);
        int end = tag.indexOf('-');
        LanguageMarks own = BY_LANGUAGE.get(tag);
        return Optional.ofNullable(own != null || end < 0 ? own : BY_LANGUAGE.get(tag.substring(0, end)));
    }

    private static Map<String, LanguageMarks> byLanguage() {
        Map<String, LanguageMarks> all = new HashMap<>();
        MARKS.lines().forEach(line -> {
            String[] parts = line.split(" ");
            for (int i = 1; i < parts.length; i++) {
                String base = parts[i].split("-")[0];
                all.put(parts[i].toLowerCase(Locale.ROOT), of(parts[0], base));
            }
        });
        return Map.copyOf(all);
    }

    private static LanguageMarks of(String marks, String language) {
        return new LanguageMarks(
                marks.substring(0, 1),
                marks.substring(1, 2),
                marks.substring(2, 3),
                marks.substring(3),
                language.equals("fr") ? NARROW_SPACE : "",
                SHORTENED.getOrDefault(language, Set.of()),
                ELIDED.getOrDefault(language, Set.of()),
                BOUND.getOrDefault(language, Set.of()));
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
