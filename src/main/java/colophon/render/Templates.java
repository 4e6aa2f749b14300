package colophon.render;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.Theme;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.ObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * The templates of a theme. FreeMarker's errors become problems with a place in the template. Safe for use by several threads.
 */
public final class Templates {
    private static final Map<String, Class<? extends Record>> ROOTS = Map.of(
            "site",
            SiteView.class,
            "publication",
            PublicationView.class,
            "page",
            PageView.class,
            "edition",
            EditionView.class,
            "book",
            BookView.class,
            "directive",
            DirectiveView.class);
    private static final List<Class<? extends Record>> VIEWS = List.of(
            SiteView.class,
            PublicationView.class,
            PageView.class,
            EditionView.class,
            BookView.class,
            DirectiveView.class,
            EntryView.class,
            LinkView.class,
            PersonView.class,
            DownloadView.class,
            CardView.class,
            DateView.class,
            ImageView.class,
            MapView.class,
            ItemListView.class,
            ChartView.class,
            TableView.class,
            TableView.ColumnView.class,
            TableView.RowView.class,
            DataView.class,
            DatasetView.class,
            DatasetView.DataColumnView.class,
            ReferenceView.class,
            GlossaryView.class,
            ReferenceView.PlaceView.class,
            ItemListView.ItemView.class,
            PublicationView.KeyFindingView.class,
            PublicationView.RoleView.class,
            PublicationView.InstitutionView.class,
            PublicationView.FunderView.class,
            PublicationView.LicenceView.class,
            PublicationView.IdentifierView.class,
            PublicationView.SeriesView.class,
            PageView.MetaView.class,
            PageView.ContentsView.class,
            PageView.FactView.class,
            PageView.CountryView.class,
            EditionView.PartView.class);

    private final Theme theme;
    private final Configuration configuration;
    /** What texts were written to and others can be: a page fills much, and there are thousands. */
    private final Queue<Utf8Writer> idle = new ConcurrentLinkedQueue<>();

    /** @param engine which is used for nothing else from now on */
    public Templates(Theme theme, TemplateEngine engine) {
        this.theme = theme;
        engine.use(theme);
        configuration = engine.configuration();
    }

    /** The views of all templates, for the documentation of the template API. */
    static List<Class<? extends Record>> views() {
        return VIEWS;
    }

    /** Parses every template without drawing, so that its mistakes show together with those of a content that cannot be drawn. */
    public void check(Problems problems) {
        for (String name : theme.templates().keySet()) {
            if (name.endsWith(".ftlh")) {
                template(name, problems);
            }
        }
    }

    /** Parses a template and all that it is made of. What is wrong with them is told when they are used. */
    public void prepare(String name) {
        new TemplateClosure(theme).parts(name).forEach(part -> template(part, new Problems()));
    }

    /**
     * Draws a document.
     *
     * @param model what the template may ask for, made when it does
     * @param forWhat what is drawn, for problems
     * @return its text in UTF-8; nothing when the template has a mistake
     */
    public Optional<byte[]> render(String name, Map<String, Supplier<?>> model, Span forWhat, Problems problems) {
        Optional<Template> template = template(name, problems);
        if (template.isEmpty()) {
            return Optional.empty();
        }
        Utf8Writer out = Optional.ofNullable(idle.poll()).orElseGet(Utf8Writer::new);
        try {
            template.get().process(new Root(model, configuration.getObjectWrapper()), out);
            byte[] text = out.bytes();
            out.clear();
            idle.add(out);
            return Optional.of(text);
        } catch (TemplateException e) {
            problems.add(problem(e, name, forWhat));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        } catch (StackOverflowError e) {
            problems.add(
                    Rule.TEMPLATE_INVALID,
                    whole(name),
                    "the template calls itself without end",
                    "look for a macro or include that includes itself");
        }
        return Optional.empty();
    }

    boolean has(String name) {
        return theme.templates().containsKey(name);
    }

    /** What to tell of a template that is not there. */
    Missing missing(String name) {
        return new Missing(
                Rule.TEMPLATE_MISSING,
                "no template named \"" + name + "\"",
                Suggestion.help(name, theme.templates().keySet()));
    }

    private Optional<Template> template(String name, Problems problems) {
        try {
            return Optional.of(configuration.getTemplate(name));
        } catch (TemplateNotFoundException e) {
            problems.add(
                    missing(name).problem(Source.ofFile("templates/" + name).whole()));
        } catch (IOException e) {
            // Of what could not be parsed, FreeMarker says the second time only that this was so.
            problems.add(unread(name, e.getCause() instanceof ParseException before ? before : e));
        }
        return Optional.empty();
    }

