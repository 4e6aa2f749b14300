package colophon.diag;

import java.util.Locale;

/**
 * Everything Colophon complains about: one row per complaint, with the reason it matters. A rule's id is its name in lower
 * case with dashes; it never changes its meaning.
 */
public enum Rule {
    CONTENT_MISSING(Severity.ERROR, "without content there is nothing to publish"),
    FILE_UNREADABLE(Severity.ERROR, "a file that cannot be read would be missing from the site"),
    FILE_NOT_UTF8(Severity.ERROR, "a wrong encoding turns letters into rubbish"),
    CHARACTER_INVALID(Severity.ERROR, "a control character breaks the pages, books and feeds that it gets into"),
    FILE_UNUSED(Severity.WARNING, "a file that nothing uses is probably in the wrong place"),
    FILE_LINK_REFUSED(Severity.WARNING, "a symbolic link could publish a file from outside the site"),
    YAML_INVALID(Severity.ERROR, "settings that cannot be read cannot be used"),
    FRONT_MATTER_MISSING(Severity.ERROR, "a page without front matter has no title"),
    FIELD_UNKNOWN(Severity.ERROR, "a misspelt field would be ignored"),
    FIELD_MISSING(Severity.ERROR, "the page or the publication cannot be published without it"),
    FIELD_INVALID(Severity.ERROR, "a value that is not what the field needs would be published wrong"),
    DATE_INVALID(Severity.ERROR, "a date that is not in the calendar cannot be cited"),
    DATE_FUTURE(Severity.WARNING, "people would cite a day that has not come yet"),
    COUNTRY_UNKNOWN(Severity.ERROR, "a country page needs a country that exists"),
    IDENTIFIER_INVALID(Severity.ERROR, "a mistyped ORCID, ROR, DOI or ISBN points to somebody else"),
    REFERENCE_UNKNOWN(Severity.ERROR, "a field names a thing that is not defined"),
    TITLE_IN_BODY(Severity.WARNING, "the title is printed from the front matter, a second one repeats it"),
    HEADING_SKIPPED(Severity.WARNING, "people who navigate by headings lose their way"),
    HEADING_EMPTY(Severity.WARNING, "people who navigate by headings find a place without a name"),
    HEADING_ID_TAKEN(Severity.ERROR, "two places with one id: a link to the second would lead to the first"),
    LINK_TARGET_MISSING(Severity.ERROR, "the link would lead nowhere"),
    LINK_ANCHOR_MISSING(Severity.ERROR, "the link would lead to the top of the page, not to the place"),
    LINK_UNSAFE(
            Severity.ERROR, "a link may lead to a page, a file, a mail address or a telephone, never run something"),
    LINK_TEXT_MISSING(Severity.ERROR, "a link without a text cannot be seen or heard"),
    LINK_NESTED(Severity.ERROR, "of a link within a link only one could be followed"),
    IMAGE_MISSING(Severity.ERROR, "the picture would be a broken box"),
    IMAGE_ALT_MISSING(Severity.ERROR, "people who cannot see the picture need its text"),
    CAPTION_MISPLACED(Severity.ERROR, "an image within a text has no room for a caption or a number"),
    IMAGE_UNUSABLE(Severity.ERROR, "a picture that cannot be read cannot be shown"),
    IMAGE_TOO_LARGE(Severity.ERROR, "a picture that large could exhaust the memory of whoever builds the site"),
    IMAGE_ANIMATED(Severity.WARNING, "readers cannot stop an animation, and on paper nothing moves"),
    IMAGE_UNSAFE(Severity.WARNING, "a picture may draw, but not run something or ask another site for more"),
    IMAGE_ENCODER_MISSING(
            Severity.WARNING, "without WebP readers load more, and the site differs from one made elsewhere"),
    FOOTNOTE_MISSING(Severity.ERROR, "the note's number would lead nowhere"),
    FOOTNOTE_DUPLICATE(Severity.ERROR, "two notes with one name: one of them would be lost"),
    FOOTNOTE_UNUSED(Severity.WARNING, "a note nobody refers to would not be published"),
    LABEL_DUPLICATE(Severity.ERROR, "two places with one label: a reference to the second would lead to the first"),
    DIRECTIVE_INVALID(Severity.ERROR, "a directive that cannot be read would be printed as it is written"),
    DIRECTIVE_OPEN(Severity.ERROR, "a directive without an end would take in the rest of the page"),
    DIRECTIVE_UNKNOWN(Severity.ERROR, "without a template a directive cannot be drawn"),
    ARGUMENT_UNKNOWN(Severity.ERROR, "a misspelt argument would be ignored"),
    ARGUMENT_MISSING(Severity.ERROR, "the directive cannot be drawn without it"),
    BIBLIOGRAPHY_INVALID(Severity.ERROR, "an entry that cannot be read cannot be cited"),
    BIBLIOGRAPHY_UNREAD(Severity.WARNING, "readers miss what a bibliography says and no citation style prints"),
    REFERENCE_DUPLICATE(Severity.ERROR, "two entries with one key: nobody knows which is cited"),
    REFERENCE_MISSING(Severity.ERROR, "a citation of something that is not in the bibliography cannot be printed"),
    REFERENCE_INCOMPLETE(Severity.WARNING, "readers need it to find the work"),
    REFERENCE_UNUSED(Severity.WARNING, "an entry that nothing cites is not printed"),
    TERM_UNUSED(Severity.WARNING, "a term that no text uses explains nothing"),
    CITATION_INVALID(Severity.ERROR, "a citation that cannot be read would be printed wrong"),
    CITATION_STYLE_UNKNOWN(Severity.ERROR, "without its style a citation cannot be printed"),
    DATA_MISSING(Severity.ERROR, "without its data a chart or table cannot be drawn"),
    DATA_INVALID(Severity.ERROR, "data that do not fit would be drawn wrong"),
    DATA_UNDESCRIBED(Severity.WARNING, "nobody can use data without knowing what they are"),
    TABLE_UNEVEN(Severity.WARNING, "each cell of a table needs a head that says what it is"),
    COMMENT_OPEN(Severity.ERROR, "a comment without an end hides, or publishes, what nobody meant it to"),
    HTML_NOT_ALLOWED(Severity.ERROR, "raw HTML cannot be made safe, accessible and printable"),
    ADDRESS_TAKEN(Severity.ERROR, "two files with one address: one of them would be lost"),
    ADDRESS_INVALID(Severity.ERROR, "a file name that cannot be part of an address cannot be published"),
    DRAFT_LINKED(Severity.ERROR, "the link leads to a draft, which is not published"),
    EMBARGO_LINKED(Severity.ERROR, "the link leads to a page under embargo, which is not published"),
    EMBARGO_RUNNING(Severity.ERROR, "a work under embargo is not published before its day"),
    TEMPLATE_MISSING(Severity.ERROR, "without its template a page cannot be made"),
    TEMPLATE_INVALID(Severity.ERROR, "a template with a mistake cannot make pages"),
    FONT_UNUSABLE(Severity.ERROR, "a font that cannot be read sets no text"),
    DOWNLOAD_UNREADABLE(Severity.ERROR, "a download that cannot be opened cannot be measured or offered"),
    DOWNLOAD_LOCKED(Severity.WARNING, "a file whose text nobody can take out cannot be read aloud, searched or quoted"),
    DOWNLOAD_UNTAGGED(Severity.WARNING, "people who do not see the page hear an untagged PDF as one long line"),
    DOWNLOAD_MISTITLED(Severity.WARNING, "who downloads a work should not get another"),
    DOWNLOAD_OUTDATED(Severity.WARNING, "the page and its download would say different things"),
    EDITION_WORD_MISSING(
            Severity.ERROR, "a download that leaves out words of its pages says something else than they do"),
    EDITION_NOT_CONFORMING(
            Severity.WARNING, "a PDF that says it conforms to PDF/UA and PDF/A and does not misleads who needs that"),
    GLYPH_MISSING(
            Severity.ERROR,
            "the PDF would show an empty box in the place of the character, or letters apart and in the wrong order"),
    SYNTAX_FOREIGN(Severity.ERROR, "what another tool reads would be printed as it is written"),
    MARKS_PRINTED(Severity.WARNING, "marks of Markdown that begin or end nothing are printed as they are written"),
    CODE_OPEN(Severity.WARNING, "a fence without an end makes code of the rest of the text"),
    TEXT_UNREAD(Severity.ERROR, "words that were not understood would be missing from the page"),
    NESTING_TOO_DEEP(Severity.ERROR, "text nested this deep cannot be shown"),
    TEXT_TOO_LARGE(Severity.ERROR, "a text that large could exhaust the memory of the machine that builds the site"),
    OUTPUT_FOREIGN(Severity.ERROR, "a file that Colophon did not write is never replaced or deleted"),
    OUTPUT_UNWRITABLE(Severity.ERROR, "the site could not be written"),
    OUTPUT_OVERLAPS(Severity.ERROR, "the site must not be written over what it is made from");

    private final Severity severity;
    private final String reason;

    Rule(Severity severity, String reason) {
        this.severity = severity;
        this.reason = reason;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** Why the rule exists, for people, as the end of "because …". */
    public String reason() {
        return reason;
    }
}
