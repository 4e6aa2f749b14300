package colophon.render.cite;

import colophon.render.cite.Rich.Frame;
import colophon.render.cite.Rich.Kind;
import colophon.render.cite.Rich.Run;
import java.util.ArrayList;
import java.util.List;

/** Where two parts of a citation meet, one of two punctuation marks may be one too many. */
final class Punctuation {
    private enum Keep {
        BOTH,
        FIRST,
        SECOND
    }

    private static final String MARKS = ".,;:?!";

    private Punctuation() {}

    /** Two texts, one after the other. */
    static Rich join(Rich one, Rich other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return switch (keep(one.last(), other.first())) {
            case BOTH -> one.plus(other);
            case FIRST -> one.plus(other.withoutFirst(other.first()));
            case SECOND -> one.withoutLast(one.last()).plus(other);
        };
    }

    static Rich join(List<Rich> parts) {
        Rich whole = Rich.EMPTY;
        for (Rich part : parts) {
            whole = join(whole, part);
        }
        return whole;
    }

    /** As citeproc-js has it. */
    private static Keep keep(char one, char other) {
        if (one == other) {
            return one == ' ' || MARKS.indexOf(one) >= 0 ? Keep.FIRST : Keep.BOTH;
        }
        return switch (one) {
            case '!', '?' -> other == '.' || other == ':' ? Keep.FIRST : Keep.BOTH;
            case ':' -> other == '!' || other == '?' ? Keep.SECOND : other == '.' ? Keep.FIRST : Keep.BOTH;
            case ';' ->
                other == '!' || other == '?' ? Keep.SECOND : other == ':' || other == '.' ? Keep.FIRST : Keep.BOTH;
            case ' ' -> other == ',' || other == '.' || other == ';' ? Keep.SECOND : Keep.BOTH;
            case '…' -> other == '.' ? Keep.FIRST : Keep.BOTH;
            default -> Keep.BOTH;
        };
    }

    /** Puts a mark of the style after a quotation before the mark that ends it, as American English does. */
    static Rich intoQuotes(Rich text) {
        List<Run> runs = new ArrayList<>(text.runs());
        for (int i = 0; i + 1 < runs.size(); i++) {
            Run quoted = runs.get(i);
            Run next = runs.get(i + 1);
            char mark = next.text().charAt(0);
            if (".,!?".indexOf(mark) < 0 || next.isIn(Kind.AS_WRITTEN) || !closes(quoted, next)) {
                continue;
            }
            char last = quoted.text().charAt(quoted.text().length() - 1);
            Keep keep = keep(last, mark);
            if (keep != Keep.FIRST) {
                runs.set(i, quoted.with(quoted.text() + mark));
            }
            String rest = next.text().substring(1);
            if (rest.isEmpty()) {
                runs.remove(i + 1);
                i--;
            } else {
                runs.set(i + 1, next.with(rest));
            }
        }
        return new Rich(runs);
    }

    /** Whether a quotation ends between two runs. */
    private static boolean closes(Run quoted, Run next) {
        for (Frame frame : quoted.frames()) {
            if (frame.kind == Kind.QUOTES && !next.frames().contains(frame)) {
                return true;
            }
        }
        return false;
    }
}
