package colophon.render;

import java.util.Locale;
import java.util.Set;

/**
 * Which spaces a line may not end at: between a number and its unit or what it numbers, and between initials.
 *
 * <p>Units follow ISO 80000-1 (a space, and no break, between a number and its unit); that a million, "Fig." and initials stay together is
 * what the Chicago Manual of Style advises (6.121, 7.41, 10.12). The words are those of all languages together: a space that stays with a
 * number without a reason harms no line.
 */
final class NoBreaks {
    /** What a number may follow, in lower case and without its full stop. */
    private static final Set<String> NUMBERED = words("""
            figure figures fig figs table tables tab tabs box boxes chapter chapters chap chaps ch article articles art
            arts section sections sect sec part parts annex annexes appendix app map maps chart charts equation eq page
            pages p pp no nos nr note notes footnote volume vol vols paragraph paragraphs para paras line lines act rule
            step clause schedule question exhibit plate abbildung abb tabelle kapitel kap artikel seite seiten s bd band
            absatz abs anhang abschnitt ziffer ziff satz karte kasten anm tableau tabl chapitre encadré annexe n° nº
            alinéa figura figuras cuadro tabla capítulo cap artículo página páginas pág págs núm anexo sección recuadro
            mapa gráfico quadro tabela artigo secção seção tabella capitolo articolo sezione pagina pag allegato
            riquadro n figuur tabel hoofdstuk bladzijde blz deel bijlage paragraaf figur tabell sida side sivu kuva
            taulukko luku rys rozdz rozdział artykuł str obr obrázek tabulka kapitola čl článek č strana рис рисунок
            табл таблица гл глава ст статья с стр № пункт п
            """);

    /** Units, numerals and currencies that do not begin a line. */
    private static final Set<String> UNITS = words("""
            % ‰ ° °C °F km m cm mm µm nm km² m² m³ ha kg g mg µg t Mt Gt kt l L ml W kW MW GW TW Wh kWh MWh GWh TWh Hz
            kHz MHz GHz V kV A J kJ MJ GJ PJ EJ Pa hPa K dB h min s ms kB MB GB TB bn mn tn million millions billion
            billions trillion trillions thousand hundred percent crore lakh Millionen Million Milliarden Milliarde Mio
            Mrd Prozent milliard milliards mio md Md millones millón milhões milhão bilhões milioni milione miliardi
            miliardo mln mld mlrd miljoen miljard procent miljoner miljarder millioner milliarder miljoonaa miliony
            milionów miliardów miliard tys mil млн млрд тыс тис € $ £ ¥ ₹ kr Kč zł Ft Kčs лв грн руб EUR USD GBP JPY CHF
            SEK NOK DKK CNY INR
            """);

    /** Currencies that a number follows; those of three upper-case letters, and all currency symbols, do so as well. */
    private static final Set<String> CURRENCIES = words("Rs Rs. Re kr kr. Fr. Fr SFr. Tk Rp RM");

    private static final int GROUPED_DIGITS = 3;
    private static final int CURRENCY_CODE_CHARS = 3;

    private NoBreaks() {}

    private static Set<String> words(String words) {
        return Set.of(words.strip().split("\\s+"));
    }

    /** Whether the words on both sides of a space stay together. */
    static boolean isBound(char[] text, int length, int space) {
        if (space == 0 || space + 1 >= length) {
            return false;
        }
        char last = text[space - 1];
        char next = text[space + 1];
        if (last == '§' || last == '¶' || last == '№') {
            return true;
        }
        if (Character.isDigit(last)) {
            return isUnit(wordAfter(text, length, space)) || isGroup(text, length, space);
        }
        if (Character.isDigit(next)) {
            return takesNumber(wordBefore(text, space));
        }
        if (!Character.isLetter(next)) {
            return false;
        }
        return last == '.'
                        && isInitial(text, space - 2)
                        && isInitial(text, space + 1)
                        && charAt(text, length, space + 2) == '.'
                || Character.isUpperCase(next)
                        && isNumeral(wordAfter(text, length, space))
                        && isNumbered(wordBefore(text, space));
    }

    private static boolean isUnit(String word) {
        return !word.isEmpty() && (UNITS.contains(word) || UNITS.contains(withoutStop(word)));
    }

    /** Whether a space parts the thousands of a number: three digits after it, and up to three before it. */
    private static boolean isGroup(char[] text, int length, int space) {
        int start = space;
        while (start > 0 && Character.isDigit(text[start - 1])) {
            start--;
        }
        int end = space + 1;
        while (end < length && Character.isDigit(text[end])) {
            end++;
        }
        char before = start == 0 ? ' ' : text[start - 1];
        return space - start <= GROUPED_DIGITS
                && end - space - 1 == GROUPED_DIGITS
                && !Character.isLetter(before)
                && ".,-/–".indexOf(before) < 0;
    }

    private static boolean takesNumber(String word) {
        if (word.isEmpty()) {
            return false;
        }
        char last = word.charAt(word.length() - 1);
        return isNumbered(word)
                || CURRENCIES.contains(word)
                || Character.getType(last) == Character.CURRENCY_SYMBOL
                || word.length() == CURRENCY_CODE_CHARS && word.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static boolean isNumbered(String word) {
        String base = withoutStop(word).toLowerCase(Locale.ROOT);
        // "No. 5" numbers, "no 5" does not: only a whole word needs no full stop.
        boolean isWhole = base.length() == word.length();
        return NUMBERED.contains(base) && (!isWhole || !isAbbreviation(base));
    }

    /** Whether a word without its full stop is another word. */
    private static boolean isAbbreviation(String word) {
        return word.equals("no") || word.equals("nos") || word.equals("s") || word.equals("с") || word.equals("п");
    }

    /** A Roman numeral, or the letter of an annex. */
    private static boolean isNumeral(String word) {
        String base = withoutStop(word);
        return !base.isEmpty()
                && (base.chars().allMatch(c -> "IVXLCDM".indexOf(c) >= 0)
                        || base.length() == 1 && Character.isUpperCase(base.charAt(0))
                        || base.length() > 1 && Character.isDigit(base.charAt(1)));
    }

    private static boolean isInitial(char[] text, int at) {
        return at >= 0
                && Character.isLetter(text[at])
                && (at == 0 || !Character.isLetterOrDigit(text[at - 1]) && text[at - 1] != '\'' && text[at - 1] != '’');
    }

    private static String withoutStop(String word) {
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }

    /** Letters, digits and signs of units after a space, with a full stop between or after them. */
    private static String wordAfter(char[] text, int length, int space) {
        int end = space + 1;
        while (end < length
                && (Character.isLetterOrDigit(text[end])
                        || "%‰°²³.".indexOf(text[end]) >= 0
                        || Character.getType(text[end]) == Character.CURRENCY_SYMBOL)) {
            end++;
        }
        return new String(text, space + 1, end - space - 1);
    }

    private static String wordBefore(char[] text, int space) {
        int start = space;
        while (start > 0
                && (Character.isLetter(text[start - 1])
                        || ".°º№".indexOf(text[start - 1]) >= 0
                        || Character.getType(text[start - 1]) == Character.CURRENCY_SYMBOL)) {
            start--;
        }
        return new String(text, start, space - start);
    }

    private static char charAt(char[] text, int length, int at) {
        return at < length ? text[at] : ' ';
    }
}
