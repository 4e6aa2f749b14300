package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Body;
import colophon.model.CaseStudy;
import colophon.model.Country;
import colophon.model.Landmarks;
import colophon.model.Page;
import colophon.model.PageId;
import colophon.model.PageKind;
import colophon.model.Phrase;
import colophon.model.PlainText;
import colophon.model.SitePath;
import colophon.model.Titles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Reads a Markdown file with its front matter. A broken file gives a placeholder page, so that links to it still resolve and one
 * mistake gives one message.
 */
final class PageReader {
    private static final Map<String, Boolean> CASE_KINDS = new TreeMap<>(Map.of("country", true, "institution", false));
    private static final int LAST = Integer.MAX_VALUE;

    private final MarkdownReader markdown;
    private final PublicationReader people;
    private final Consumer<Field> catalogue;
    private final Problems problems;

    PageReader(MarkdownReader markdown, Consumer<Field> catalogue, Problems problems) {
        this.markdown = markdown;
        this.people = new PublicationReader(markdown);
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /**
     * @param name path in the publication's folder
     * @param digest of the file
     * @param path where it is published
     */
    Page read(Source source, long digest, PageKind kind, PageId id, SitePath path) {
        Optional<FrontMatter> head = FrontMatter.find(source, problems);
        Optional<Fields> fields = head.flatMap(
                found -> YamlReader.read(block(kind), source, found.start(), found.end(), catalogue, problems));
        HeadTexts heads = new HeadTexts(markdown, problems);
        int facts = fields.map(found -> heads(found, kind, heads)).orElse(0);
        boolean numbered = kind == PageKind.CHAPTER || kind == PageKind.CASE_STUDY;
        numbered &= markdown.style().paragraphNumbers();
        if (fields.isPresent()) {
            boolean chosen = fields.get().flag(PublicationReader.PARAGRAPH_NUMBERS);
            numbered = fields.get().has(PublicationReader.PARAGRAPH_NUMBERS) ? chosen : numbered;
        }
        int start = head.map(FrontMatter::bodyStart).orElse(source.length());
        Body body = markdown.read(source, start, heads.rich(), numbered);
        return fields.map(found -> page(found, heads, facts, digest, kind, id, path, body))
                .orElseGet(() -> placeholder(source, digest, kind, id, path, body));
    }

    /** What the documentation calls a kind's front matter. */
    private static String block(PageKind kind) {
        return kind == PageKind.CASE_STUDY ? "case study" : kind.label();
    }

    /** Reads its title, subtitle, summary and facts, and gives the number of these. */
    private static int heads(Fields fields, PageKind kind, HeadTexts heads) {
        heads.read("title", "title", fields, true, true);
        if (kind != PageKind.PAGE) {
            heads.read("subtitle", "subtitle", fields, false, true);
        }
        heads.read("summary", "summary", fields, true, false);
        List<Fields> facts = kind == PageKind.CASE_STUDY ? fields.blocks("facts", "fact") : List.of();
        for (int i = 0; i < facts.size(); i++) {
            heads.read(CaseStudy.Fact.head(i + 1, "label"), "label", facts.get(i), true, false);
            heads.read(CaseStudy.Fact.head(i + 1, "value"), "value", facts.get(i), true, false);
            facts.get(i).done();
        }
        return facts.size();
    }

    private Page page(
            Fields fields,
            HeadTexts heads,
            int facts,
            long digest,
            PageKind kind,
            PageId id,
            SitePath path,
            Body body) {
        boolean isCase = kind == PageKind.CASE_STUDY;
        boolean hasOrder = isCase || kind == PageKind.PAGE;
        Titles titles = new Titles(
                heads.phrase("title", body.outline()),
                kind == PageKind.BRIEF ? Optional.empty() : fields.phrase("short-title", markdown),
                Optional.of(heads.phrase("subtitle", body.outline())).filter(subtitle -> !subtitle.isEmpty()));
        Page page = new Page(
                id,
                kind,
                path,
                fields.span("title"),
                titles.title().isEmpty() ? Titles.of(id.name()) : titles,
                heads.phrase("summary", body.outline()),
                kind == PageKind.PAGE ? List.of() : people.authors(fields),
                kind == PageKind.PAGE ? List.of() : fields.texts("keywords"),
                kind == PageKind.BRIEF ? fields.publicationDate("date") : Optional.empty(),
                hasOrder ? fields.number("order").orElse(LAST) : LAST,
                fields.flag("draft"),
                fields.date(PublicationReader.EMBARGO),
                isCase ? Optional.of(caseStudy(fields, facts(heads, facts, body))) : Optional.empty(),
                Optional.of(() -> body),
                body.outline().words(),
                Landmarks.of(body.outline()),
                digest);
        fields.done();
        return page;
    }

    private static List<CaseStudy.Fact> facts(HeadTexts heads, int count, Body body) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(fact -> new CaseStudy.Fact(
                        heads.phrase(CaseStudy.Fact.head(fact, "label"), body.outline()),
                        heads.phrase(CaseStudy.Fact.head(fact, "value"), body.outline())))
                .toList();
    }

