package colophon.read;

import java.util.regex.Pattern;

/** Tells a mistyped identifier from a real one by its form and check digits. */
final class CheckDigits {
    private static final Pattern ORCID = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");
    private static final Pattern ROR = Pattern.compile("0[0-9a-hjkmnp-tv-z]{6}\\d{2}");
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");
    private static final Pattern ISSN = Pattern.compile("\\d{4}-\\d{3}[\\dX]");
    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

    private CheckDigits() {}

    /** ISO 7064 MOD 11-2, as ORCID prescribes. */
    static boolean isOrcid(String text) {
        if (!ORCID.matcher(text).matches()) {
            return false;
        }
        String digits = text.replace("-", "");
        int total = 0;
        for (int i = 0; i < 15; i++) {
            total = (total + digits.charAt(i) - '0') * 2;
        }
        int check = (12 - total % 11) % 11;
        return digits.charAt(15) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    /** Crockford base 32 with ISO 7064 MOD 97-10 check digits, as ROR prescribes. */
    static boolean isRor(String text) {
        if (!ROR.matcher(text).matches()) {
            return false;
        }
        long number = 0;
        for (char c : text.substring(0, 7).toCharArray()) {
            number = number * 32 + CROCKFORD.indexOf(c);
        }
        return 98 - number * 100 % 97 == Integer.parseInt(text.substring(7));
    }

    static boolean isDoi(String text) {
        return DOI.matcher(text).matches();
    }

    static boolean isIssn(String text) {
        if (!ISSN.matcher(text).matches()) {
            return false;
        }
        String digits = text.replace("-", "");
        int total = 0;
        for (int i = 0; i < 8; i++) {
            total += value(digits.charAt(i)) * (8 - i);
        }
        return total % 11 == 0;
    }

    /** ISBN-13 or ISBN-10, with or without hyphens. */
    static boolean isIsbn(String text) {
        String digits = text.replace("-", "").replace(" ", "");
        if (digits.matches("\\d{13}")) {
            int total = 0;
            for (int i = 0; i < 13; i++) {
                total += value(digits.charAt(i)) * (i % 2 == 0 ? 1 : 3);
            }
            return total % 10 == 0;
        }
        if (!digits.matches("\\d{9}[\\dX]")) {
            return false;
        }
        int total = 0;
        for (int i = 0; i < 10; i++) {
            total += value(digits.charAt(i)) * (10 - i);
        }
        return total % 11 == 0;
    }

    private static int value(char digit) {
        return digit == 'X' ? 10 : digit - '0';
    }
}
