package colophon.render.cite;

import colophon.render.cite.Rich.Frame;
import colophon.render.cite.Rich.Kind;
import colophon.render.cite.Rich.Run;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes text as HTML without style attributes, which can be read as XML too. */
final class HtmlWriter {
    private final List<String[]> quotes;
    private final UnaryOperator<String> escape;
    private final StringBuilder out = new StringBuilder();
    private final List<Frame> open = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();

    private HtmlWriter(List<String[]> quotes, UnaryOperator<String> escape) {
        this.quotes = quotes;
        this.escape = escape;
    }

    /** @param quotes the outer and the inner quotation marks */
    static String write(Rich text, List<String[]> quotes, UnaryOperator<String> escape) {
        HtmlWriter writer = new HtmlWriter(quotes, escape);
        for (Run run : text.runs()) {
            writer.run(run);
        }
        writer.close(0);
        return writer.out.toString();
    }

    private void run(Run run) {
        List<Frame> frames = run.frames();
        int same = 0;
        while (same < open.size() && same < frames.size() && open.get(same) == frames.get(same)) {
            same++;
        }
        close(same);
        for (Frame frame : frames.subList(same, frames.size())) {
            open(frame);
        }
        boolean small = run.isIn(Kind.SUPERSCRIPT) || run.isIn(Kind.SUBSCRIPT);
        out.append(small ? escape.apply(run.text()) : withSuperscripts(run.text()));
    }

    /** Letters that are raised by themselves are raised letters: few fonts have them. */
    private String withSuperscripts(String text) {
        StringBuilder html = new StringBuilder();
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            if (isSuperscript(text.charAt(at))) {
                int end = at + 1;
                while (end < text.length() && isSuperscript(text.charAt(end))) {
                    end++;
                }
                String raised = Normalizer.normalize(text.substring(at, end), Normalizer.Form.NFKC);
                html.append(escape.apply(text.substring(done, at)));
                html.append("<sup>").append(escape.apply(raised)).append("</sup>");
                done = end;
                at = end - 1;
            }
        }
        return done == 0
                ? escape.apply(text)
                : html.append(escape.apply(text.substring(done))).toString();
    }

    private static boolean isSuperscript(char c) {
        return switch (c) {
            case 'ª', '²', '³', '¹', 'º' -> true;
            default ->
                c >= '\u02b0' && c <= '\u02b8'
                        || c >= '\u02e0' && c <= '\u02e4'
                        || c >= '\u1d2c' && c <= '\u1d61'
                        || c >= '\u2070' && c <= '\u207f';
        };
    }

    private void close(int depth) {
        while (open.size() > depth) {
            open.remove(open.size() - 1);
            out.append(ends.remove(ends.size() - 1));
        }
    }

    private void open(Frame frame) {
        String[] marks = marks(frame);
        open.add(frame);
        ends.add(marks[1]);
        out.append(marks[0]);
    }

    private String[] marks(Frame frame) {
        return switch (frame.kind) {
            case ITALIC -> isOn(Kind.ITALIC, Kind.UPRIGHT) ? span("upright") : element("em");
            case UPRIGHT -> isOn(Kind.ITALIC, Kind.UPRIGHT) ? span("upright") : nothing();
            case BOLD -> isOn(Kind.BOLD, Kind.NORMAL_WEIGHT) ? span("normal-weight") : element("strong");
            case NORMAL_WEIGHT -> isOn(Kind.BOLD, Kind.NORMAL_WEIGHT) ? span("normal-weight") : nothing();
            case SMALL_CAPS -> isOn(Kind.SMALL_CAPS, Kind.NORMAL_VARIANT) ? span("normal-caps") : span("small-caps");
            case NORMAL_VARIANT -> isOn(Kind.SMALL_CAPS, Kind.NORMAL_VARIANT) ? span("normal-caps") : nothing();
            case UNDERLINE -> span("underlined");
            case SUPERSCRIPT -> element("sup");
            case SUBSCRIPT -> element("sub");
            case QUOTES -> quotes.get(count(Kind.QUOTES) % 2);
            case LINK -> link(frame.value);
            case DISPLAY -> display(frame.value);
            default -> nothing();
        };
    }

    /** Whether a font is on where the next frame begins: each frame of its kind turns it round. */
    private boolean isOn(Kind kind, Kind off) {
        boolean on = false;
        for (Frame frame : open) {
            if (frame.kind == kind) {
                on = !on;
            } else if (frame.kind == off) {
                on = false;
            }
        }
        return on;
    }

    private int count(Kind kind) {
        return (int) open.stream().filter(frame -> frame.kind == kind).count();
    }

    private static String[] element(String name) {
        return new String[] {"<" + name + ">", "</" + name + ">"};
    }

    private static String[] span(String name) {
        return new String[] {"<span class=\"" + name + "\">", "</span>"};
    }

    private static String[] nothing() {
        return new String[] {"", ""};
    }

    private String[] link(String address) {
        if (address.startsWith("#")) {
            return new String[] {"<a class=\"citation\" href=\"" + escape.apply(address) + "\">", "</a>"};
        }
        boolean web = address.startsWith("http://") || address.startsWith("https://");
        boolean within = open.stream().anyMatch(frame -> frame.kind == Kind.LINK);
        return web && !within ? new String[] {"<a href=\"" + escape.apply(address) + "\">", "</a>"} : nothing();
    }

    /** A number that is set apart has a space after it; other parts are blocks of their own. */
    private static String[] display(String way) {
        return switch (way) {
            case "left-margin" -> new String[] {"", " "};
            case "right-inline" -> nothing();
            default -> new String[] {"<span class=\"reference-part\">", "</span> "};
        };
    }
}
