package colophon.read;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The types and variables of the Citation Style Language 1.0.2 (appendices III and IV). */
final class CslVariables {
    static final Set<String> TYPES =
            words("article article-journal article-magazine article-newspaper bill book broadcast chapter classic"
                    + " collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case"
                    + " legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical"
                    + " personal_communication post post-weblog regulation report review review-book software song speech standard thesis"
                    + " treaty webpage");

    static final Set<String> TEXTS =
            words("abstract annote archive archive_collection archive_location archive-place authority call-number"
                    + " chapter-number citation-key citation-label collection-number collection-title container-title container-title-short"
                    + " dimensions division DOI edition event event-place event-title genre ISBN ISSN issue jurisdiction language license"
                    + " medium note number number-of-pages number-of-volumes original-publisher original-publisher-place original-title page"
                    + " page-first part part-number part-title PMCID PMID printing printing-number publisher publisher-place references"
                    + " reviewed-genre reviewed-title scale section source status supplement supplement-number title title-short URL version volume"
                    + " volume-title year-suffix");

    static final Set<String> NAMES = words(
            "author chair collection-editor compiler composer container-author contributor curator"
                    + " director editor editor-translator editorial-director executive-producer guest host illustrator interviewer narrator"
                    + " organizer original-author performer producer recipient reviewed-author script-writer series-creator translator");

    static final Set<String> DATES = words("accessed available-date event-date issued original-date submitted");

    private CslVariables() {}

    private static Set<String> words(String list) {
        return new TreeSet<>(List.of(list.split(" ")));
    }
}
