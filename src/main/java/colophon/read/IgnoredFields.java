package colophon.read;

import colophon.diag.Source;
import colophon.read.BibtexScanner.Entry;
import java.util.Set;
import java.util.regex.Pattern;

/** Fields that no list of references prints, most of them notes that reference managers make for themselves. */
final class IgnoredFields {
    private static final Set<String> NAMES = Set.of(("ids abstract keywords keyword tags file files pdf attachments"
                    + " crossref xref xdata options execute label labels presort sortkey sortname sorttitle sortyear sortshorthand indextitle indexsorttitle"
                    + " langid langidopts hyphenation gender pagination bookpagination entryset entrysubtype key useprefix"
                    + " owner timestamp groups creationdate modificationdate added modified created updated date-added date-modified"
                    + " comment comments review priority ranking rating readstatus read relevance quality qualityassured printed username searches"
                    + " local-url localfile added-at interhash intrahash bibsource biburl bibdate adsurl adsnote slaccitation"
                    + " mrnumber mrclass mrreviewer zblnumber zbl coden lccn oclc citeulike-article-id affiliation affiliations author_keywords"
                    + " keywords-plus web-of-science-categories research-areas times-cited number-of-cited-references cited-references unique-id"
                    + " usage-count-last-180-days usage-count-since-2013 doc-delivery-number researcherid-numbers orcid-numbers esi-highly-cited-paper"
                    + " esi-hot-paper funding-acknowledgement funding-text author-email web-of-science-index oa da document_type source"
                    + " correspondence_address1 references funding_details cited_by abbrev_source_title-id issue_date"
                    + " acmid bibcode reportnumber-id copyright rights license price size sortnamekey duplicates zotero-key"
                    + " eprintclass primaryclass relatedoptions relatedstring relatedtype hash namehash")
            .split("\\s+"));

    private static final Pattern PATTERNS = Pattern.compile(
            "(?:bdsk|mendeley|citeulike|jabref|zotero|papers|readcube|opt|alt|_|date-).*|.*\\+an(?::.*)?|(?:user|verb|list|name)[a-f](?:type)?");

    private IgnoredFields() {}

    /** Reports what an entry says and no list of references will. */
    static void report(Entry entry, BibtexFields fields, Source source, UnreadParts unread) {
        entry.fields().forEach((name, value) -> {
            boolean printed = fields.isRead(name) || value.text().isBlank();
            if (!printed && !NAMES.contains(name) && !PATTERNS.matcher(name).matches()) {
                unread.add(
                        source.span(value.start(), value.end()),
                        "the field \"" + name + "\" is not printed",
                        "write what readers need in another field, such as note; else remove it");
            }
        });
    }
}
