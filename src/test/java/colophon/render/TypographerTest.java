package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import colophon.model.Prose;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Straight signs become those of a typesetter; ~ stands for a no-break space and _ for a narrow one. */
class TypographerTest {
    private static String set(String language, String text) {
        return Typographer.of(language).set(text).replace('\u00A0', '~').replace('\u202F', '_');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "en | \"One\" and 'two' | “One” and ‘two’",
                "en | \"She said 'no' twice.\" | “She said ‘no’ twice.”",
                "en | \"'No' is no.\" | “‘No’ is no.”",
                "en | (\"in brackets\"), \"before\"-after | (“in brackets”), “before”-after",
                "en | don't, Japan's, states' rights | don’t, Japan’s, states’ rights",
                "en | the '90s, the 1990's, '18 and 'tis | the ’90s, the 1990’s, ’18 and ’tis",
                "en | in \"1990\" it was 5' 10\" high | in “1990” it was 5' 10\" high",
                "en | one--two---three, 1990--2000 | one–two—three, 1990–2000",
                "en | --strict and a --> b, ---- | --strict and a --> b, ----",
                "en | and so on... or .... | and so on… or ....",
                "en | Fig. 3, No. 4, pp. 5-6, p. 7, chap. 8 | Fig.~3, No.~4, pp.~5-6, p.~7, chap.~8",
                "en | No. It ends here. 5 more. | No. It ends here. 5 more.",
                "en | § 5, 5 %, 12 km, 3.5 billion, 7 days | §~5, 5~%, 12~km, 3.5~billion, 7 days",
                "en-GB | \"a\" | “a”",
                "de | \"Er sagte 'nein' und ging.\" Geht's? | „Er sagte ‚nein‘ und ging.“ Geht’s?",
                "fr | \"Oui\", dit-il : c'est l'heure ! | «_Oui_», dit-il~: c’est l’heure_!",
                "sv | \"Ja\" | ”Ja”",
                "ja | \"a\" -- b... | \"a\" -- b...",
                "und | \"a\" don't | \"a\" don't",
            })
    void setsSignsAsTheLanguageHasThem(String language, String text, String expected) {
        assertThat(set(language, text)).isEqualTo(expected);
    }

    @Test
    void aTextAsHtmlIsTheSameTextEscaped() {
        Random random = new Random(5);
        String signs = "ab7 .-'\"<>&é“\u00A0\u202F§!?;%\uFFFE\u0001\n";
        for (String language : List.of("en", "fr", "ja")) {
            Typographer plain = Typographer.of(language);
            Typographer html = Typographer.of(language);
            for (int i = 0; i < 20_000; i++) {
                StringBuilder text = new StringBuilder();
                for (int length = random.nextInt(12); length > 0; length--) {
                    text.append(signs.charAt(random.nextInt(signs.length())));
                }
                Prose.Writer out = new Prose.Writer();
                html.set(text.toString(), out);
                assertThat(out.toString()).as(text.toString()).isEqualTo(Html.escape(plain.set(text.toString())));
            }
        }
    }

    @Test
    void marksOpenInOnePieceAndCloseInAnother() {
        Typographer type = Typographer.of("en");
        assertThat(type.set("say \"")).isEqualTo("say “");
        assertThat(type.set("word")).isEqualTo("word");
        assertThat(type.set("\" and '")).isEqualTo("” and ‘");
        type.pass('x');
        assertThat(type.set("' or \"1990")).isEqualTo("’ or “1990");
        assertThat(type.set("\"")).isEqualTo("”");
    }

    @Test
    void pagesAreSetButForCodeAddressesAndIds() {
        String markdown = """
                ---
                title: About
                summary: S.
                ---

                "*One*" and "[a 'link'](../brief.md)" -- see <https://example.org/a--b> and `"--"`.

                ## Who's "who"?

                ## Two

                ## Three

                "A note"[^n] ends "here.[^n]"

                | "a" | 5 km |
                | --- | --- |
                | b | don't |

                [^n]: It's "noted".
                """;
        String page = SiteFixture.of("sites/minimal")
                .change("content/pages/about.md", markdown)
                .build()
                .isClean()
                .mainOf("about/index.html");
        assertThat(page)
                .contains("<p>“<em>One</em>” and “<a href=\"../brief/index.html\">a ‘link’</a>” – see "
                        + "<a href=\"https://example.org/a--b\" class=\"external\">https://example.org/a--b</a> and "
                        + "<code>&quot;--&quot;</code>.</p>")
                .contains(
                        "<h2 id=\"whos-who\">Who’s “who”? <a class=\"anchor\" href=\"#whos-who\" aria-label=\"Link to this section: Who’s “who”?\"")
                .contains("<a href=\"#whos-who\">Who’s “who”?</a>")
                .contains("<p>“A note”<a class=\"note-call\"")
                .contains("</span> It’s “noted”.</span> ends “here.<a class=\"note-call\"")
                .contains("1</a>”</p>")
                .contains("<th scope=\"col\">“a”</th><th scope=\"col\">5\u00A0km</th>")
                .contains("<td>don’t</td>");
    }

    @Test
    void whatNeedsNoChangeIsNotCopied() {
        String text = "Nothing to do here. 12 apples, a-b.";
        assertThat(Typographer.of("en").set(text)).isSameAs(text);
    }
}
