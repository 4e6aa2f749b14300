package colophon.read;

import colophon.model.Reference.Date;
import colophon.model.Reference.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The note of an item of Zotero, whose lines may be variables that Zotero has no field for, such as {@code original-date: 1919}. A line is one
 * only if it begins with the name of a variable exactly; all else is the note.
 *
 * @param text what is left of the note
 */
record CslNote(
        String text,
        Optional<String> type,
        Map<String, String> texts,
        Map<String, List<Name>> names,
        Map<String, Date> dates) {
    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z][A-Za-z_.-]*):\\s*(.*?)\\s*");

    static CslNote read(String note) {
        List<String> left = new ArrayList<>();
        Optional<String> type = Optional.empty();
        Map<String, String> texts = new HashMap<>();
        Map<String, List<Name>> names = new HashMap<>();
        Map<String, Date> dates = new HashMap<>();
        for (String line : note.split("\\R|(?<=\\})\\s*(?=\\{:)")) {
            Matcher pair = LINE.matcher(line.strip().replaceFirst("^\\{:(.*)\\}$", "$1"));
            String name = pair.matches() ? pair.group(1) : "";
            String value = pair.matches() ? pair.group(2) : "";
            if (value.isEmpty() && !name.startsWith("tex.")) {
                left.add(line);
            } else if (name.equals("type") && CslVariables.TYPES.contains(value)) {
                type = Optional.of(value);
            } else if (CslVariables.NAMES.contains(name)) {
                List<Name> more = new ArrayList<>(names.getOrDefault(name, List.of()));
                more.add(name(value));
                names.put(name, more);
            } else if (CslVariables.DATES.contains(name)) {
                dates.put(name, WrittenDate.read(value).orElseGet(() -> Date.literal(value)));
            } else if (CslVariables.TEXTS.contains(name) && !name.equals("note")) {
                texts.put(name, value);
            } else if (!name.startsWith("tex.")) {
                left.add(line);
            }
        }
        return new CslNote(String.join("\n", left).strip(), type, texts, names, dates);
    }

    /** Family and given name on both sides of "||". */
    private static Name name(String value) {
        int bar = value.indexOf("||");
        return bar < 0
                ? Name.literal(value.replaceFirst("^\\{(.*)\\}$", "$1"))
                : Name.of(
                        value.substring(0, bar).strip(),
                        value.substring(bar + 2).strip());
    }
}
