package colophon.render;

import colophon.model.Reference;
import colophon.model.Reference.Name;
import colophon.model.Reference.PartialDate;
import colophon.model.RichText;
import de.undercouch.citeproc.csl.CSLDate;
import de.undercouch.citeproc.csl.CSLDateBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLNameBuilder;
import de.undercouch.citeproc.csl.CSLType;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References as the formatter has them. */
final class CslItems {
    private static final Pattern RANGE = Pattern.compile("(\\d+)[-–](\\d+)");

    private CslItems() {}

    /** @param yearSuffix the letter that tells works of one author and year apart; empty where none is needed */
    static CSLItemData item(Reference reference, String yearSuffix) {
        CSLItemDataBuilder item = new CSLItemDataBuilder().id(reference.key()).type(type(reference.type()));
        reference.texts().forEach((variable, text) -> text(item, variable, text.plain()));
        reference.names().forEach((variable, names) -> names(item, variable, names));
        reference.dates().forEach((variable, date) -> date(item, variable, date(date)));
        String title = reference.text("title");
        int colon = title.indexOf(": ");
        if (colon > 0 && !reference.texts().containsKey("title-short")) {
            // What stands before the colon is how readers know a work.
            item.titleShort(title.substring(0, colon));
        }
        if (!yearSuffix.isEmpty()) {
            item.yearSuffix(yearSuffix);
        }
        return item.build();
    }

    /** A body that publishes its own work is named as its author only (Publication Manual of the APA, 7th edition, 9.29). */
    static Reference withPublisherOnce(Reference reference) {
        String publisher = reference.text("publisher");
        boolean twice = reference.names().getOrDefault("author", List.of()).equals(List.of(Name.literal(publisher)));
        if (!twice) {
            return reference;
        }
        TreeMap<String, RichText> texts = new TreeMap<>(reference.texts());
        texts.remove("publisher");
        texts.remove("publisher-place");
        return new Reference(
                reference.key(), reference.type(), texts, reference.names(), reference.dates(), reference.span());
    }

    /** "101–08": of the end what differs, and at least two digits. The formatter would leave one. */
    static String minimalTwo(String pages) {
        Matcher range = RANGE.matcher(pages);
        return range.replaceAll(it -> {
            String from = it.group(1);
            String to = it.group(2);
            int same = 0;
            while (from.length() == to.length() && same < to.length() - 2 && from.charAt(same) == to.charAt(same)) {
                same++;
            }
            return from + "–" + to.substring(same);
        });
    }

    private static CSLType type(String name) {
        for (CSLType type : CSLType.values()) {
            if (type.toString().equals(name)) {
                return type;
            }
        }
        return CSLType.DOCUMENT;
    }

    private static void text(CSLItemDataBuilder item, String variable, String text) {
        switch (variable) {
            case "annote" -> item.annote(text);
            case "archive" -> item.archive(text);
            case "archive_collection" -> item.archiveCollection(text);
            case "archive_location" -> item.archiveLocation(text);
            case "archive-place" -> item.archivePlace(text);
            case "authority" -> item.authority(text);
            case "call-number" -> item.callNumber(text);
            case "chapter-number" -> item.chapterNumber(text);
            case "collection-number" -> item.collectionNumber(text);
            case "collection-title" -> item.collectionTitle(text);
            case "container-title" -> item.containerTitle(text);
            case "container-title-short" -> item.containerTitleShort(text);
            case "dimensions" -> item.dimensions(text);
            case "division" -> item.division(text);
            case "DOI" -> item.DOI(text);
            case "edition" -> item.edition(ordinal(text));
            case "event", "event-title" -> item.event(text).eventTitle(text);
            case "event-place" -> item.eventPlace(text);
            case "genre" -> item.genre(text);
            case "ISBN" -> item.ISBN(text);
            case "ISSN" -> item.ISSN(text);
            case "issue" -> item.issue(text);
            case "jurisdiction" -> item.jurisdiction(text);
            case "language" -> item.language(text);
            case "medium" -> item.medium(text);
            case "note" -> item.note(text);
            case "number" -> item.number(text.replace('-', CslHtml.HYPHEN));
            case "number-of-pages" -> item.numberOfPages(text);
            case "number-of-volumes" -> item.numberOfVolumes(text);
            case "original-publisher" -> item.originalPublisher(text);
            case "original-publisher-place" -> item.originalPublisherPlace(text);
            case "original-title" -> item.originalTitle(text);
            case "page" -> item.page(text);
            case "part", "part-number" -> item.part(text);
            case "part-title" -> item.partTitle(text);
            case "PMCID" -> item.PMCID(text);
            case "PMID" -> item.PMID(text);
            case "printing", "printing-number" -> item.printing(text);
            case "publisher" -> item.publisher(text);
            case "publisher-place" -> item.publisherPlace(text);
            case "references" -> item.references(text);
            case "reviewed-genre" -> item.reviewedGenre(text);
            case "reviewed-title" -> item.reviewedTitle(text);
            case "scale" -> item.scale(text);
            case "section" -> item.section(text);
            case "source" -> item.source(text);
            case "status" -> item.status(text);
            case "supplement", "supplement-number" -> item.supplement(text);
            case "title" -> item.title(text);
            case "title-short" -> item.titleShort(text);
            case "URL" -> item.URL(text);
            case "version" -> item.version(text);
            case "volume" -> item.volume(text);
            case "volume-title" -> item.volumeTitle(text);
            default -> {
                // No style prints the others.
            }
        }
    }

