package colophon.model;

import java.util.Locale;

/** Addresses on the web, as links have them: of what an address cannot hold, RFC 3986 wants the bytes. */
public final class WebAddress {
    private static final String NEVER = "<>\"{}|\\\\^` ";
    /** What would end the path. */
    private static final String NEVER_IN_PATH = NEVER + "#?";

    private WebAddress() {}

    /** Where a DOI leads: {@code 10.1002/(SICI)1097(1998)17:15<1661::AID-SIM968>3.0.CO;2-2} has characters that no address may have. */
    public static String ofDoi(String doi) {
        return "https://doi.org/" + encoded(doi, NEVER_IN_PATH);
    }

    /** An address without the characters that none can have; all others, and what is encoded already, stay as they are. */
    public static String encoded(String address) {
        return encoded(address, NEVER);
    }

    private static String encoded(String text, String never) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (never.indexOf(c) >= 0) {
                out.append('%')
                        .append(Integer.toHexString(0x100 | c).substring(1).toUpperCase(Locale.ROOT));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
