package colophon.render;

import colophon.model.Reference;
import colophon.model.Reference.Name;
import colophon.model.Reference.PartialDate;
import colophon.model.RichText;
import colophon.model.RichText.Mark;
import colophon.render.cite.DateValue;
import colophon.render.cite.Item;
import colophon.render.cite.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** References as the processor of citations has them. */
final class CslItems {
    private CslItems() {}

    /** @param publisherOnce whether the style leaves out a publisher that is the author */
    static Item item(Reference reference, boolean publisherOnce) {
        Map<String, String> texts = new TreeMap<>();
        reference.texts().forEach((variable, text) -> texts.put(variable, markup(text)));
        String title = texts.getOrDefault("title", "");
        int colon = title.indexOf(": ");
        if (colon > 0 && title.indexOf('<') < 0) {
            // What is before the colon is how readers know a work.
            texts.putIfAbsent("title-short", title.substring(0, colon));
        }
        Map<String, List<PersonName>> names = new TreeMap<>();
        reference
                .names()
                .forEach((variable, people) ->
                        names.put(variable, people.stream().map(CslItems::name).toList()));
        Map<String, DateValue> dates = new TreeMap<>();
        reference.dates().forEach((variable, date) -> dates.put(variable, date(date)));
        if (publisherOnce && isPublishedByAuthor(reference)) {
            texts.remove("publisher");
            texts.remove("publisher-place");
        }
        return new Item(reference.key(), reference.type(), texts, names, dates);
    }

    /** A body that publishes its own work is named as its author only (Publication Manual of the APA, 7th edition, 9.29). */
    private static boolean isPublishedByAuthor(Reference reference) {
        return reference
                .names()
                .getOrDefault("author", List.of())
                .equals(List.of(Name.literal(reference.text("publisher"))));
    }

    private static String markup(RichText text) {
        StringBuilder markup = new StringBuilder();
        List<Mark> open = new ArrayList<>();
        for (RichText.Run run : text.runs()) {
            int same = 0;
            while (same < Math.min(open.size(), run.marks().size())
                    && open.get(same) == run.marks().get(same)) {
                same++;
            }
            close(open, same, markup);
            for (Mark mark : run.marks().subList(same, run.marks().size())) {
                open.add(mark);
                markup.append(start(mark));
            }
            markup.append(Item.plain(run.text()));
        }
        close(open, 0, markup);
        return markup.toString();
    }

    private static void close(List<Mark> open, int depth, StringBuilder markup) {
        while (open.size() > depth) {
            String start = start(open.remove(open.size() - 1));
            int end = start.indexOf(' ');
            markup.append("</").append(end < 0 ? start.substring(1) : start.substring(1, end) + ">");
        }
    }

    private static String start(Mark mark) {
        return switch (mark) {
            case ITALIC -> "<i>";
            case BOLD -> "<b>";
            case SUBSCRIPT -> "<sub>";
            case SUPERSCRIPT -> "<sup>";
            case SMALL_CAPS -> "<sc>";
            case NO_CASE -> "<span class=\"nocase\">";
            case NO_DECORATION -> "<span class=\"nodecor\">";
        };
    }

    private static PersonName name(Name name) {
        return name.literal().isEmpty()
                ? new PersonName(
                        Item.plain(name.given()),
                        name.droppingParticle(),
                        name.nonDroppingParticle(),
                        Item.plain(name.family()),
                        name.suffix(),
                        name.commaSuffix(),
                        name.staticOrdering(),
                        "")
                : PersonName.literal(Item.plain(name.literal()));
    }

    private static DateValue date(Reference.Date date) {
        PartialDate first = date.from().isEmpty() ? date.to() : date.from();
        if (first.isEmpty()) {
            return new DateValue(List.of(), List.of(), 0, date.circa(), date.literal());
        }
        boolean range = date.isRange() && !date.from().isEmpty();
        List<Integer> to = !range ? List.of() : date.to().isEmpty() ? List.of(0) : parts(date.to());
        return new DateValue(parts(first), to, 0, date.circa(), "");
    }

    /** A season stands where a month would, as in dates of EDTF. */
    private static List<Integer> parts(PartialDate date) {
        if (date.season().matches("[1-4]")) {
            return List.of(date.year(), 20 + Integer.parseInt(date.season()));
        }
        if (date.month() == 0) {
            return List.of(date.year());
        }
        return date.day() == 0 ? List.of(date.year(), date.month()) : List.of(date.year(), date.month(), date.day());
    }
}
