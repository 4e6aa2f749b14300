package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.model.NameOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People are named as their language names them, on pages, in citations, in metadata. */
class ContributorNamesTest {
    @ParameterizedTest
    @CsvSource({
        "水野, 花子, ja, 水野 花子",
        "水野, 花子, ja-JP, 水野 花子",
        "みずの, 花子, en, みずの 花子",
        "王, 小明, zh-Hans, 王小明",
        "王, 小明, en, 王小明",
        "김, 민수, ko, 김민수",
        "스미스, John, ko, John 스미스",
        "スミス, ジョン, ja, ジョン・スミス",
        "Rivera, Ada, ja, Ada Rivera",
        "Nagy, Anna, hu, Nagy Anna",
        "Nguyễn, Văn An, vi, Nguyễn Văn An",
        "Nagy, Anna, en, Anna Nagy",
        "Иванова, Анна, hu, Анна Иванова",
    })
    void followsTheLanguage(String family, String given, String language, String printed) {
        assertThat(NameOrder.of(family, given, language).name(family, given)).isEqualTo(printed);
    }

    @Test
    void sayTheSameEverywhere() throws Exception {
        SiteFixture.Built built =
                SiteFixture.of("sites/japanese").withDownloads().build().isClean();
        assertThat(built.mainOf("index.html"))
                .contains("<li>水野 花子\n")
                .contains("id=\"page-citation\">水野 花子. <cite>")
                .doesNotContain("花子 水野");
        assertThat(built.text("index.html")).contains("<meta name=\"citation_author\" content=\"水野, 花子\">");
        String name = built.files().keySet().stream()
                .filter(path -> path.endsWith(".epub"))
                .findFirst()
                .orElseThrow();
        assertThat(EpubBook.of(built.bytes(name)).text("package.opf")).contains(">水野 花子</dc:creator>");
    }
}
