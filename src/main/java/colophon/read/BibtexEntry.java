package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.Reference;
import colophon.model.Reference.Date;
import colophon.model.Reference.Name;
import colophon.model.Reference.PartialDate;
import colophon.model.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of one entry of BibTeX or BibLaTeX as variables of the Citation Style Language. */
final class BibtexEntry {
    /** Fields that mean the same for every type; of several with one meaning the first that is there counts. */
    private static final Map<String, List<String>> TEXTS = Map.ofEntries(
            Map.entry("container-title-short", List.of("shortjournal", "journal-iso", "abbrev_source_title")),
            Map.entry("original-title", List.of("origtitle")),
            Map.entry("original-publisher", List.of("origpublisher")),
            Map.entry("original-publisher-place", List.of("origlocation")),
            Map.entry("number-of-volumes", List.of("volumes")),
            Map.entry("number-of-pages", List.of("pagetotal", "numpages", "page_count")),
            Map.entry("chapter-number", List.of("chapter")),
            Map.entry("version", List.of("version")),
            Map.entry("event-place", List.of("venue")),
            Map.entry("call-number", List.of("library")),
            Map.entry("annote", List.of("annotation", "annote")));

    private static final List<Map.Entry<String, String>> NUMBERS = List.of(
            Map.entry("isbn", "ISBN"),
            Map.entry("issn", "ISSN"),
            Map.entry("pmid", "PMID"),
            Map.entry("pmcid", "PMCID"));

