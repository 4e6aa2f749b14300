package colophon.render;

import colophon.diag.Source;
import colophon.model.Theme;
import freemarker.cache.StringTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;

/**
 * FreeMarker, set up so that a template can only draw: no class is made, no file outside the theme is read, values are escaped. It takes as
 * long to set up as a small site to read, and needs nothing of one, so that the two can be done at the same time. One may draw sites one
 * after the other, but not at the same time.
 */
public final class TemplateEngine {
    private static final Version VERSION = new Version(2, 3, 34);

    private final Parsed configuration;

    public TemplateEngine() {
        configuration = new Parsed();
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setLocalizedLookup(false);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setObjectWrapper(new ViewWrapper());
        configuration.setRegisteredCustomOutputFormats(List.of(HtmlFormat.INSTANCE));
    }

    /**
     * Makes it draw with a theme's templates, from which templates of another one are gone. What is the same in both is not parsed again.
     */
    void use(Theme theme) {
        configuration.use(theme.templates());
    }

    /** Remembers what is parsed by its name, which is all that tells templates of one theme apart. FreeMarker would look up more, each time. */
    private static final class Parsed extends Configuration {
        private final Map<String, Template> templates = new ConcurrentHashMap<>();
        /** What was parsed, or would be. A source may be read anew, and be another then. */
        private Map<String, String> texts = Map.of();

        Parsed() {
            super(VERSION);
        }

        void use(Map<String, Source> sources) {
            Map<String, String> before = texts;
            texts = new HashMap<>();
            sources.forEach((name, source) -> texts.put(name, source.text()));
            // A template may have been asked for by another name than its own.
            templates
                    .keySet()
                    .removeIf(
                            name -> !texts.containsKey(name) || !texts.get(name).equals(before.get(name)));
            StringTemplateLoader loader = new StringTemplateLoader();
            texts.forEach((name, text) -> loader.putTemplate(name, text, 0));
            setTemplateLoader(loader);
        }

        @Override
        public Template getTemplate(
                String name, Locale locale, Object condition, String encoding, boolean parse, boolean ignoreMissing)
                throws IOException {
            Template known = parse ? templates.get(name) : null;
            if (known != null) {
                return known;
            }
            Template template = super.getTemplate(name, locale, condition, encoding, parse, ignoreMissing);
            if (parse && template != null) {
                templates.put(name, template);
            }
            return template;
        }
    }

    /** For the templates of the theme that is used. */
    Configuration configuration() {
        return configuration;
    }
}
