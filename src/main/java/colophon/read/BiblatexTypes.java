package colophon.read;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The types of entries of BibTeX and BibLaTeX (its manual, version 3.19, section 2.1), and what those of CSL are. */
final class BiblatexTypes {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("article", "article-journal"),
            Map.entry("suppperiodical", "article-journal"),
            // The title of the entry is that of the review, and that of CSL's type is that of what is reviewed.
            Map.entry("review", "article-journal"),
            Map.entry("newspaper", "article-newspaper"),
            Map.entry("newsarticle", "article-newspaper"),
            Map.entry("magazine", "article-magazine"),
            Map.entry("preprint", "article"),
            Map.entry("mvbook", "book"),
            Map.entry("collection", "book"),
            Map.entry("mvcollection", "book"),
            Map.entry("proceedings", "book"),
            Map.entry("mvproceedings", "book"),
            Map.entry("reference", "book"),
            Map.entry("mvreference", "book"),
            Map.entry("manual", "book"),
            Map.entry("commentary", "book"),
            Map.entry("inbook", "chapter"),
            Map.entry("incollection", "chapter"),
            Map.entry("suppbook", "chapter"),
            Map.entry("suppcollection", "chapter"),
            Map.entry("bookinbook", "chapter"),
            Map.entry("inreference", "entry-encyclopedia"),
            Map.entry("inproceedings", "paper-conference"),
            Map.entry("conference", "paper-conference"),
            Map.entry("booklet", "pamphlet"),
            Map.entry("online", "webpage"),
            Map.entry("electronic", "webpage"),
            Map.entry("www", "webpage"),
            Map.entry("website", "webpage"),
            Map.entry("techreport", "report"),
            Map.entry("phdthesis", "thesis"),
            Map.entry("mastersthesis", "thesis"),
            Map.entry("unpublished", "manuscript"),
            Map.entry("misc", "document"),
            Map.entry("bibnote", "document"),
            Map.entry("data", "dataset"),
            Map.entry("constitution", "legislation"),
            Map.entry("legmaterial", "bill"),
            Map.entry("legadminmaterial", "regulation"),
            Map.entry("legal", "treaty"),
            Map.entry("jurisdiction", "legal_case"),
            Map.entry("video", "motion_picture"),
            Map.entry("movie", "motion_picture"),
            Map.entry("audio", "song"),
            Map.entry("music", "song"),
            Map.entry("image", "graphic"),
            Map.entry("artwork", "graphic"),
            Map.entry("letter", "personal_communication"),
            Map.entry("letters", "personal_communication"));

    /** Parts of a book, whose own title is not that of the book. */
    private static final Set<String> PARTS = Set.of(
            "inbook",
            "incollection",
            "inproceedings",
            "conference",
            "inreference",
            "bookinbook",
            "suppbook",
            "suppcollection");

    private BiblatexTypes() {}

    static Optional<String> csl(String type) {
        return Optional.ofNullable(TYPES.get(type)).or(() -> Optional.of(type).filter(CslVariables.TYPES::contains));
    }

    static Set<String> names() {
        Set<String> names = new TreeSet<>(TYPES.keySet());
        names.addAll(CslVariables.TYPES);
        return names;
    }

    static boolean isPart(String type) {
        return PARTS.contains(type);
    }

    /** The type of CSL as other fields of the entry have it. */
    static String refined(String type, BibtexFields fields) {
        String sort = fields.raw("entrysubtype").orElse("").toLowerCase(Locale.ROOT);
        boolean preprint = Eprint.isPreprint(fields)
                && !fields.has("journaltitle")
                && !fields.has("journal")
                && !fields.has("booktitle");
        if (fields.peek("relatedtype").equals("reviewof")) {
            return "review";
        }
        switch (type) {
            case "article-journal", "periodical" -> {
                if (sort.equals("newspaper") || sort.equals("magazine")) {
                    return "article-" + sort;
                }
                return preprint ? "article" : type;
            }
            case "webpage" -> {
                return sort.equals("blog") || sort.equals("post") ? "post-weblog" : preprint ? "article" : type;
            }
            case "manuscript" -> {
                return fields.has("eventtitle") || fields.has("eventdate") || fields.has("venue") ? "speech" : type;
            }
            case "document" -> {
                if (CslVariables.TYPES.contains(sort)) {
                    return sort;
                }
                boolean online = fields.has("url")
                        || fields.raw("howpublished").orElse("").matches("(?s).*https?://.*");
                return preprint ? "article" : online ? "webpage" : type;
            }
            default -> {
                return type;
            }
        }
    }
}
