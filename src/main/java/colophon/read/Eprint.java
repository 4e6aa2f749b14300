package colophon.read;

import colophon.model.RichText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works in an archive on the net (BibLaTeX, version 3.19, section 3.14.7): what their archive and their number there say. */
final class Eprint {
    private static final Map<String, String> ADDRESSES = Map.ofEntries(
            Map.entry("arxiv", "https://arxiv.org/abs/"),
            Map.entry("jstor", "https://www.jstor.org/stable/"),
            Map.entry("pubmed", "https://pubmed.ncbi.nlm.nih.gov/"),
            Map.entry("pmid", "https://pubmed.ncbi.nlm.nih.gov/"),
            Map.entry("pmcid", "https://www.ncbi.nlm.nih.gov/pmc/articles/"),
            Map.entry("pmc", "https://www.ncbi.nlm.nih.gov/pmc/articles/"),
            Map.entry("googlebooks", "https://books.google.com/books?id="),
            Map.entry("hdl", "https://hdl.handle.net/"),
            Map.entry("handle", "https://hdl.handle.net/"),
            Map.entry("hal", "https://hal.science/"),
            Map.entry("ssrn", "https://ssrn.com/abstract="),
            Map.entry("biorxiv", "https://doi.org/"),
            Map.entry("medrxiv", "https://doi.org/"),
            Map.entry("doi", "https://doi.org/"));

    /** Archives of preprints, with their names. */
    private static final Map<String, String> SERVERS = Map.of(
            "arxiv", "arXiv",
            "biorxiv", "bioRxiv",
            "medrxiv", "medRxiv",
            "chemrxiv", "ChemRxiv",
            "psyarxiv", "PsyArXiv",
            "socarxiv", "SocArXiv",
            "ssrn", "SSRN",
            "hal", "HAL",
            "osf", "OSF");

    private static final Set<String> PMC = Set.of("pmcid", "pmc");

    private Eprint() {}

    static boolean isPreprint(BibtexFields fields) {
        return SERVERS.containsKey(archive(fields));
    }

    private static String archive(BibtexFields fields) {
        if (!fields.has("eprint")) {
            return fields.has("arxivid") ? "arxiv" : "";
        }
        String named = fields.peek(fields.has("eprinttype") ? "eprinttype" : "archiveprefix")
                .replaceAll("[{}\\s]", "")
                .toLowerCase(Locale.ROOT);
        String number = LatexText.address(fields.peek("eprint"));
        // Numbers of arXiv have a form of their own.
        boolean arxiv = named.isEmpty()
                && number.matches("(?i)(?:arxiv:)?(?:\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?");
        return arxiv ? "arxiv" : named;
    }

    /** Adds what the archive says, where the entry does not say it itself. */
    static void add(BibtexFields fields, String type, Map<String, RichText> variables) {
        String archive = archive(fields);
        String number = LatexText.address(fields.peek(fields.has("eprint") ? "eprint" : "arxivid"))
                .replaceFirst("(?i)^arxiv:", "");
        boolean address = number.matches("(?i)https?://.*");
        if (number.isEmpty() || archive.isEmpty() && !address) {
            return;
        }
        fields.skip("eprint", "arxivid", "eprinttype", "archiveprefix", "eprintclass", "primaryclass");
        if (archive.equals("pubmed") || archive.equals("pmid")) {
            variables.putIfAbsent("PMID", RichText.of(number));
        } else if (PMC.contains(archive)) {
            variables.putIfAbsent("PMCID", RichText.of(number));
        }
        if (type.equals("article") && SERVERS.containsKey(archive)) {
            String server = SERVERS.get(archive);
            variables.putIfAbsent("publisher", asWritten(server));
            variables.putIfAbsent("number", asWritten(archive.equals("arxiv") ? server + ":" + number : number));
        }
        if (address || ADDRESSES.containsKey(archive)) {
            if (!variables.containsKey("DOI")) {
                variables.putIfAbsent("URL", RichText.of((address ? "" : ADDRESSES.get(archive)) + number));
            }
        } else {
            Optional<RichText> name = fields.first("eprinttype", "archiveprefix");
            name.ifPresent(it -> variables.putIfAbsent("archive", it));
            fields.rich("eprint").ifPresent(it -> variables.putIfAbsent("archive_location", it));
        }
    }

    /** arXiv is not ArXiv. */
    private static RichText asWritten(String name) {
        return new RichText(List.of(new RichText.Run(name, List.of(RichText.Mark.NO_CASE))));
    }
}