    private Problem unread(String name, IOException e) {
        if (!(e instanceof ParseException parsing)) {
            return new Problem(Rule.TEMPLATE_INVALID, whole(name), e.getMessage(), "");
        }
        String message = parsing.getEditorMessage();
        Span span = span(parsing.getTemplateName(), parsing.getLineNumber(), parsing.getColumnNumber(), 1);
        return new Problem(Rule.TEMPLATE_INVALID, span, firstSentence(message), secondSentence(message));
    }

    private Problem problem(TemplateException e, String name, Span forWhat) {
        String blamed = e.getBlamedExpressionString() == null ? "" : e.getBlamedExpressionString();
        String template = e.getTemplateSourceName() == null ? name : e.getTemplateSourceName();
        int line = e.getLineNumber() == null ? 1 : e.getLineNumber();
        int column = e.getColumnNumber() == null ? 1 : e.getColumnNumber();
        Span span = span(template, line, column, Math.max(1, blamed.length()));
        Problem.Note note = new Problem.Note(forWhat, "while drawing this page");
        if (e.getCause() instanceof TemplateNotFoundException included) {
            return missing(included.getTemplateName()).problem(span, note);
        }
        if (e.getCause() instanceof Missing missing) {
            return missing.problem(span, note);
        }
        if (e instanceof InvalidReferenceException && !blamed.isEmpty()) {
            return new Problem(
                    Rule.TEMPLATE_INVALID,
                    span,
                    "there is no value for \"" + blamed + "\"",
                    List.of(note),
                    reference(blamed));
        }
        return new Problem(
                Rule.TEMPLATE_INVALID,
                span,
                firstSentence(e.getMessageWithoutStackTop()),
                List.of(note),
                "mend the template here; templates/README.md lists what it may use");
    }

    /** The closest component of the view that was asked, or how to allow for a missing value. */
    private static String reference(String expression) {
        int dot = expression.lastIndexOf('.');
        String field = expression.substring(dot + 1);
        Class<? extends Record> root = dot < 0 ? null : ROOTS.get(expression.substring(0, dot));
        List<String> known = dot < 0
                ? List.copyOf(ROOTS.keySet())
                : (root == null ? VIEWS.stream() : List.<Class<? extends Record>>of(root).stream())
                        .flatMap(view -> Arrays.stream(view.getRecordComponents()))
                        .map(RecordComponent::getName)
                        .distinct()
                        .toList();
        if (known.contains(field)) {
            return "it may be missing: write (" + expression + ")! or ask with " + expression + "??";
        }
        return Suggestion.closest(field, known)
                .map(close -> "did you mean \"" + expression.substring(0, dot + 1) + close + "\"?")
                .orElse("templates/README.md lists what a template may use");
    }

    /** What FreeMarker adds to explain itself, which often says what to do. */
    private static String secondSentence(String message) {
        String[] sentences = message.split("\\.\\s+", 3);
        return sentences.length < 2
                ? "mend the template here"
                : sentences[1].strip().toLowerCase(Locale.ROOT);
    }

    private static String firstSentence(String message) {
        String text = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("not a template");
        int stop = text.indexOf(". ");
        boolean hasStop = text.endsWith(".") || text.endsWith(":");
        int end = stop > 0 ? stop : hasStop ? text.length() - 1 : text.length();
        return Character.toLowerCase(text.charAt(0)) + text.substring(1, end);
    }

    private Span span(String name, int line, int column, int length) {
        Source source = theme.templates().get(name);
        if (source == null) {
            return whole(name);
        }
        int start = source.offset(line, column);
        return source.span(start, Math.min(source.length(), start + length));
    }

    private Span whole(String name) {
        Source source = theme.templates().get(name);
        return source == null ? Source.ofFile("templates/" + name).whole() : source.whole();
    }

    /** The names a template starts from. Much of a publication is not needed on most of its pages. */
    private static final class Root implements TemplateHashModel {
        private final Map<String, Supplier<?>> model;
        private final ObjectWrapper wrapper;
        private final Map<String, TemplateModel> made = new HashMap<>();

        Root(Map<String, Supplier<?>> model, ObjectWrapper wrapper) {
            this.model = model;
            this.wrapper = wrapper;
        }

        @Override
        public TemplateModel get(String key) throws TemplateModelException {
            if (!made.containsKey(key) && model.containsKey(key)) {
                made.put(key, wrapper.wrap(model.get(key).get()));
            }
            return made.get(key);
        }

        @Override
        public boolean isEmpty() {
            return model.isEmpty();
        }
    }

    /** A template asked for a file that the theme does not have. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Rule rule;
        private final String help;

        Missing(Rule rule, String message, String help) {
            super(message);
            this.rule = rule;
            this.help = help;
        }

        private Problem problem(Span place, Problem.Note... notes) {
            return new Problem(rule, place, getMessage(), List.of(notes), help);
        }
    }
}
