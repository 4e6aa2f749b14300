package colophon.diag;

import java.util.List;
import java.util.stream.Collectors;

/** Writes problems the way a person, a program or a code review reads them. */
public enum ProblemPrinter {
    TEXT {
        @Override
        public String print(List<Problem> problems) {
            StringBuilder out = new StringBuilder();
            problems.forEach(problem -> printText(problem, out));
            return out.toString();
        }
    },
    /** One JSON object a line. */
    JSON {
        @Override
        public String print(List<Problem> problems) {
            return problems.stream().map(ProblemPrinter::json).collect(Collectors.joining());
        }
    },
    /** Workflow commands that GitHub shows beside the changed line. */
    GITHUB {
        @Override
        public String print(List<Problem> problems) {
            return problems.stream().map(ProblemPrinter::github).collect(Collectors.joining());
        }
    };

    /** A line of minified data may have any length; this much is enough to see the place. */
    private static final int EXCERPT_CHARS = 120;

    public abstract String print(List<Problem> problems);

    /** The sum, such as "3 errors, 1 warning", or empty when there are none. */
    public static String summary(List<Problem> problems) {
        long errors =
                problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
        long warnings = problems.size() - errors;
        String separator = errors > 0 && warnings > 0 ? ", " : "";
        return count(errors, "error") + separator + count(warnings, "warning");
    }

    private static String count(long number, String noun) {
        return number == 0 ? "" : number + " " + noun + (number == 1 ? "" : "s");
    }

    private static void printText(Problem problem, StringBuilder out) {
        out.append(place(problem.span())).append(": ").append(problem.severity().label());
        out.append(": ").append(visible(problem.message()));
        out.append(" [").append(problem.rule().id()).append("]\n");
        excerpt(problem.span(), out);
        for (Problem.Note note : problem.notes()) {
            out.append("  note: ")
                    .append(place(note.span()))
                    .append(": ")
                    .append(visible(note.message()))
                    .append('\n');
        }
        if (!problem.help().isEmpty()) {
            out.append("  help: ").append(visible(problem.help())).append('\n');
        }
    }

    private static String place(Span span) {
        if (!span.hasText()) {
            return visible(span.source().path());
        }
        Position position = span.position();
        return visible(span.source().path()) + ":" + position.line() + ":" + position.column();
    }

    /** The line with carets under the span; tabs stay tabs in both so that the carets stand right. */
    private static void excerpt(Span span, StringBuilder out) {
        if (!span.hasText() || span.start() == span.end()) {
            return;
        }
        Position position = span.position();
        String line = span.source().line(position.line());
        int start = Math.min(span.start() - span.source().lineStart(position.line()), line.length());
        int from = start > EXCERPT_CHARS / 2 && line.length() > EXCERPT_CHARS ? start - EXCERPT_CHARS / 2 : 0;
        int to = Math.min(line.length(), from + EXCERPT_CHARS);
        String shown = line.substring(from, to);
        int carets = Math.max(1, Math.min(span.end() - span.start(), to - start));
        out.append("  | ").append(visible(shown)).append("\n  | ");
        shown.substring(0, start - from).chars().forEach(c -> out.append(c == '\t' ? '\t' : ' '));
        out.append("^".repeat(carets)).append('\n');
    }

    /** Control and direction characters could hide or reorder what the terminal shows. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hidden = c != '\t' && Character.isISOControl(c)
                    || c >= '\u202A' && c <= '\u202E'
                    || c >= '\u2066' && c <= '\u2069';
            out.append(hidden ? '\uFFFD' : c);
        }
        return out.toString();
    }

    private static String json(Problem problem) {
        StringBuilder out = new StringBuilder("{");
        field(out, "rule", problem.rule().id()).append(',');
        field(out, "severity", problem.severity().label()).append(',');
        jsonPlace(out, problem.span()).append(',');
        field(out, "message", problem.message());
        if (!problem.help().isEmpty()) {
            field(out.append(','), "help", problem.help());
        }
        if (!problem.notes().isEmpty()) {
            out.append(",\"notes\":[");
            for (int i = 0; i < problem.notes().size(); i++) {
                Problem.Note note = problem.notes().get(i);
                jsonPlace(out.append(i == 0 ? "{" : ",{"), note.span()).append(',');
                field(out, "message", note.message()).append('}');
            }
            out.append(']');
        }
        return out.append("}\n").toString();
    }

    private static StringBuilder jsonPlace(StringBuilder out, Span span) {
        field(out, "file", span.source().path());
        if (span.hasText()) {
            Position position = span.position();
            out.append(",\"line\":")
                    .append(position.line())
                    .append(",\"column\":")
                    .append(position.column());
        }
        return out;
    }

    private static StringBuilder field(StringBuilder out, String name, String value) {
        out.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"');
    }

    private static String github(Problem problem) {
        StringBuilder out = new StringBuilder("::").append(problem.severity().label());
        out.append(" file=").append(githubProperty(problem.span().source().path()));
        if (problem.span().hasText()) {
            Position position = problem.span().position();
            out.append(",line=").append(position.line()).append(",col=").append(position.column());
        }
        out.append(",title=").append(problem.rule().id()).append("::").append(githubData(problem.message()));
        if (!problem.help().isEmpty()) {
            out.append(githubData("\n" + problem.help()));
        }
        return out.append('\n').toString();
    }

    private static String githubData(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String githubProperty(String text) {
        return githubData(text).replace(":", "%3A").replace(",", "%2C");
    }
}
