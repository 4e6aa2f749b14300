package colophon.output;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SamplePictures;
import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.model.InputFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures in SVG that nobody need fear. */
class SafeSvgTest {
    private static final String HEAD =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">";

    private final Problems problems = new Problems();

    private Optional<String> safe(byte[] svg) {
        InputFile file = new InputFile("content/figures/a.svg", InputFile.Stamp.NONE, () -> svg);
        return SafeSvg.of(file, problems).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private String safe(String inside) {
        return safe((HEAD + inside + "</svg>").getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    @Test
    void whatIsDrawnStaysAsItIs() {
        String drawing =
                "<title>A &amp; B &lt; C</title><defs><linearGradient id=\"g\" x1=\"0\"><stop offset=\"1\"></stop>"
                        + "</linearGradient></defs><style>.a &gt; .b { fill: url(#g); font: 2px \"A B\" }</style>"
                        + "<g class=\"a\" style=\"opacity: .5\"><path class=\"b\" d=\"M0 0L9 9\" fill=\"url('#g')\"></path></g>"
                        + "<text xml:space=\"preserve\"> two  words </text><use xlink:href=\"#g\"></use>"
                        + "<image href=\"data:image/png;base64,iVBORw0KGgo=\"></image>";
        assertThat(safe(drawing)).isEqualTo(HEAD + drawing + "</svg>\n");
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void editorsNotesGoWithoutAWord() {
        String noted = "<!-- a note --><metadata><x>Somebody</x></metadata>"
                + "<i:view xmlns:i=\"https://example.org/i\" i:zoom=\"2\"/><rect i:label=\"x\" xmlns:i=\"https://example.org/i\"/>";
        assertThat(safe(noted)).isEqualTo(HEAD + "<rect></rect></svg>\n");
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void whatProgramsLeaveInAttributesAndCommentsIsNotPublished() {
        String left =
                "<g data-author=\"Somebody\" content=\"&lt;mxfile&gt;\" ping=\"https://secret.example/\" attributionsrc=\"x\""
                        + " sketch-type=\"secret\" stroke-width=\"2\"><path d=\"M0,0 l.5-.5\" transform=\"rotate(45) translate(1,2)\"/></g>"
                        + "<style>/* secret */ .a{fill:red /* by Somebody */}</style>";
        assertThat(safe(left))
                .isEqualTo(HEAD
                        + "<g stroke-width=\"2\"><path d=\"M0,0 l.5-.5\" transform=\"rotate(45) translate(1,2)\"></path></g>"
                        + "<style>/**/ .a{fill:red /**/}</style></svg>\n");
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void anEmbeddedPhotographLosesWhatItSaysBesideItsPixels() throws IOException {
        byte[] photograph = SamplePictures.withExif(SamplePictures.jpeg(SamplePictures.photo(8, 8)), 1);
        String embedded = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(photograph);
        for (String inside : List.of(
                "<image href=\"" + embedded + "\"></image>", "<rect style=\"fill: url('" + embedded + "')\"></rect>")) {
            String clean = safe(inside);
            String kept = clean.replaceAll("(?s).*base64,([A-Za-z0-9+/=]+).*", "$1");
            byte[] bytes = Base64.getDecoder().decode(kept);
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(SamplePictures.PLACE);
            assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(8);
        }
        assertThat(new String(photograph, StandardCharsets.ISO_8859_1)).contains(SamplePictures.PLACE);
        assertThat(problems.sorted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style>@@import 'https://bad.example/a';import 'b';</style>",
                "<style>@&lt;!--import 'b';@import 'https://bad.example/a';</style>",
                "<style>@import 'https://bad.example/a' ; @ import 'b';</style>"
            })
    void whatIsLeftOutDoesNotLetItsNeighboursBecomeARule(String evil) {
        assertThat(safe(evil)).contains("import 'b'").doesNotContain("bad", "@");
    }

    @Test
    void escapesAreResolvedOnce() {
        assertThat(safe("<style>.\\31 a, .b\\.c{font-family:\"A\\22 B\";fill:\\75rl(#x)}</style>"))
                .isEqualTo(HEAD + "<style>.\\31 a, .b\\.c{font-family:\"A\\\"B\";fill:url(\"#x\")}</style></svg>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>bad()</script>",
                "<SCRIPT>bad()</SCRIPT>",
                "<script xlink:href=\"https://bad.example/a.js\"/>",
                "<s:script xmlns:s=\"http://www.w3.org/2000/svg\">bad()</s:script>",
                "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">bad()</h:script>",
                "<rect onclick=\"bad()\"/>",
                "<rect ONLOAD=\"bad()\"/>",
                "<a href=\"javascript:bad()\"><text>a</text></a>",
                "<a href=\" java&#10;script:bad()\"><text>a</text></a>",
                "<a xlink:href=\"data:text/html,&lt;script>bad()&lt;/script>\"><text>a</text></a>",
                "<use href=\"https://bad.example/a.svg#b\"/>",
                "<use xmlns:y=\"http://www.w3.org/1999/xlink\" y:href=\"//bad.example/a.svg#b\"/>",
                "<image href=\"https://bad.example/a.png\"/>",
                "<image href=\"data:image/svg+xml;base64,bad\"/>",
                "<feImage href=\"https://bad.example/a.png\"/>",
                "<foreignObject><iframe src=\"https://bad.example/\"/></foreignObject>",
                "<animate attributeName=\"href\" values=\"javascript:bad()\"/>",
                "<set attributeName=\"onclick\" to=\"bad()\"/>",
                "<iframe src=\"https://bad.example/\"/>",
                "<g xml:base=\"https://bad.example/\"/>",
                "<rect fill=\"url(https://bad.example/a.svg#b)\"/>",
                "<rect style=\"fill: URL( 'https://bad.example/a' )\"/>",
                "<rect style=\"fill: u\\72 l(https://bad.example/a)\"/>",
                "<rect style=\"fill: \\75\\000072\\6c(https://bad.example/a)\"/>",
                "<rect style=\"cursor: image-set('https://bad.example/a' 1x)\"/>",
                "<style>@import 'https://bad.example/a.css';</style>",
                "<style>@im\\port url(https://bad.example/a.css);</style>",
                "<style>@import url(//bad.example/a.css) screen; rect { fill: red }</style>",
                "<style><![CDATA[@font-face { src: url(https://bad.example/a.woff) }]]></style>",
                "<style>rect { fill: url(\"https://bad.example/a.svg#b\" }</style>",
                "<style>rect { fill: url(#a) } <!-- --> text { fill: url(https://bad.example/a.svg) }</style>",
                "<handler>bad()</handler>",
                // A style sheet in a style sheet; a backslash that is escaped; quotation marks by escapes (cases of
                // real use).
                "<style><style></style>rect{mask-image:url(https://bad.example/1)}</style>",
                "<rect style=\"fill:\\75rl(#x);mask-image:\\\\75rl(https://bad.example/2)\"/>",
                "<style>b{fill:\\75rl(#x)} rect{mask-image:\\\\75rl(https://bad.example/3)}</style>",
                "<rect style=\"fill:url(\\22 ) ; x: url(#b); mask-image:\\75rl(https://bad.example/4); y:\\22 )\"/>",
                "<style>rect{mask-image:u/**/rl(https://bad.example/a)}</style>",
                "<style>rect{mask-image:cross-fade(url(https://bad.example/a), url(#b))}</style>",
                "<style>rect{mask-image:src(&quot;https://bad.example/a&quot;)}</style>",
                "<font-face><font-face-src><font-face-uri href=\"https://bad.example/a\"/></font-face-src></font-face>"
            })
    void whatCouldHarmIsLeftOutAndTold(String evil) {
        String clean = safe("<rect/>" + evil + "<circle/>");
        assertThat(clean.toLowerCase(Locale.ROOT)).doesNotContain("bad").doesNotContain("script");
        assertThat(clean).startsWith(HEAD + "<rect></rect>").endsWith("<circle></circle></svg>\n");
        assertThat(problems.sorted()).as(clean).isNotEmpty();
        for (Problem problem : problems.sorted()) {
            assertThat(problem.rule().id()).isEqualTo("image-unsafe");
            assertThat(problem.span().position().line()).isEqualTo(1);
            assertThat(problem.span().position().column()).isGreaterThan(HEAD.length());
        }
        // What was made safe is safe.
        Problems before = new Problems();
        problems.sorted().forEach(before::add);
        assertThat(safe(clean.getBytes(StandardCharsets.UTF_8))).contains(clean);
        assertThat(problems.sorted()).isEqualTo(before.sorted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE svg [<!ENTITY b \"&#38;#38;ha;\"><!ENTITY a \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
                "<!DOCTYPE svg SYSTEM \"https://bad.example/a.dtd\">",
                ""
            })
    @Timeout(5)
    void noEntityIsFollowed(String type) {
        String svg = type + HEAD + "<text>&a;</text></svg>";
        assertThat(safe(svg.getBytes(StandardCharsets.UTF_8)).orElse("")).doesNotContain("root:", "ha;ha");
        assertThat(safe((type + HEAD + "<rect width=\"&a;\"/></svg>").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(problems.sorted()).isNotEmpty();
    }

    @Test
    void theUsualDocumentTypeIsNotFetched() {
        String type =
                "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";
        assertThat(safe((type + HEAD + "</svg>").getBytes(StandardCharsets.UTF_8)))
                .contains(HEAD + "</svg>\n");
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void otherEncodingsBecomeUtf8() {
        String inside = HEAD + "<text>水 é</text></svg>";
        for (Charset encoding :
                List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("Shift_JIS"))) {
            String text = encoding.name().equals("Shift_JIS") ? inside.replace(" é", "") : inside;
            byte[] bytes = ("<?xml version=\"1.0\" encoding=\"" + encoding.name() + "\"?>" + text).getBytes(encoding);
            assertThat(safe(bytes)).as(encoding.name()).contains(text + "\n");
        }
        assertThat(safe(("\uFEFF" + inside).getBytes(StandardCharsets.UTF_8))).contains(inside + "\n");
    }

    @Test
    @Timeout(10)
    void largeAndDeepFilesAreNoTrouble() {
        String data = "A".repeat(3_000_000);
        assertThat(safe("<image href=\"data:image/png;base64," + data + "\"></image>"))
                .contains(data);
        assertThat(safe("<style>@font-face { src: url(data:font/woff2;base64," + data + ") }</style>"))
                .contains(data);
        assertThat(safe("<style>" + "url(".repeat(50_000) + "</style>")).doesNotContain("url(");
        String deep = "<g>".repeat(20_000) + "</g>".repeat(20_000);
        assertThat(safe(deep)).contains("<g></g>");
        assertThat(safe("<style>" + "\\".repeat(100_000) + "</style>")).isNotEmpty();
    }
}
