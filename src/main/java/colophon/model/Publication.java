package colophon.model;

import colophon.diag.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The work: what a library catalogue and a reader need to know of it.
 *
 * @param origin the file it is read from
 * @param slug its name in addresses and of its PDF
 * @param kind what the work calls itself, such as "Joint report"
 * @param version which state of the work this is, such as "1.0"
 * @param language BCP 47
 * @param embargo the day on which it may be published
 * @param citationStyle the name of a CSL style, or of a file with one
 * @param paragraphNumbers whether the paragraphs of chapters and case studies are numbered
 * @param print how its printed editions look
 */
public record Publication(
        Source origin,
        String slug,
        Optional<String> kind,
        Titles titles,
        PublicationDate date,
        Optional<String> version,
        String language,
        Body summary,
        List<KeyFinding> keyFindings,
        List<Contributor> contributors,
        List<Institution> institutions,
        List<Funder> funders,
        Identifiers identifiers,
        Optional<Series> series,
        Optional<Licence> licence,
        List<String> keywords,
        List<RelatedWork> related,
        Optional<LocalDate> embargo,
        Optional<String> citationStyle,
        boolean paragraphNumbers,
        PrintSettings print) {
    /** A finding of the landing page, with or without a headline. */
    public record KeyFinding(Optional<Phrase> title, Body text) {}

    /** What identifies the work. {@code url} is its page at the publisher. */
    public record Identifiers(
            Optional<String> doi,
            Optional<String> isbn,
            Optional<String> issn,
            Optional<String> number,
            Optional<String> url) {}

    /** The series it appeared in, and its number there. */
    public record Series(Phrase title, Optional<String> number) {}

    /** What others may do with it. */
    public record Licence(String name, Optional<String> url, Optional<Phrase> statement) {}

    /** Another work, edition or event. */
    public record RelatedWork(Phrase title, String url, Optional<String> kind, Optional<PublicationDate> date) {}

    public Publication {
        keyFindings = List.copyOf(keyFindings);
        contributors = List.copyOf(contributors);
        institutions = List.copyOf(institutions);
        funders = List.copyOf(funders);
        keywords = List.copyOf(keywords);
        related = List.copyOf(related);
    }

    /** The words of the title. */
    public String title() {
        return titles.title().text();
    }

    /** The words of the subtitle. */
    public Optional<String> subtitle() {
        return titles.subtitle().map(Phrase::text);
    }

    /** The words of "Title: Subtitle". */
    public String fullTitle() {
        return titles.whole().text();
    }

    public List<Contributor> with(Contributor.Role role) {
        return contributors.stream()
                .filter(contributor -> contributor.has(role))
                .toList();
    }

    /** Who is cited: the authors; without any, the editors; without those, all contributors. */
    public List<Contributor> authors() {
        List<Contributor> authors = with(Contributor.Role.AUTHOR);
        if (authors.isEmpty()) {
            authors = with(Contributor.Role.EDITOR);
        }
        return authors.isEmpty() ? contributors : authors;
    }

    public Optional<Institution> institution(String id) {
        return institutions.stream()
                .filter(institution -> institution.id().equals(id))
                .findFirst();
    }

    /** All its texts that are Markdown. */
    public List<Body> bodies() {
        List<Body> bodies = new ArrayList<>();
        bodies.add(summary);
        keyFindings.forEach(finding -> bodies.add(finding.text()));
        contributors.forEach(person -> person.about().ifPresent(bodies::add));
        institutions.forEach(institution -> institution.about().ifPresent(bodies::add));
        funders.forEach(funder -> bodies.add(funder.acknowledgement()));
        return bodies;
    }
}
