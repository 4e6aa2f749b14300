package colophon.render;

import colophon.model.Bibliography;
import colophon.model.CitationForm;
import colophon.model.CslStyle;
import colophon.model.Reference;
import colophon.render.CslVariants.Position;
import de.undercouch.citeproc.AbbreviationProvider;
import de.undercouch.citeproc.DefaultAbbreviationProvider;
import de.undercouch.citeproc.DefaultLocaleProvider;
import de.undercouch.citeproc.csl.CSLCitation;
import de.undercouch.citeproc.csl.CSLCitationItem;
import de.undercouch.citeproc.csl.CSLCitationItemBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLLabel;
import de.undercouch.citeproc.csl.internal.RenderContext;
import de.undercouch.citeproc.csl.internal.SElement;
import de.undercouch.citeproc.csl.internal.SStyle;
import de.undercouch.citeproc.csl.internal.format.BaseFormat;
import de.undercouch.citeproc.csl.internal.format.TextFormat;
import de.undercouch.citeproc.csl.internal.locale.LLocale;
import de.undercouch.citeproc.csl.internal.locale.LTerm;
import java.io.IOException;
import java.io.StringReader;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Prints the references of a bibliography in its style, one at a time. The formatter is citeproc-java; it is told what it does not know
 * of, see {@link CslVariants}. What was printed once is kept. Safe for use by several threads.
 */
final class CitationStyle {
    /** What is left out of a citation. */
    enum Part {
        WHOLE,
        WITHOUT_AUTHOR,
        AUTHOR_ONLY
    }

    /**
     * How one work is cited in one place.
     *
     * @param firstNote the number of the note that cites it first; 0 where this does
     * @param number the number of the work in a style that numbers them
     */
    record Cited(String key, Part part, Position position, String label, String locator, int firstNote, int number) {}

    /** @param label the kind of place that is given; empty for none, and for those that the style does not tell apart */
    private record Variant(Part part, Position position, String label) {}

    private record Language(String tag, LLocale locale) {}

    private final Bibliography bibliography;
    private final CslStyle csl;
    private final Map<String, String> yearSuffixes;
    private final AbbreviationProvider abbreviations = new DefaultAbbreviationProvider();
    private final Map<Variant, SStyle> styles = new ConcurrentHashMap<>();
    private final Map<Cited, String> cited = new ConcurrentHashMap<>();
    private final Map<String, String> entries = new ConcurrentHashMap<>();
    private final Map<String, List<String>> sortKeys = new ConcurrentHashMap<>();
    private final Document document;
    private final Element layout;
    private final LLocale locale;
    private final SStyle sorting;
    private final boolean sorted;
    private final List<Boolean> descending;
    private final boolean numeric;
    private final boolean sortsCitations;
    private final List<String> affixes;
    private final Set<String> labels;
    private final EntryNames names;
    private final Pattern and;
    private final boolean twoDigits;
    private final boolean publishersOnce;

    CitationStyle(Bibliography bibliography) {
        this.bibliography = bibliography;
        this.csl = bibliography.style();
        this.document = parse(csl.xml());
        this.layout = CslVariants.layout(document, "citation");
        this.numeric = csl.form() == CitationForm.TEXT
                && CslVariants.elements(document, "text").stream()
                        .anyMatch(text -> text.getAttribute("variable").equals("citation-number"));
        this.sortsCitations = CslVariants.elements(document, "sort").stream()
                .anyMatch(sort -> sort.getParentNode().getNodeName().equals("citation"));
        String between = layout.hasAttribute("delimiter") ? layout.getAttribute("delimiter") : "; ";
        this.affixes = List.of(layout.getAttribute("prefix"), between, layout.getAttribute("suffix"));
        this.labels = CslVariants.labels(document);
        this.names = EntryNames.of(document);
        this.twoDigits = CslVariants.hasMinimalTwo(document);
        this.publishersOnce = CslVariants.isApa(document);
        SStyle plain = new SStyle(document);
        this.locale = locale(plain);
        this.descending = CslVariants.descending(document);
        Document keys = copy();
        CslVariants.decide(keys, Position.FIRST, "");
        this.sorted = CslVariants.sortKeys(keys);
        this.sorting = new SStyle(keys);
        LTerm term = locale.getTerms().get(LTerm.Form.LONG).get("and");
        String word = term == null ? "and" : Html.escape(term.getSingle());
        this.and = Pattern.compile(" (?:&amp;|" + Pattern.quote(word) + ") et al\\.");
        this.yearSuffixes = hasYearSuffixes() ? YearSuffixes.of(bibliography.references()) : Map.of();
    }

