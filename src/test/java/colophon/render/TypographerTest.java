package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
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
                "en | the '90s, class of '07 and rock 'n' roll | the ’90s, class of ’07 and rock ’n’ roll",
                "en | The plan---\"'nobody's' first choice\"---failed | The plan—“‘nobody’s’ first choice”—failed",
                "en | \"He said 'no.'\" (\"Really?\") \"Line\"--end. | “He said ‘no.’” (“Really?”) “Line”–end.",
                "en | 3\" pipes; the \"3-year\" plan; Hawai'i; the Joneses' car | 3\" pipes; the “3-year” plan; Hawai’i; the Joneses’ car",
                "en | \"a 6' 2\" man\", \"1\", \"a 6\" and a 7\" pipe\" | “a 6' 2\" man”, “1”, “a 6\" and a 7\" pipe”",
                "en | 52° 30' 15\" N, 5'10\", 10½\" wide | 52° 30' 15\" N, 5'10\", 10½\" wide",
                "en | She said:\"no\",and he said (\"yes\"),\"no\" | She said:“no”,and he said (“yes”),“no”",
                "en | \"Well,\"he said. [\"a\"]/\"b\"/\"c\" | “Well,”he said. [“a”]/“b”/“c”",
                "en | the 'kay word, 'twas 'one' | the ’kay word, ’twas ‘one’",
                "en | \"One goes on | “One goes on",
                "en | and ends.\" | and ends.”",
                "en | \"...and so on\" -- \"$5\" or \"#1\" | “…and so on” – “$5” or “#1”",
                "de | Er sagte: \"Sie rief 'nein'\". | Er sagte: „Sie rief ‚nein‘“.",
                "de | \"Sie rief 'nein'\", sagte er. | „Sie rief ‚nein‘“, sagte er.",
                "de | Er schrieb: \"Ich sage 'ja'\" | Er schrieb: „Ich sage ‚ja‘“",
                "de | Wie geht's? 'n Abend, 's ist die \"Wort\"bildung der '68er | Wie geht’s? ’n Abend, ’s ist die „Wort“bildung der ’68er",
                "cs | Řekl: \"Volala 'ne'\". | Řekl: „Volala ‚ne‘“.",
                "cs | dům k domu v Praze | dům k~domu v~Praze",
                "sk | \"Volala 'nie'\". | „Volala ‚nie‘“.",
                "sl | \"Klicala je 'ne'\". | „Klicala je ‚ne‘“.",
                "hr | \"Zvala je 'ne'\"! | „Zvala je ‚ne‘“!",
                "sr | \"Звала је 'не'\"! | „Звала је ’не’”!",
                "bg | \"Тя каза 'не'\". | „Тя каза „не““.",
                "lt | \"Ji tarė 'ne'\". | „Ji tarė „ne““.",
                "et | \"Ta hüüdis 'ei'\". | „Ta hüüdis ‚ei‘“.",
                "is | \"Hún sagði 'nei'\". | „Hún sagði ‚nei‘“.",
                "pl | \"Wołała 'nie'\". | „Wołała «nie»”.",
                "ro | \"Ea a spus 'nu'\". | „Ea a spus «nu»”.",
                "hu | \"Azt mondta: 'nem'\". | „Azt mondta: »nem«”.",
                "ru | \"Она сказала 'нет'\". | «Она сказала „нет“».",
                "uk | \"Вона сказала 'ні'\", об'єкт | «Вона сказала „ні“», об’єкт",
                "be | \"Яна сказала 'не'\" | «Яна сказала „не“»",
                "da | \"Hun sagde 'nej'\". | “Hun sagde ‘nej’”.",
                "nb | \"Hun sa 'nei'\". | «Hun sa ‘nei’».",
                "sv | \"Hon sa 'nej'\". | ”Hon sa ’nej’”.",
                "fi | \"Hän sanoi 'ei'\". | ”Hän sanoi ’ei’”.",
                "nl | 's-Gravenhage, 't huis, 's morgens, auto's, \"goed\" | ’s-Gravenhage, ’t huis, ’s morgens, auto’s, ‘goed’",
                "fr | Les débats sur l'\"Union\" et qu'\"ils\" disent. | Les débats sur l’«_Union_» et qu’«_ils_» disent.",
                "fr | \"Il parle de l'\"Union\"\", l'(in)égalité | «_Il parle de l’«_Union_»_», l’(in)égalité",
                "fr | quoi ? oui : « bon » ; non ! | quoi_? oui~: «_bon_»_; non_!",
                "fr-CH | \"Elle dit 'non'\" | «_Elle dit ‹_non_›_»",
                "it | dell'\"asse\" e un po' di \"pane\", l''oggi' | dell’«asse» e un po’ di «pane», l’“oggi”",
                "ca | l'\"estat\" i d'\"ell\" | l’«estat» i d’«ell»",
                "es | ¿\"Qué\"? ¡\"Hola\"! \"¿Sí?\" | ¿«Qué»? ¡«Hola»! «¿Sí?»",
                "es-MX | \"Sí\" | “Sí”",
                "pt | \"Sim\", copo d'água | “Sim”, copo d’água",
                "pt-PT | \"Sim 'sim'\" | «Sim “sim”»",
                "el | \"Ναι\" | «Ναι»",
                "tr | \"Evet\", Türkiye'nin | “Evet”, Türkiye’nin",
                "ko | \"네\"라고 했다. | “네”라고 했다.",
                "fr | \"Oui\", dit-il : c'est l'heure ! | «_Oui_», dit-il~: c’est l’heure_!",
                "sv | \"Ja\" | ”Ja”",
                "ja | \"a\" -- b... | \"a\" -- b...",
                "und | \"a\" don't | \"a\" don't",
            })
    void setsMarksAsTheLanguageHasThem(String language, String text, String expected) {
        assertThat(set(language, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "https://example.org/a--b...c and doi:10.1000/x--y | https://example.org/a--b...c and doi:10.1000/x--y",
                "(see https://example.org/it's--b). One--two | (see https://example.org/it's--b). One–two",
                "\"https://example.org/a--b\", (10.5555/a...b) | “https://example.org/a--b”, (10.5555/a...b)",
                "www.example.org/a--b, a--b@example.org, ../a--b, /usr/a--b | www.example.org/a--b, a--b@example.org, ../a--b, /usr/a--b",
                "use (--strict) or \"--strict\" or --no-downloads=x | use (--strict) or “--strict” or --no-downloads=x",
                "the file a--b.md, C:\\a--b, xn--mnchen-3ya.example | the file a--b.md, C:\\a--b, xn--mnchen-3ya.example",
                "and/or--not: yes... he said--no. | and/or–not: yes… he said–no.",
                "the record {\"type\":\"F\", 'n': 1} of type=\"F\" is \"new\" | the record {\"type\":\"F\", 'n': 1} of type=\"F\" is “new”",
            })
    void leavesWhatReadersCopyAsItIsWritten(String text, String expected) {
        assertThat(set("en", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Figure 1, Table A2, Chapter 3 and Box 4 | Figure~1, Table~A2, Chapter~3 and Box~4",
                "Article II, Annex A, Part IV. The part I like | Article~II, Annex~A, Part~IV. The part~I like",
                "Rs 88,000, US$ 5, EUR 7, £ 3 | Rs~88,000, US$~5, EUR~7, £~3",
                "§ 3, §§ 3 and 4, p. 12, No. 5, no 5 apples, vol. 2 | §~3, §§~3 and 4, p.~12, No.~5, no 5 apples, vol.~2",
                "J. K. Rowling and J. R. R. Tolkien, z. B. so | J.~K. Rowling and J.~R.~R. Tolkien, z.~B. so",
                "It is I. A new one. | It is I. A new one.",
                "88 000 km², 1 234 567, in 2020 300 people, 5 kg. | 88~000~km², 1~234~567, in 2020 300 people, 5~kg.",
                "20 €, 5 Mio. Euro, 12 days, 3 cats | 20~€, 5~Mio. Euro, 12 days, 3 cats",
            })
    void keepsTogetherWhatNoLineMayPart(String text, String expected) {
        assertThat(set("en", text)).isEqualTo(expected);
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
    void keepsEveryLetterOfAnyText() {
        Random random = new Random(17);
        String characters = "ab7 .-'\"{}=/:@\\()[],;?!»«“„’…—\u00A0\nßあ한🌊\uFFFC";
        int[] all = characters.codePoints().toArray();
        for (String language : List.of("en", "de", "fr", "it", "nl", "cs", "ru", "ja")) {
            Typographer type = Typographer.of(language);
            for (int i = 0; i < 20_000; i++) {
                StringBuilder text = new StringBuilder();
                for (int length = random.nextInt(16); length > 0; length--) {
                    text.appendCodePoint(all[random.nextInt(all.length)]);
                }
                assertThat(letters(type.set(text.toString())))
                        .as(text.toString())
                        .isEqualTo(letters(text.toString()));
            }
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}\\p{So}]", "");
    }

    @Test
    void whatNeedsNoChangeIsNotCopied() {
        String text = "Nothing to do here. 12 apples, a-b.";
        assertThat(Typographer.of("en").set(text)).isSameAs(text);
    }
}
