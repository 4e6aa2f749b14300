package colophon.cli;

import colophon.model.Unreleased;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells what is left out because of an embargo, and how to include it: what people would otherwise miss without a word. */
final class EmbargoNote {
    private static final int MOST_DAYS = 3;

    private EmbargoNote() {}

    /** Nothing when nothing is left out. */
    static List<String> ofBuild(Unreleased unreleased) {
        return leftOut("Not published: ", "Publish", unreleased);
    }

    static List<String> ofCheck(Unreleased unreleased) {
        List<String> lines = new ArrayList<>();
        unreleased
                .work()
                .ifPresent(end -> lines.add(
                        "The work is under embargo until " + end + " and was looked at as it will be on that day."));
        lines.addAll(leftOut("Left out: ", "Include", unreleased));
        return lines;
    }

    private static List<String> leftOut(String what, String how, Unreleased unreleased) {
        SortedMap<LocalDate, Long> days = new TreeMap<>(unreleased.embargoed().values().stream()
                .collect(Collectors.groupingBy(day -> day, Collectors.counting())));
        if (days.isEmpty()) {
            return List.of();
        }
        LocalDate first = days.firstKey();
        LocalDate last = days.lastKey();
        int pages = unreleased.embargoed().size();
        String some = (pages == 1 ? "1 page is" : pages + " pages are") + " under embargo";
        String until = days.size() == 1 ? " until " + first : ", " + until(days);
        String way = days.size() == 1
                ? (pages == 1 ? " it" : " them") + " with --date " + first + " or later."
                : " the first with --date " + first + ", all with --date " + last + " or later.";
        return List.of(what + some + until + "." + files(unreleased) + " " + how + way);
    }

    /** "2 until 2026-12-01, 1 until 2027-01-15". */
    private static String until(SortedMap<LocalDate, Long> days) {
        if (days.size() > MOST_DAYS) {
            return "the first until " + days.firstKey() + ", the last until " + days.lastKey();
        }
        return days.entrySet().stream()
                .map(day -> day.getValue() + " until " + day.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String files(Unreleased unreleased) {
        List<String> files = unreleased.downloads().stream().sorted().toList();
        return files.isEmpty()
                ? ""
                : " " + String.join(" and ", files) + (files.size() == 1 ? " waits" : " wait") + " too.";
    }
}
