package colophon.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words that BibLaTeX prints for its keys (its manual, version 3.19, section 4.9.2) in fields such as {@code type} and
 * {@code pubstate}: in the language of the style where the Citation Style Language has the same term, else in English.
 */
final class BiblatexWords {
    private static final Map<String, String> ENGLISH = words("""
            bathesis|Bachelor’s thesis
            mathesis|Master’s thesis
            phdthesis|PhD thesis
            candthesis|Candidate thesis
            habthesis|Habilitation thesis
            resreport|research report
            techreport|technical report
            software|computer software
            datacd|CD-ROM
            audiocd|audio CD
            patent|patent
            patentde|German patent
            patenteu|European patent
            patentfr|French patent
            patentuk|British patent
            patentus|U.S. patent
            patreq|patent request
            patreqde|German patent request
            patreqeu|European patent request
            patreqfr|French patent request
            patrequk|British patent request
            patrequs|U.S. patent request
            countryde|Germany
            countryeu|European Union
            countryep|European Union
            countryfr|France
            countryuk|United Kingdom
            countryus|United States of America
            inpreparation|in preparation
            submitted|submitted
            forthcoming|forthcoming
            inpress|in press
            prepublished|pre-published
            newseries|new series
            oldseries|old series
            jourser|series
            jourvol|volume
            nodate|no date
            reprint|reprint
            reprintof|reprint of
            reprintas|reprinted as
            reprintfrom|reprinted from
            reviewof|review of
            translationof|translation of
            translationas|translated as
            translationfrom|translated from
            origpubas|originally published as
            origpubin|originally published in
            editor|editor
            editors|editors
            compiler|compiler
            compilers|compilers
            redactor|redactor
            redactors|redactors
            reviser|reviser
            revisers|revisers
            founder|founder
            founders|founders
            continuator|continued
            continuators|continued
            collaborator|collaborator
            collaborators|collaborators
            translator|translator
            translators|translators
            commentator|commentator
            annotator|annotator
            organizer|organizer
            organizers|organizers
            byorganizer|organized by
            byauthor|by
            byeditor|edited by
            bycompiler|compiled by
            byredactor|redacted by
            byreviser|revised by
            byreviewer|reviewed by
            byfounder|founded by
            bycontinuator|continued by
            bycollaborator|in collaboration with
            bytranslator|translated by
            bycommentator|commented by
            byannotator|annotated by
            withcommentator|with a commentary by
            withannotator|with annotations by
            withintroduction|with an introduction by
            withforeword|with a foreword by
            withafterword|with an afterword by
            commentary|commentary
            annotations|annotations
            introduction|introduction
            foreword|foreword
            afterword|afterword
            andothers|et al.
            andmore|et al.
            volume|volume
            volumes|volumes
            involumes|in
            book|book
            part|part
            issue|issue
            edition|edition
            page|page
            pages|pages
            column|column
            columns|columns
            line|line
            lines|lines
            verse|verse
            verses|verses
            section|section
            sections|sections
            paragraph|paragraph
            paragraphs|paragraphs
            in|in
            inseries|in
            ofseries|of
            number|number
            chapter|chapter
            version|version
            url|address
            urlfrom|available from
            urlseen|visited on
            library|library
            file|file
            abstract|abstract
            annotation|annotations
            see|see
            seealso|see also
            quotedin|quoted in
            citedas|henceforth cited as
            and|and
            circa|circa
            spring|Spring
            summer|Summer
            autumn|Autumn
            winter|Winter
            january|January
            february|February
            march|March
            april|April
            may|May
            june|June
            july|July
            august|August
            september|September
            october|October
            november|November
            december|December
            """);

    /** Terms of the Citation Style Language that say the same. */
    private static final Map<String, String> TERMS = words("""
            software|software
            patent|patent
            forthcoming|forthcoming
            inpress|in press
            nodate|no date
            reviewof|review-of
            in|in
            and|and
            circa|circa
            andothers|et-al
            andmore|et-al
            spring|season-01
            summer|season-02
            autumn|season-03
            winter|season-04
            january|month-01
            february|month-02
            march|month-03
            april|month-04
            may|month-05
            june|month-06
            july|month-07
            august|month-08
            september|month-09
            october|month-10
            november|month-11
            december|month-12
            """);

    private final Optional<CslTerms> terms;

    private BiblatexWords(Optional<CslTerms> terms) {
        this.terms = terms;
    }

    /** @param language BCP 47, of the citations */
    static BiblatexWords of(String language) {
        boolean english = Locale.forLanguageTag(language).getLanguage().equals("en");
        return new BiblatexWords(english ? Optional.empty() : Optional.of(CslTerms.of(language)));
    }

    private static Map<String, String> words(String table) {
        Map<String, String> words = new HashMap<>();
        table.lines()
                .forEach(
                        line -> words.put(line.substring(0, line.indexOf('|')), line.substring(line.indexOf('|') + 1)));
        return words;
    }

    /** The word for a key; empty for what is not a key. Languages have keys too, such as "langfrench". */
    Optional<String> find(String key) {
        String name = key.strip();
        Optional<String> language = language(name);
        return language.isPresent()
                ? language
                : terms.flatMap(it -> Optional.ofNullable(TERMS.get(name)).flatMap(it::find))
                        .or(() -> Optional.ofNullable(ENGLISH.get(name)));
    }

    /** "3rd series" for the number of a journal's series, in English. */
    Optional<String> series(String number) {
        if (terms.isPresent() || !number.matches("[1-9]\\d?")) {
            return Optional.empty();
        }
        boolean teen = number.matches("1\\d");
        String ending = teen
                ? "th"
                : switch (number.charAt(number.length() - 1)) {
                    case '1' -> "st";
                    case '2' -> "nd";
                    case '3' -> "rd";
                    default -> "th";
                };
        return Optional.of(number + ending + " series");
    }

    private static Optional<String> language(String key) {
        boolean from = key.startsWith("from");
        if (!from && !key.startsWith("lang")
                || LanguageTags.ofName(key.substring(4)).equals("und")) {
            return Optional.empty();
        }
        String name = key.substring(4, 5).toUpperCase(Locale.ROOT) + key.substring(5);
        return Optional.of(from ? "from the " + name : name);
    }
}
