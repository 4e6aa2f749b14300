package colophon.render.cite;

import colophon.render.cite.Node.Branch;
import colophon.render.cite.Node.Leaf;
import colophon.render.cite.Rich.Frame;
import colophon.render.cite.Rich.Kind;
import colophon.render.cite.Rich.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns nodes into text: delimiters, affixes, fonts, quotation marks and cases. */
final class NodeRenderer {
    private final FieldText fields;
    private final Locale locale;

    /** @param locale of the cases */
    NodeRenderer(FieldText fields, Locale locale) {
        this.fields = fields;
        this.locale = locale;
    }

    /** A text of a style or of an author. */
    Rich read(String text) {
        return fields.read(text);
    }

    Rich render(Node node) {
        if (node instanceof Leaf leaf) {
            return leaf.text();
        }
        Branch branch = (Branch) node;
        String delimiter = branch.format().delimiter();
        List<Rich> parts = new ArrayList<>(branch.children().size() * 2);
        for (Node child : branch.children()) {
            Rich part = render(child);
            if (!part.isEmpty()) {
                boolean delimited = !delimiter.isEmpty() && !parts.isEmpty() && ",;.".indexOf(part.first()) < 0;
                if (delimited) {
                    parts.add(fields.read(delimiter));
                }
                parts.add(part);
            }
        }
        return format(branch.format(), Punctuation.join(parts));
    }

    private Rich format(Format format, Rich text) {
        if (text.isEmpty() || format == Format.PLAIN) {
            return text;
        }
        Rich rich = format.stripsPeriods() ? text.map(it -> it.replace(".", "")) : text;
        if (rich.isEmpty()) {
            return rich;
        }
        if (format.affixesInside()) {
            rich = affixed(format, rich);
        }
        rich = TextCase.apply(rich, format.textCase(), locale);
        rich = fonts(format, rich);
        if (format.quotes()) {
            rich = rich.within(Kind.QUOTES);
        }
        if (!format.affixesInside()) {
            rich = affixed(format, rich);
        }
        return format.display().isEmpty() ? rich : rich.within(new Frame(Kind.DISPLAY, format.display()));
    }

    private Rich affixed(Format format, Rich text) {
        Rich rich = text;
        String prefix = format.prefix();
        int start = addressStart(prefix, text);
        if (start < prefix.length()) {
            // "https://doi.org/" before a DOI is part of the link.
            Run run = text.runs().get(0);
            rich = new Rich(List.of(run.with(prefix.substring(start) + run.text())));
            prefix = prefix.substring(0, start);
        }
        if (!prefix.isEmpty()) {
            rich = Punctuation.join(fields.read(prefix), rich);
        }
        return format.suffix().isEmpty() ? rich : Punctuation.join(rich, fields.read(format.suffix()));
    }

    /** Where the address of a link begins in what is put before its text; the end of it where it does not. */
    private static int addressStart(String prefix, Rich text) {
        Run run = text.runs().size() == 1 ? text.runs().get(0) : null;
        for (Frame frame : run == null ? List.<Frame>of() : run.frames()) {
            if (frame.kind == Kind.LINK && frame.value.endsWith(run.text())) {
                String before = frame.value.substring(
                        0, frame.value.length() - run.text().length());
                return before.isEmpty() || !prefix.endsWith(before)
                        ? prefix.length()
                        : prefix.length() - before.length();
            }
        }
        return prefix.length();
    }

    private static Rich fonts(Format format, Rich text) {
        Rich rich = text;
        rich = switch (format.fontStyle()) {
            case "italic", "oblique" -> rich.within(Kind.ITALIC);
            case "normal" -> rich.within(Kind.UPRIGHT);
            default -> rich;
        };
        rich = switch (format.fontVariant()) {
            case "small-caps" -> rich.within(Kind.SMALL_CAPS);
            case "normal" -> rich.within(Kind.NORMAL_VARIANT);
            default -> rich;
        };
        rich = switch (format.fontWeight()) {
            case "bold" -> rich.within(Kind.BOLD);
            case "normal", "light" -> rich.within(Kind.NORMAL_WEIGHT);
            default -> rich;
        };
        rich = switch (format.decoration()) {
            case "underline" -> rich.within(Kind.UNDERLINE);
            case "none" -> rich.within(Kind.NO_UNDERLINE);
            default -> rich;
        };
        return switch (format.verticalAlign()) {
            case "sup" -> rich.within(Kind.SUPERSCRIPT);
            case "sub" -> rich.within(Kind.SUBSCRIPT);
            case "baseline" -> rich.within(Kind.BASELINE);
            default -> rich;
        };
    }
}
