package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleReferencesTest {
    private static List<String> in(String css) {
        return StyleReferences.in(css).stream()
                .map(it -> css.substring(it.from(), it.to()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a { background: url(a.png) } # a.png",
                "a { background: URL( 'b c.png' ) } # b c.png",
                "a { background: url( \"b c.png\" ) } # b c.png",
                "@import \"more.css\"; # more.css",
                "@import 'more.css' print; # more.css",
                "@import url(more.css); # more.css",
                "a { background: image-set(\"a.png\" 1x, 'b.png' 2x) } # a.png|b.png",
                "a { background: image-set(url(a.png) 1x, 'b.webp' type('image/webp')) } # a.png|b.webp",
                "/* url(a.png) @import 'b' */ a { color: red } # ``",
                "a::before { content: \"url\"; quotes: \"«\" \"»\" } # ``"
            })
    void findsWhatBrowsersAskFor(String css, String addresses) {
        assertThat(String.join("|", in(css))).isEqualTo(addresses);
    }

    @Test
    void aSheetThatAnotherImportsIsPublishedUnderItsHashedName() {
        SiteFixture.Built built = SiteFixture.of("sites/minimal")
                .change(
                        "site-assets/css/site.css",
                        "@import \"zebra.css\";\n@import url(alpha.css);\np { margin: 0 }\n")
                .change(
                        "site-assets/css/zebra.css",
                        "p { color: red; background: image-set('../icons/card.png' 1x) }\n")
                .change("site-assets/css/alpha.css", "@import 'zebra.css';\n")
                .build()
                .isClean();
        String site = text(built, "assets/css/site.");
        assertThat(site)
                .containsPattern(
                        "@import \"zebra\\.[0-9a-f]{8}\\.css\";\n@import url\\(\"alpha\\.[0-9a-f]{8}\\.css\"\\);");
        assertThat(text(built, "assets/css/zebra."))
                .containsPattern("image-set\\('\\.\\./icons/card\\.[0-9a-f]{8}\\.png' 1x\\)");
    }

    @Test
    void anotherHostAndAMissingSheetAreReportedWhereTheyAreNamed() {
        SiteFixture.of("sites/minimal")
                .change(
                        "site-assets/css/site.css",
                        "@import \"https://fonts.example/css\";\n@import 'gone.css';\np { background: url(//cdn.example/a.png) }\n")
                .build()
                .hasProblems("""
                        site-assets/css/site.css:1:10: error: every page would ask another host for "https://fonts.example/css" [link-unsafe]
                          | @import "https://fonts.example/css";
                          |          ^^^^^^^^^^^^^^^^^^^^^^^^^
                          help: put the file into site-assets/ and name it here
                        site-assets/css/site.css:2:10: error: no file named "css/gone.css" in site-assets/ [link-target-missing]
                          | @import 'gone.css';
                          |          ^^^^^^^^
                        site-assets/css/site.css:3:21: error: every page would ask another host for "//cdn.example/a.png" [link-unsafe]
                          | p { background: url(//cdn.example/a.png) }
                          |                     ^^^^^^^^^^^^^^^^^^^
                          help: put the file into site-assets/ and name it here

                        3 errors
                        """);
    }

    private static String text(SiteFixture.Built built, String beginning) {
        String path = built.files().keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .findFirst()
                .orElseThrow();
        return built.text(path);
    }
}