    private boolean hasYearSuffixes() {
        return ((Element) layout.getParentNode())
                .getAttribute("disambiguate-add-year-suffix")
                .equals("true");
    }

    CitationForm form() {
        return csl.form();
    }

    /** Whether works are cited by their number in the list. */
    boolean isNumeric() {
        return numeric;
    }

    /** What the style puts around a citation and between its works: before, between, behind. */
    List<String> affixes() {
        return affixes;
    }

    /** Whether the works of one citation stand in the order of the list of references. */
    boolean sortsCitations() {
        return sortsCitations;
    }

    /** Whether a stop stands before the mark that ends a quotation. */
    boolean hasStopsInQuotes() {
        return locale.getStyleOptions() != null && locale.getStyleOptions().isPunctuationInQuote();
    }

    /** One work of a citation, without what the style puts around the whole. */
    String cite(Cited cite) {
        return cited.computeIfAbsent(cite, this::print);
    }

    private String print(Cited cite) {
        return cite.part() == Part.AUTHOR_ONLY ? publisher(cite.key()).orElseGet(() -> printed(cite)) : printed(cite);
    }

    /** Of a work by nobody the publisher, when the style names it first. */
    private Optional<String> publisher(String key) {
        Reference reference = bibliography.find(key).orElseThrow();
        String publisher = Html.escape(reference.text("publisher"));
        boolean named = List.of("author", "editor", "translator").stream().anyMatch(reference.names()::containsKey);
        return named
                        || publisher.isEmpty()
                        || !printed(new Cited(key, Part.WHOLE, Position.SUBSEQUENT, "page", "", 0, 0))
                                .startsWith(publisher)
                ? Optional.empty()
                : Optional.of(publisher);
    }

    private String printed(Cited cite) {
        CSLItemDataBuilder data = new CSLItemDataBuilder(item(cite.key()));
        CSLCitationItemBuilder item = new CSLCitationItemBuilder(cite.key());
        if (!cite.locator().isEmpty()) {
            data.locator(cite.locator());
            item.locator(cite.locator());
            label(cite.label(), item);
        }
        if (cite.firstNote() > 0) {
            data.firstReferenceNoteNumber(Integer.toString(cite.firstNote()));
        }
        data.citationNumber(Integer.toString(cite.number()));
        CSLCitationItem built = item.itemData(data.build()).build();
        String label = cite.locator().isEmpty() || !labels.contains(cite.label()) ? "" : cite.label();
        SStyle style = styles.computeIfAbsent(new Variant(cite.part(), cite.position(), label), this::variant);
        RenderContext context =
                new RenderContext(style, locale, null, abbreviations, new CSLCitation(built), List.of());
        render(style.getCitation(), context);
        return withoutAnd(html().formatCitation(context));
    }

    /**
     * Only one thread at a time may print: a style goes through its document anew, and the forms of dates in the words of the language,
     * which all variants share, keep the date that is being printed.
     */
    private synchronized void render(SElement part, RenderContext context) {
        part.render(context);
    }

    private static void label(String name, CSLCitationItemBuilder item) {
        for (CSLLabel label : CSLLabel.values()) {
            if (label.toString().equals(name)) {
                item.label(label);
            }
        }
    }

    private CSLItemData item(String key) {
        return item(bibliography.find(key).orElseThrow());
    }

    private CSLItemData item(Reference reference) {
        Reference printed = publishersOnce ? CslItems.withPublisherOnce(reference) : reference;
        CSLItemData item = CslItems.item(printed, yearSuffixes.getOrDefault(reference.key(), ""));
        return twoDigits && item.getPage() != null
                ? new CSLItemDataBuilder(item)
                        .page(CslItems.minimalTwo(item.getPage()))
                        .build()
                : item;
    }

    /** Quicker than to read it again. A document is not safe to read by several threads. */
    private synchronized Document copy() {
        return (Document) document.cloneNode(true);
    }

    private SStyle variant(Variant variant) {
        Document copy = copy();
        CslVariants.decide(copy, variant.position(), variant.label());
        if (variant.part() == Part.WITHOUT_AUTHOR) {
            CslVariants.withoutAuthor(copy);
        } else if (variant.part() == Part.AUTHOR_ONLY) {
            CslVariants.authorOnly(copy);
        }
        CslVariants.bare(copy);
        return new SStyle(copy);
    }

