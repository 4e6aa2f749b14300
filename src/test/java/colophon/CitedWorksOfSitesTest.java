package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a citation style means for the pages of a site: its lists of references, and the links to them. */
class CitedWorksOfSitesTest {
    private static final String WORKS = """
            @book{doe, author = {Doe, Jane}, title = {Rivers}, publisher = {Example Press}, date = {2018}}
            @book{roe, author = {Roe, Max}, title = {Lakes}, publisher = {Example Press}, date = {2017}}
            @letter{letter, author = {Poe, Ann}, title = {Letter to a Friend}, date = {1951-12-24}}
            """;

    private static SiteFixture.Built site(String style, String text) {
        return SiteFixture.of("sites/minimal")
                .change("content/references.bib", WORKS)
                .edit("content/publication.yaml", yaml -> yaml + "\ncitation-style: " + style + "\n")
                .change("content/pages/about.md", "---\ntitle: About\nsummary: S.\n---\n\n" + text + "\n")
                .build();
    }

    @Test
    void aStyleWithoutAListHasNoPageOfReferences() {
        SiteFixture.Built built = site("bluebook-law-review", "A claim.[@doe, p. 3] Another.[@roe]");
        assertThat(built.mainOf("about/index.html"))
                .contains("Jane Doe")
                .doesNotContain("class=\"references\"")
                .doesNotContain("Cited in");
        assertThat(built.files()).doesNotContainKey("references/index.html");
    }

    @Test
    void worksThatAStyleDoesNotListHaveNoEntryAndNoLink() {
        String page = site("chicago-author-date", "A claim [@doe], a letter [@letter].")
                .mainOf("about/index.html");
        assertThat(page)
                .contains("href=\"#ref-doe\"", "id=\"ref-doe\"", "Letter to a Friend")
                .doesNotContain("ref-letter");
    }

    @Test
    void listsLeadBackToThePlacesInTheText() {
        String page = site("apa", "One [@doe]. Two [@doe, p. 2; @roe].").mainOf("about/index.html");
        assertThat(page)
                .contains("Cited in <a href=\"#cite-1\">the text (1)</a>, <a href=\"#cite-2\">(2)</a>")
                .contains("Cited in <a href=\"#cite-2\">the text</a>");
    }
}