    private CaseStudy caseStudy(Fields fields, List<CaseStudy.Fact> facts) {
        boolean isCountry = fields.choice("kind", true, CASE_KINDS).orElse(false);
        Optional<String> code = fields.text("country");
        if (isCountry && code.isEmpty()) {
            problems.add(
                    Rule.FIELD_MISSING,
                    fields.span("kind"),
                    "a case study of a country needs the field \"country\"",
                    "add its two-letter code from ISO 3166-1, such as \"country: VN\"");
        }
        if (!isCountry && code.isPresent() && fields.has("kind")) {
            fields.invalid(
                    "country",
                    "only a case study with \"kind: country\" has a country",
                    "remove the line, or write \"kind: country\"");
        }
        if (isCountry && code.isPresent() && !Country.exists(code.get())) {
            problems.add(
                    Rule.COUNTRY_UNKNOWN,
                    fields.span("country"),
                    "no country has the code \"" + code.get() + "\" in ISO 3166-1",
                    Country.help(code.get()));
            code = Optional.empty();
        }
        List<String> map = isCountry ? List.of() : fields.countries("map");
        return new CaseStudy(isCountry ? code : Optional.empty(), fields.text("region"), facts, map);
    }

    private static Page placeholder(Source source, long digest, PageKind kind, PageId id, SitePath path, Body body) {
        Span origin = source.whole();
        return new Page(
                id,
                kind,
                path,
                origin,
                Titles.of(id.name()),
                Phrase.EMPTY,
                List.of(),
                List.of(),
                Optional.empty(),
                LAST,
                false,
                Optional.empty(),
                kind == PageKind.CASE_STUDY
                        ? Optional.of(new CaseStudy(Optional.empty(), Optional.empty(), List.of(), List.of()))
                        : Optional.empty(),
                Optional.of(() -> body),
                body.outline().words(),
                Landmarks.of(body.outline()),
                digest);
    }

    /** The last part of a page's address; nothing when the name has no letters that could stand in one, or is "index". */
    static Optional<String> slug(String fileName) {
        String name = withoutNumber(fileName.substring(0, fileName.lastIndexOf('.')));
        boolean usable = hasLetters(name) && !name.equals("index");
        return usable ? Optional.of(PlainText.slug(name)) : Optional.empty();
    }

    private static boolean hasLetters(String name) {
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            if (Character.isLetterOrDigit(name.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The number in front of a name only orders the files. */
    private static String withoutNumber(String name) {
        int digits = 0;
        while (digits < name.length() && Character.isDigit(name.charAt(digits))) {
            digits++;
        }
        boolean numbered = digits > 0 && digits < name.length() && "-_ ".indexOf(name.charAt(digits)) >= 0;
        return numbered ? name.substring(digits + 1) : name;
    }
}
