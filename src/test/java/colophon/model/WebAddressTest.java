package colophon.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an address cannot hold is percent-encoded, and nothing else. */
class WebAddressTest {
    @Test
    void aDoiMayHaveAnyCharacter() {
        assertThat(WebAddress.ofDoi("10.1002/(SICI)1097-0258(1998)17:15/16<1661::AID-SIM968>3.0.CO;2-2"))
                .isEqualTo("https://doi.org/10.1002/(SICI)1097-0258(1998)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2");
        assertThat(WebAddress.ofDoi("10.1000/a#b?c [d]")).isEqualTo("https://doi.org/10.1000/a%23b%3Fc%20[d]");
    }

    @Test
    void whatIsEncodedAlreadyStays() {
        assertThat(WebAddress.encoded("https://example.org/a%20b?c=<d>&e=\"f\"#g"))
                .isEqualTo("https://example.org/a%20b?c=%3Cd%3E&e=%22f%22#g");
    }
}
