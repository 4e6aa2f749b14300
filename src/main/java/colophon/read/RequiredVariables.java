package colophon.read;

import colophon.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What every reader of a list of references needs to find a work, by its type. */
final class RequiredVariables {
    /** Nobody is the author of a law. */
    private static final Set<String> LEGAL =
            Set.of("bill", "hearing", "legal_case", "legislation", "regulation", "treaty");

    /** Works that may have no author, since what contains them, or their title, is how readers find them. */
    private static final Set<String> UNSIGNED = Set.of(
            "article-journal",
            "article-magazine",
            "article-newspaper",
            "classic",
            "entry",
            "entry-dictionary",
            "entry-encyclopedia",
            "periodical");

    private RequiredVariables() {}

    /** The variables of CSL that a work lacks; one of several that would do. */
    static List<String> missing(Reference work) {
        List<String> missing = new ArrayList<>();
        boolean letter =
                work.type().equals("personal_communication") || work.type().equals("interview");
        if (!has(work, "title") && !letter) {
            missing.add("title");
        }
        boolean unsigned = LEGAL.contains(work.type())
                || UNSIGNED.contains(work.type())
                        && (has(work, "container-title") || work.type().equals("periodical"));
        if (work.names().isEmpty() && !has(work, "publisher", "authority") && !unsigned) {
            missing.add("author");
        }
        if (!work.dates().containsKey("issued") && !has(work, "status")) {
            missing.add("issued");
        }
        switch (work.type()) {
            case "article-journal",
                    "article-magazine",
                    "article-newspaper",
                    "chapter",
                    "entry-dictionary",
                    "entry-encyclopedia" -> require(work, missing, "container-title");
            case "paper-conference" -> require(work, missing, "container-title", "event-title");
            case "thesis" -> require(work, missing, "publisher");
            case "report" -> {
                // A body that writes a report publishes it.
                boolean body = work.names().getOrDefault("author", List.of()).stream()
                        .anyMatch(name -> !name.literal().isEmpty());
                if (!body) {
                    require(work, missing, "publisher");
                }
            }
            case "webpage", "post", "post-weblog" -> require(work, missing, "URL", "DOI");
            case "patent", "standard" -> require(work, missing, "number");
            default -> {
                // The others need no more.
            }
        }
        return missing;
    }

    private static void require(Reference work, List<String> missing, String... oneOf) {
        if (!has(work, oneOf)) {
            missing.add(oneOf[0]);
        }
    }

    private static boolean has(Reference work, String... oneOf) {
        return Stream.of(oneOf).anyMatch(work.texts()::containsKey);
    }
}
