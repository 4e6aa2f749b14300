package colophon.render;

import colophon.model.LinkTarget;
import colophon.model.LinkTarget.ToPage;
import colophon.model.Numbering.Entry;
import colophon.model.Outline.Citing;
import colophon.model.Page;
import colophon.model.Phrase;
import colophon.model.Phrase.Slot;
import colophon.model.Site;
import java.util.Optional;

/** Fills phrases with what only the site knows. */
final class Phrases {
    private final Site site;
    private final Citations citations;

    Phrases(Site site, Citations citations) {
        this.site = site;
        this.citations = citations;
    }

    /** @param page the page that the phrase is from */
    Markup html(Phrase phrase, Page page) {
        return Markup.of(phrase.html(slot -> fill(slot, page)));
    }

    /** @param page the page that the phrase is from */
    String text(Phrase phrase, Page page) {
        return phrase.text(slot -> fill(slot, page));
    }

    private String fill(Slot slot, Page page) {
        return switch (slot.kind()) {
            case CITATION -> citation(slot.place(), page);
            case AUTHOR -> author(slot.place(), page);
            case REFERENCE ->
                target(slot, page)
                        .map(to -> References.label(to, Optional.of(page), site).markup())
                        .orElse("");
            case REFERENCE_NUMBER ->
                target(slot, page)
                        .flatMap(to -> References.entry(to, site))
                        .map(Entry::number)
                        .map(number -> Integer.toString(number))
                        .orElse("");
            // A title within a title: what only the site knows of it is left out, or two could hold each other.
            case REFERENCE_TITLE ->
                target(slot, page)
                        .map(to -> Phrase.of(References.title(to, site).text()).markup())
                        .orElse("");
        };
    }

    private Optional<ToPage> target(Slot slot, Page page) {
        return site.resolve(page.id().name(), slot.address()).flatMap(LinkTarget::page);
    }

    private String author(int place, Page page) {
        Citing citing = page.body().orElseThrow().outline().citations().get(place);
        return citations.of(page).map(cited -> cited.author(place)).orElseGet(() -> Html.escape(citing.text()));
    }

    /** As the style prints it, without links; one that makes a footnote is left out, as all footnotes are. */
    private String citation(int place, Page page) {
        Citing citing = page.body().orElseThrow().outline().citations().get(place);
        Optional<PageCitations> cited = citations.of(page);
        if (cited.isEmpty()) {
            return Html.escape(citing.text());
        }
        if (citing.ownNote()) {
            return citing.inSentence() ? cited.get().author(place) : "";
        }
        return cited.get().text(place).replaceAll("</?a\\b[^>]*>", "");
    }
}