    /**
     * A work in the list of references.
     *
     * @param number its number there
     */
    String entry(String key, int number) {
        return isNumeric() ? printEntry(key, number) : entries.computeIfAbsent(key, it -> printEntry(it, number));
    }

    private String printEntry(String key, int number) {
        Reference reference = names.marked(bibliography.find(key).orElseThrow());
        CSLItemData item = new CSLItemDataBuilder(item(reference))
                .citationNumber(Integer.toString(number))
                .build();
        SStyle style = styles.computeIfAbsent(new Variant(Part.WHOLE, Position.FIRST, ""), this::variant);
        return withoutAnd(names.mended(entry(item, style, html()), reference));
    }

    /** Of the names "John Smith and others" the formatter does not know that the last is none. */
    private String withoutAnd(String html) {
        return and.matcher(html).replaceAll(" et al.");
    }

    private String entry(CSLItemData item, SStyle style, BaseFormat format) {
        if (style.getBibliography() == null) {
            return "";
        }
        RenderContext context = new RenderContext(style, locale, item, abbreviations);
        render(style.getBibliography(), context);
        return format.formatBibliographyEntry(context, 0).strip();
    }

    /** Works in the order of the style; a style without one keeps the order they are given in, that of their first citation. */
    List<String> sorted(Collection<String> keys) {
        List<String> list = new ArrayList<>(keys);
        if (sorted) {
            list.sort(order());
        }
        return list;
    }

    private Comparator<String> order() {
        Collator collator = Collator.getInstance(Locale.forLanguageTag(csl.language()));
        return (one, other) -> {
            List<String> ones = keys(one);
            List<String> others = keys(other);
            for (int i = 0; i < ones.size() && i < others.size(); i++) {
                boolean empty = ones.get(i).isEmpty();
                // What has no such key comes last, in either direction.
                int order = empty != others.get(i).isEmpty()
                        ? empty ? 1 : -1
                        : collator.compare(ones.get(i), others.get(i)) * (isDescending(i) ? -1 : 1);
                if (order != 0) {
                    return order;
                }
            }
            return one.compareTo(other);
        };
    }

    private boolean isDescending(int key) {
        return key < descending.size() && descending.get(key);
    }

    private List<String> keys(String key) {
        return sortKeys.computeIfAbsent(key, it -> {
            Reference reference = names.marked(bibliography.find(key).orElseThrow());
            String line = names.mended(entry(item(reference), sorting, new TextFormat()), reference);
            List<String> keys = new ArrayList<>();
            int start = 0;
            for (int end = line.indexOf(CslVariants.KEY_END);
                    end >= 0;
                    end = line.indexOf(CslVariants.KEY_END, start)) {
                keys.add(line.substring(start, end).strip());
                start = end + 1;
            }
            return keys;
        });
    }

    private static CslHtml html() {
        CslHtml html = new CslHtml();
        html.setConvertLinks(true);
        return html;
    }

    /** As the formatter chooses them: the words of the language, then those of the style. */
    private LLocale locale(SStyle style) {
        Language chosen = language(csl.language());
        LLocale all = chosen.locale();
        Locale wanted = Locale.forLanguageTag(chosen.tag());
        for (LLocale own : style.getLocales()) {
            Locale lang = own.getLang();
            boolean fits = lang == null
                    || lang.getLanguage().equals(wanted.getLanguage())
                            && (lang.getCountry().isEmpty() || lang.getCountry().equals(wanted.getCountry()));
            if (fits) {
                all = all.merge(own);
            }
        }
        return all;
    }

    private static Language language(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        for (String candidate : List.of(tag, LLocale.PRIMARY_DIALECTS.getOrDefault(language, tag), "en-US")) {
            if (CitationStyle.class.getResource("/locales-" + candidate + ".xml") != null) {
                return new Language(
                        candidate, new LLocale(parse(new DefaultLocaleProvider().retrieveLocale(candidate))));
            }
        }
        throw new IllegalStateException("no words for citations are packed");
    }

    private static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(new InputSource(new StringReader(xml)));
            CslVariants.keepOwnLabels(document);
            return document;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("a style that was read cannot be parsed", e);
        }
    }
}
