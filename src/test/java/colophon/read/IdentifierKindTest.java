package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers as their sites, catalogues and covers give them. */
class IdentifierKindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ORCID | 0000-0002-1825-0097 | 0000-0002-1825-0097",
                "ORCID | https://orcid.org/0000-0002-1825-0097 | 0000-0002-1825-0097",
                "ORCID | http://www.orcid.org/0000-0002-1825-0097/ | 0000-0002-1825-0097",
                "ORCID | orcid.org/0000-0002-1825-0097 | 0000-0002-1825-0097",
                "ORCID | HTTPS://ORCID.ORG/0000-0002-1694-233x?lang=de | 0000-0002-1694-233X",
                "ORCID | ORCID: 0000-0002-1694-233x | 0000-0002-1694-233X",
                "ORCID | ORCID iD 0000 0002 1694 233X | 0000-0002-1694-233X",
                "ORCID | 000000021694233x | 0000-0002-1694-233X",
                "ORCID | 0000–0002–1825–0097 | 0000-0002-1825-0097",
                "DOI | 10.5555/12345678 | 10.5555/12345678",
                "DOI | https://doi.org/10.5555/12345678 | 10.5555/12345678",
                "DOI | http://dx.doi.org/10.5555/12345678/ | 10.5555/12345678",
                "DOI | https://www.doi.org/10.5555/12345678 | 10.5555/12345678",
                "DOI | doi.org/10.5555/12345678 | 10.5555/12345678",
                "DOI | doi:10.5555/12345678 | 10.5555/12345678",
                "DOI | DOI: 10.5555/12345678 | 10.5555/12345678",
                "DOI | DOI 10.5555/12345678 | 10.5555/12345678",
                "DOI | info:doi/10.5555/12345678 | 10.5555/12345678",
                "DOI | https://doi.org/10.1002/(SICI)1096-8644(199601)99%3A1%3C1%3A%3AAID%3E3.0 | 10.1002/(SICI)1096-8644(199601)99:1<1::AID>3.0",
                "DOI | 10.5555/978-3-00_12 | 10.5555/978-3-00_12",
                "ROR | 05dxps055 | 05dxps055",
                "ROR | https://ror.org/05dxps055 | 05dxps055",
                "ROR | https://ror.org/05DXPS055/ | 05dxps055",
                "ROR | ror.org/05dxps055 | 05dxps055",
                "ROR | ROR: 05dxps055 | 05dxps055",
                "ISBN | 978-3-16-148410-0 | 978-3-16-148410-0",
                "ISBN | 9783161484100 | 9783161484100",
                "ISBN | 978 3 16 148410 0 | 978-3-16-148410-0",
                "ISBN | ISBN 978-3-16-148410-0 | 978-3-16-148410-0",
                "ISBN | ISBN-13: 978–3–16–148410–0 | 978-3-16-148410-0",
                "ISBN | urn:isbn:9783161484100 | 9783161484100",
                "ISBN | ISBN-10 0-8044-2957-x | 0-8044-2957-X",
                "ISSN | 2049-3630 | 2049-3630",
                "ISSN | 20493630 | 2049-3630",
                "ISSN | ISSN 2049 3630 | 2049-3630",
                "ISSN | eISSN: 2434-561x | 2434-561X",
                "ISSN | ISSN-L 2049-3630 | 2049-3630",
                "ISSN | ISSN (online): 2049-3630 | 2049-3630",
                "ISSN | https://portal.issn.org/resource/ISSN/2049-3630 | 2049-3630",
                "ISSN | urn:issn:2049-3630 | 2049-3630",
            })
    void isReadInEveryForm(IdentifierKind kind, String text, String identifier) {
        assertThat(kind.read(text)).contains(identifier);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ORCID | https://orcid.org/0000-0002-1825-0098",
                "ORCID | https://orcid.org/0000-0002-1825",
                "ORCID | https://example.org/0000-0002-1825-0097",
                "ORCID | Ada Rivera",
                "ROR | https://ror.org/05dxps056",
                "ROR | https://orcid.org/05dxps055",
                "DOI | https://doi.org/",
                "DOI | https://example.org/10.5555/12345678",
                "DOI | 10.55/x",
                "ISBN | ISBN 978-3-16-148410-1",
                "ISBN | 978-3-16-14841",
                "ISSN | ISSN 2049-3631",
                "ISSN | 2049-363",
            })
    void aMistakeIsNotRead(IdentifierKind kind, String text) {
        assertThat(kind.read(text)).isEmpty();
    }
}
