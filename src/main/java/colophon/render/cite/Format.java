package colophon.render.cite;

/**
 * How a style wants a part to be printed. Each value is empty where the style does not say.
 *
 * @param affixesInside whether the affixes have the format of what they surround, as those of a layout
 */
record Format(
        String prefix,
        String suffix,
        String delimiter,
        String fontStyle,
        String fontVariant,
        String fontWeight,
        String decoration,
        String verticalAlign,
        String textCase,
        String display,
        boolean quotes,
        boolean stripsPeriods,
        boolean affixesInside) {
    static final Format PLAIN = new Format("", "", "", "", "", "", "", "", "", "", false, false, false);

    static Format of(StyleElement element) {
        Format format = new Format(
                element.get("prefix"),
                element.get("suffix"),
                element.get("delimiter"),
                element.get("font-style"),
                element.get("font-variant"),
                element.get("font-weight"),
                element.get("text-decoration"),
                element.get("vertical-align"),
                element.get("text-case"),
                element.get("display"),
                element.isTrue("quotes"),
                element.isTrue("strip-periods"),
                element.is("layout"));
        return format.equals(PLAIN) ? PLAIN : format;
    }

    static Format delimited(String delimiter) {
        return PLAIN.withDelimiter(delimiter);
    }

    static Format around(String prefix, String suffix) {
        return PLAIN.withAffixes(prefix, suffix);
    }

    Format withDelimiter(String other) {
        return new Format(
                prefix,
                suffix,
                other,
                fontStyle,
                fontVariant,
                fontWeight,
                decoration,
                verticalAlign,
                textCase,
                display,
                quotes,
                stripsPeriods,
                affixesInside);
    }

    Format withAffixes(String before, String after) {
        return new Format(
                before,
                after,
                delimiter,
                fontStyle,
                fontVariant,
                fontWeight,
                decoration,
                verticalAlign,
                textCase,
                display,
                quotes,
                stripsPeriods,
                affixesInside);
    }

    Format withTextCase(String other) {
        return new Format(
                prefix,
                suffix,
                delimiter,
                fontStyle,
                fontVariant,
                fontWeight,
                decoration,
                verticalAlign,
                other,
                display,
                quotes,
                stripsPeriods,
                affixesInside);
    }

    Format withDisplay(String other) {
        return new Format(
                prefix,
                suffix,
                delimiter,
                fontStyle,
                fontVariant,
                fontWeight,
                decoration,
                verticalAlign,
                textCase,
                other,
                quotes,
                stripsPeriods,
                affixesInside);
    }

    /** The fonts and the case only, without affixes, delimiter and display. */
    Format fonts() {
        return withAffixes("", "").withDelimiter("").withDisplay("");
    }

    /** What another format says, and what this says where that is silent. */
    Format overriddenBy(Format other) {
        return new Format(
                first(other.prefix, prefix),
                first(other.suffix, suffix),
                first(other.delimiter, delimiter),
                first(other.fontStyle, fontStyle),
                first(other.fontVariant, fontVariant),
                first(other.fontWeight, fontWeight),
                first(other.decoration, decoration),
                first(other.verticalAlign, verticalAlign),
                first(other.textCase, textCase),
                first(other.display, display),
                quotes || other.quotes,
                stripsPeriods || other.stripsPeriods,
                affixesInside || other.affixesInside);
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