    /** The formatter does not make ordinals of numbers, so that "4" would be printed as "4 ed.". */
    private static String ordinal(String edition) {
        if (!edition.matches("\\d{1,3}")) {
            return edition;
        }
        int number = Integer.parseInt(edition);
        int tens = number % 100;
        String ending = tens >= 11 && tens <= 13
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + ending;
    }

    private static void names(CSLItemDataBuilder item, String variable, List<Name> people) {
        CSLName[] names = people.stream().map(CslItems::name).toArray(CSLName[]::new);
        switch (variable) {
            case "author" -> item.author(names);
            case "chair" -> item.chair(names);
            case "collection-editor" -> item.collectionEditor(names);
            case "compiler" -> item.compiler(names);
            case "composer" -> item.composer(names);
            case "container-author" -> item.containerAuthor(names);
            case "contributor" -> item.contributor(names);
            case "curator" -> item.curator(names);
            case "director" -> item.director(names);
            case "editor" -> item.editor(names);
            case "editorial-director" -> item.editorialDirector(names);
            case "executive-producer" -> item.executiveProducer(names);
            case "guest" -> item.guest(names);
            case "host" -> item.host(names);
            case "illustrator" -> item.illustrator(names);
            case "interviewer" -> item.interviewer(names);
            case "narrator" -> item.narrator(names);
            case "organizer" -> item.organizer(names);
            case "original-author" -> item.originalAuthor(names);
            case "performer" -> item.performer(names);
            case "producer" -> item.producer(names);
            case "recipient" -> item.recipient(names);
            case "reviewed-author" -> item.reviewedAuthor(names);
            case "script-writer" -> item.scriptWriter(names);
            case "series-creator" -> item.seriesCreator(names);
            case "translator" -> item.translator(names);
            default -> {
                // No style prints the others.
            }
        }
    }

    private static CSLName name(Name name) {
        CSLNameBuilder builder = new CSLNameBuilder();
        if (!name.literal().isEmpty()) {
            return builder.literal(name.literal()).build();
        }
        if (name.isEastAsian()) {
            return builder.literal(name.family() + name.given()).build();
        }
        builder.given(empty(name.given())).family(empty(name.family())).suffix(empty(name.suffix()));
        return builder.droppingParticle(empty(name.droppingParticle()))
                .nonDroppingParticle(empty(name.nonDroppingParticle()))
                .build();
    }

    private static String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void date(CSLItemDataBuilder item, String variable, CSLDate date) {
        switch (variable) {
            case "accessed" -> item.accessed(date);
            case "available-date" -> item.availableDate(date);
            case "event-date" -> item.eventDate(date);
            case "issued" -> item.issued(date);
            case "original-date" -> item.originalDate(date);
            case "submitted" -> item.submitted(date);
            default -> {
                // No style prints the others.
            }
        }
    }

    private static CSLDate date(Reference.Date date) {
        CSLDateBuilder builder = new CSLDateBuilder();
        PartialDate first = date.from().isEmpty() ? date.to() : date.from();
        if (first.isEmpty()) {
            return builder.literal(date.literal()).build();
        }
        builder.dateParts(
                date.to().isEmpty() || date.from().isEmpty()
                        ? new int[][] {parts(first)}
                        : new int[][] {parts(first), parts(date.to())});
        if (!first.season().isEmpty()) {
            builder.season(first.season());
        }
        return date.circa() ? builder.circa(true).build() : builder.build();
    }

    private static int[] parts(PartialDate date) {
        return date.month() == 0
                ? new int[] {date.year()}
                : date.day() == 0
                        ? new int[] {date.year(), date.month()}
                        : new int[] {date.year(), date.month(), date.day()};
    }
}