    /** The roles of editors that have a variable of their own (BibLaTeX, version 3.19, section 2.3.6). */
    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("", "editor"),
            Map.entry("editor", "editor"),
            Map.entry("compiler", "compiler"),
            Map.entry("collaborator", "contributor"),
            Map.entry("organizer", "organizer"),
            Map.entry("director", "director"),
            Map.entry("producer", "producer"),
            Map.entry("translator", "translator"),
            Map.entry("illustrator", "illustrator"),
            Map.entry("composer", "composer"),
            Map.entry("performer", "performer"),
            Map.entry("narrator", "narrator"),
            Map.entry("curator", "curator"),
            Map.entry("host", "host"),
            Map.entry("interviewer", "interviewer"));

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s{}]+");
    /** What is written around an address and says nothing else. */
    private static final Pattern AROUND_ADDRESS = Pattern.compile(
            "(?i)[\\[({\\s]*(?:\\[?online\\]?|web(?:site|page)?|url|(?:also )?(?:available|accessible|accessed|retrieved)?\\s*"
                    + "(?:at|from|on|online|via)?)[\\]:;,.\\s]*(?:available\\s*(?:at|from|online)?)?[\\])}:;,.\\s]*");

    /** What a database counted on the day of an export. */
    private static final Pattern COUNTED = Pattern.compile("(?i)cited by:? \\d+");

    private final String entryType;
    private final String type;
    private final BibtexFields fields;
    private final BiblatexWords words;
    private final Problems problems;
    private final Map<String, RichText> variables = new TreeMap<>();
    private final Map<String, List<Name>> names = new TreeMap<>();

    /** @param type that of CSL */
    BibtexEntry(String entryType, String type, BibtexFields fields, BiblatexWords words, Problems problems) {
        this.entryType = entryType;
        this.type = type;
        this.fields = fields;
        this.words = words;
        this.problems = problems;
    }

    /** @param related the work that this one reviews, prints again or translates */
    Reference read(String key, Span span, Optional<Reference> related) {
        titles();
        TEXTS.forEach((variable, names) -> put(variable, fields.first(names.toArray(String[]::new))));
        NUMBERS.forEach(it -> put(it.getValue(), fields.rich(it.getKey())));
        numbers();
        publisher();
        identifiers();
        genre();
        notes();
        people();
        TreeMap<String, Date> dates = new TreeMap<>();
        for (String kind : List.of("issued", "accessed", "original-date", "event-date")) {
            new BibtexDates(fields, problems).read(kind).ifPresent(date -> dates.put(kind, date));
        }
        if (type.startsWith("article") || type.equals("periodical")) {
            issue(dates);
        }
        related.ifPresent(work -> related(work, dates));
        return new Reference(key, type, new TreeMap<>(variables), new TreeMap<>(names), dates, span);
    }

    private void put(String variable, Optional<RichText> text) {
        text.filter(it -> !it.isEmpty()).ifPresent(it -> variables.put(variable, it));
    }

    private boolean isPart() {
        return BiblatexTypes.isPart(entryType);
    }

    /** A work in volumes is known by its own title, and each volume by its number and title. */
    private void titles() {
        boolean main = fields.has("maintitle");
        if (entryType.equals("periodical") && fields.has("issuetitle")) {
            put("title", title("issue"));
            put("container-title", title(""));
        } else if (main && !isPart()) {
            put("title", title("main"));
            put("volume-title", title(""));
        } else {
            put("title", title(""));
        }
        if (type.equals("book") && !isPart() && fields.has("title")) {
            // Of a whole book only its parts need this field.
            fields.skip("booktitle", "booksubtitle", "booktitleaddon");
        } else if (main && isPart()) {
            put("container-title", title("main"));
            put("volume-title", title("book"));
        } else if (fields.has("booktitle") && !type.startsWith("article")) {
            put("container-title", title("book"));
        } else if (fields.has("journaltitle") || fields.has("journal")) {
            Optional<RichText> journal = fields.first("journaltitle", "journal");
            put("container-title", joined(journal, "journalsubtitle", "journaltitleaddon"));
        } else {
            variables.computeIfAbsent("container-title", it -> title("book").orElse(null));
        }
        if (type.startsWith("article") && fields.has("issuetitle")) {
            put("volume-title", title("issue"));
        }
        boolean added = fields.has("subtitle") || fields.has("titleaddon");
        put(
                "title-short",
                fields.rich("shorttitle").or(() -> added && !main ? fields.rich("title") : Optional.empty()));
        put("event-title", joined(fields.rich("eventtitle"), "", "eventtitleaddon"));
        put("collection-title", series());
    }

    private Optional<RichText> title(String of) {
        return joined(fields.rich(of + "title"), of + "subtitle", of + "titleaddon");
    }

    private Optional<RichText> joined(Optional<RichText> title, String subtitle, String addon) {
        return join(join(title, ":", fields.rich(subtitle)), ".", fields.rich(addon));
    }

    /** Two texts with a mark between them, unless the first ends with one. */
    private static Optional<RichText> join(Optional<RichText> first, String mark, Optional<RichText> more) {
        if (first.isEmpty() || more.isEmpty()) {
            return first.or(() -> more);
        }
        RichTextBuilder both = new RichTextBuilder();
        both.append(first.get());
        both.append(first.get().plain().matches("(?s).*[!?.,:;]") ? " " : mark + " ");
        both.append(more.get());
        return Optional.of(both.build());
    }

    /** The series of a journal may be a number or a key. */
    private Optional<RichText> series() {
        Optional<RichText> series = fields.has("series") ? fields.word("series") : fields.rich("shortseries");
        fields.skip("shortseries");
        return type.startsWith("article")
                ? series.map(it -> words.series(it.plain()).map(RichText::of).orElse(it))
                : series;
    }

    private void numbers() {
        put("volume", fields.rich("volume"));
        put("part-number", fields.rich("part"));
        put(
                "edition",
                fields.word("edition")
                        .map(it -> ordinal(it.plain()).map(RichText::of).orElse(it)));
        // An article without pages has a number in their place.
        Optional<RichText> own = fields.first("eid", "articleno", "art_number", "article-number");
        put("page", fields.first("pages").or(() -> own).map(BibtexEntry::pages));
        boolean article = type.startsWith("article") && !type.equals("article")
                || type.equals("review")
                || type.equals("periodical");
        boolean book = type.equals("book") && (!entryType.equals("manual") || fields.has("series")) || isPart();
        Optional<RichText> number = fields.rich("number");
        Optional<RichText> issue = fields.rich("issue");
        put(article ? "issue" : book ? "collection-number" : "number", number);
        if (!article || number.isEmpty()) {
            put("issue", issue);
        }
        if (article && fields.has("pages")) {
            put("number", own.filter(it -> !it.equals(variables.get("page"))));
        }
    }

    /** An issue that is named and not numbered, such as "Spring", belongs to the year. */
    private void issue(Map<String, Date> dates) {
        Optional<RichText> issue = fields.rich("issue");
        Date issued = dates.get("issued");
        boolean year = issued != null
                && !issued.isRange()
                && !issued.from().isEmpty()
                && issued.from().month() == 0;
        if (issue.isPresent()
                && year
                && issued.from().season().isEmpty()
                && issue.get().plain().matches("\\D+")) {
            String season = WrittenDate.season(issue.get().plain());
            PartialDate from = new PartialDate(issued.from().year(), 0, 0, season);
            dates.put("issued", new Date(from, PartialDate.NONE, false, issued.circa(), ""));
            put("issue", fields.rich("number"));
            if (!fields.has("number")) {
                variables.remove("issue");
            }
        } else if (fields.has("number")) {
            put("issue", join(fields.rich("number"), ",", issue));
        }
    }

    /** A range has an en dash; a hyphen within a page number, as in "1-2", is kept where a longer dash ends the range. */
    private static RichText pages(RichText pages) {
        String plain = pages.plain().replaceAll("\\s*[–—]+\\s*", "–");
        return RichText.of(
                plain.indexOf('–') >= 0 ? plain : plain.replaceAll("(?<=[\\p{L}\\d])\\s*-\\s*(?=[\\p{L}\\d])", "–"));
    }

    /** "2nd", "Second", "2nd edition" and "2" are the same edition, in any language. */
    private static Optional<String> ordinal(String edition) {
        String plain = edition.replaceFirst("(?i)[\\s,]*(?:edition|edn\\.?|ed\\.?)$", "")
                .strip();
        if (plain.matches("(?i)\\d+(?:st|nd|rd|th)")) {
            return Optional.of(plain.replaceAll("\\D", ""));
        }
        List<String> ordinals = List.of(
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "eleventh",
                "twelfth");
        int number = ordinals.indexOf(plain.toLowerCase(Locale.ROOT)) + 1;
        return number > 0
                ? Optional.of(Integer.toString(number))
                : Optional.of(plain).filter(it -> it.matches("\\d+"));
    }

    private void publisher() {
        List<String> bodies = new ArrayList<>();
        if (type.equals("hearing")) {
            // A hearing is held before a committee of a legislature; both have variables of their own.
            put("section", fields.rich("organization"));
            put("authority", fields.rich("institution"));
            fields.skip("publisher");
        } else {
            for (String field : List.of("institution", "school", "organization", "publisher")) {
                fields.plain(field)
                        .map(body -> body.replaceFirst(" and others$", " et al."))
                        .filter(body -> bodies.stream().noneMatch(body::equalsIgnoreCase))
                        .ifPresent(bodies::add);
            }
        }
        put("publisher", Optional.of(RichText.of(String.join("; ", bodies))));
        if (type.equals("patent")) {
            put("jurisdiction", fields.words(fields.has("location") ? "location" : "address"));
        } else if (fields.has("location") && fields.has("address")) {
            // Exported so by libraries of conference papers.
            put("publisher-place", fields.rich("address"));
            variables.computeIfAbsent(
                    "event-place", it -> fields.rich("location").orElse(null));
        } else {
            put("publisher-place", fields.first("location", "address").map(BibtexEntry::places));
        }
    }

    /** A list of three or more places; two are written as they are printed. */
    private static RichText places(RichText text) {
        String list = text.plain();
        return list.matches(".* and .* and .*") ? RichText.of(list.replace(" and ", "; ")) : text;
    }

    private void identifiers() {
        if (!isOff("doi")) {
            put("DOI", fields.address("doi").map(IdentifierKind.DOI::bare).map(RichText::of));
        }
        if (!isOff("url") || entryType.equals("online")) {
            put("URL", fields.address("url").map(RichText::of));
        }
        fields.skip("doi", "url");
        Eprint.add(fields, type, variables);
        Optional<String> language = fields.plain("langid")
                .or(() -> fields.plain("language").map(it -> it.replaceFirst(" and .*", "")))
                .or(() -> fields.plain("hyphenation"));
        fields.skip("language");
        put("language", language.map(name -> RichText.of(LanguageTags.ofName(name.replaceFirst("^lang", "")))));
    }

    private boolean isOff(String option) {
        return fields.peek("options").replace(" ", "").matches("(?i)(?:.*,)?" + option + "=false(?:,.*)?");
    }

    private void genre() {
        String kind = switch (entryType) {
            case "phdthesis" -> "phdthesis";
            case "mastersthesis" -> "mathesis";
            case "techreport" -> "techreport";
            default -> "";
        };
        put("genre", fields.word("type").or(() -> words.find(kind).map(RichText::of)));
        put("status", fields.word("pubstate"));
    }

    private void notes() {
        put("medium", withoutAddress("howpublished"));
        Optional<RichText> note =
                withoutAddress("note").filter(it -> !COUNTED.matcher(it.plain()).matches());
        put("note", join(note, ".", fields.rich("addendum")));
    }

    /** What a field says besides an address, which is the address of the work where it has no other. */
    private Optional<RichText> withoutAddress(String field) {
        String text = fields.peek(field);
        Matcher address = ADDRESS.matcher(text);
        boolean url = address.find();
        String rest = url
                ? (text.substring(0, address.start()) + text.substring(address.end()))
                        .replaceAll("\\\\url\\s*\\{\\s*\\}", "")
                : text;
        boolean alone = url && AROUND_ADDRESS.matcher(rest).matches();
        if (!url || !alone && field.equals("note")) {
            return fields.rich(field);
        }
        if (!variables.containsKey("DOI")) {
            String found = LatexText.address(address.group()).replaceFirst("[.,;]+$", "");
            variables.putIfAbsent("URL", RichText.of(found));
        }
        fields.skip(field);
        return alone ? Optional.empty() : Optional.of(fields.latex(field, rest.replaceFirst("[\\s,;:(\\[]+$", "")));
    }

    private void people() {
        add("author", fields.names("author"));
        if (!names.containsKey("author")) {
            add("author", fields.names("holder"));
        }
        for (String field : List.of("editor", "editora", "editorb", "editorc")) {
            String role = fields.plain(field + "type").orElse("").toLowerCase(Locale.ROOT);
            if (fields.has(field) && !ROLES.containsKey(role)) {
                fields.report(
                        field + "type",
                        "no citation style knows the role \"" + role + "\", it is printed as \"editor\"",
                        Suggestion.help(role, ROLES.keySet()));
            }
            add(ROLES.getOrDefault(role, "editor"), fields.names(field));
        }
        add("translator", fields.names("translator"));
        add("container-author", fields.names("bookauthor"));
        if (names.getOrDefault("author", List.of()).equals(names.get("container-author"))) {
            names.remove("container-author");
        }
        for (String variable : CslVariables.NAMES) {
            if (!names.containsKey(variable) && !variable.equals("author") && !variable.equals("editor")) {
                add(variable, fields.names(variable));
            }
        }
    }

    private void add(String variable, List<Name> more) {
        if (!more.isEmpty()) {
            names.merge(variable, more, (some, others) -> {
                List<Name> all = new ArrayList<>(some);
                all.addAll(others);
                return List.copyOf(all);
            });
        }
    }

    private void related(Reference work, Map<String, Date> dates) {
        switch (fields.peek("relatedtype").strip()) {
            case "reviewof" -> {
                fields.skip("related");
                RichText title = work.texts().get("title");
                if (title != null) {
                    variables.putIfAbsent("reviewed-title", title);
                }
                names.putIfAbsent("reviewed-author", work.names().getOrDefault("author", List.of()));
                names.values().removeIf(List::isEmpty);
            }
            case "reprintof", "origpubas", "origpubin", "translationof", "translationfrom", "reprintfrom" -> {
                fields.skip("related");
                original(work, "title", "original-title");
                original(work, "publisher", "original-publisher");
                original(work, "publisher-place", "original-publisher-place");
                if (work.dates().containsKey("issued")) {
                    dates.putIfAbsent("original-date", work.dates().get("issued"));
                }
            }
            default -> {
                // No style prints other works that belong to this one.
            }
        }
    }

    private void original(Reference work, String variable, String original) {
        RichText text = work.texts().get(variable);
        if (text != null && !text.equals(variables.get(variable))) {
            variables.putIfAbsent(original, text);
        }
    }
}
