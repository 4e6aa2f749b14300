package colophon.model;

import java.util.List;
import java.util.Optional;

/**
 * What a case study has beyond a page.
 *
 * @param country ISO 3166-1 alpha-2; empty when the case is an institution
 * @param map the countries of an institution that its map shows
 */
public record CaseStudy(Optional<String> country, Optional<String> region, List<Fact> facts, List<String> map) {
    /** A row of the table of key facts. */
    public record Fact(Phrase label, Phrase value) {
        /** What a field of a fact is called among the texts at the head of its page; facts count from 1. */
        public static String head(int fact, String field) {
            return "fact-" + fact + "-" + field;
        }
    }

    public CaseStudy {
        facts = List.copyOf(facts);
        map = List.copyOf(map);
    }
}
