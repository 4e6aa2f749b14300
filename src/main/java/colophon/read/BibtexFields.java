package colophon.read;

import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Reference.Name;
import colophon.model.RichText;
import colophon.read.BibtexScanner.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of one entry, as LaTeX means them. It knows which of them were read. */
final class BibtexFields {
    private final Map<String, Value> values;
    private final Source source;
    private final BiblatexWords words;
    private final UnreadParts unread;
    private final Set<String> read = new HashSet<>();

    BibtexFields(Map<String, Value> values, Source source, BiblatexWords words, UnreadParts unread) {
        this.values = values;
        this.source = source;
        this.words = words;
        this.unread = unread;
    }

    boolean has(String name) {
        return values.containsKey(name) && !values.get(name).text().isBlank();
    }

    boolean isRead(String name) {
        return read.contains(name);
    }

    /** Takes note of fields that say what is known already. */
    void skip(String... names) {
        read.addAll(List.of(names));
    }

    Span span(String name) {
        Value value = values.get(name);
        return source.span(value.start(), value.end());
    }

    /** Reports something in a field that is not printed as it is meant. */
    void report(String name, String message, String help) {
        unread.add(span(name), message, help);
    }

    /** A field as it is written, without taking note that it was read; empty where there is none. */
    String peek(String name) {
        return has(name) ? values.get(name).text().strip() : "";
    }

    /** A field as it is written. */
    Optional<String> raw(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        read.add(name);
        return Optional.of(values.get(name).text().strip());
    }

    Optional<RichText> rich(String name) {
        return raw(name).map(text -> latex(values.get(name))).filter(text -> !text.isEmpty());
    }

    /** The first of several fields that has a text. */
    Optional<RichText> first(String... names) {
        Optional<String> first = Stream.of(names).filter(this::has).findFirst();
        first.ifPresent(found -> skipSame(found, names));
        return first.flatMap(this::rich);
    }

    /** Takes note of fields that say the same as another. */
    private void skipSame(String name, String... others) {
        Stream.of(others).filter(other -> peek(other).equals(peek(name))).forEach(read::add);
    }

    Optional<String> plain(String name) {
        return rich(name).map(RichText::plain);
    }

    /** An address or a number of a register, in which LaTeX wants some characters escaped. */
    Optional<String> address(String name) {
        return raw(name).map(LatexText::address).filter(text -> !text.isEmpty());
    }

    /** A field that may be a key of BibLaTeX, which stands for a word. */
    Optional<RichText> word(String name) {
        return rich(name).map(text -> words.find(text.plain()).map(RichText::of).orElse(text));
    }

    /** A list of such keys. */
    Optional<RichText> words(String name) {
        return plain(name)
                .map(list -> RichText.of(Stream.of(list.split(" and "))
                        .map(key -> words.find(key).orElse(key))
                        .collect(Collectors.joining("; "))));
    }

    /** Part of a field, without the places of its commands. */
    RichText latex(String name, String part) {
        return LatexText.rich(part, context(values.get(name), false));
    }

    List<Name> names(String name) {
        Value value = values.get(name);
        String options = has("options") ? values.get("options").text() : "";
        return raw(name)
                .map(text -> new BibtexNames(
                                part -> LatexText.rich(part, context(value, false))
                                        .plain(),
                                options,
                                doubtful -> report(
                                        name,
                                        "\"" + doubtful + "\" has more commas than one name",
                                        "write \"and\" between names, and the name of a body in doubled braces"))
                        .read(text))
                .orElse(List.of());
    }

    private RichText latex(Value value) {
        return LatexText.rich(value.text(), context(value, true));
    }

    /** @param whole whether offsets are those of the whole value */
    private LatexText.Context context(Value value, boolean whole) {
        // A value of several strings is not as long as what is written.
        boolean same = whole && value.end() - value.start() == value.text().length() + 2;
        return new LatexText.Context() {
            @Override
            public void unknown(String command, int offset) {
                int start = same ? value.start() + 1 + offset : value.start();
                unread.add(
                        source.span(start, same ? start + 1 + command.length() : value.end()),
                        "the command \"\\" + command + "\" is not known and not printed",
                        "write the character itself; what braces enclose after the command is printed");
            }

            @Override
            public String word(String key) {
                return words.find(key).orElse(key);
            }
        };
    }
}
