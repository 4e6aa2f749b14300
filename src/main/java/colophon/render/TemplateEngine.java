package colophon.render;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;

/**
 * FreeMarker, set up so that a template can only draw: no class is made, no file outside the theme is read, values are escaped. It takes as
 * long to set up as a small site to read, and needs nothing of one, so that the two can be done at the same time.
 */
public final class TemplateEngine {
    private static final Version VERSION = new Version(2, 3, 34);

    private final Configuration configuration;

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

    /** Remembers what is parsed by its name, which is all that tells templates of one theme apart. FreeMarker would look up more, each time. */
    private static final class Parsed extends Configuration {
        private final Map<String, Template> templates = new ConcurrentHashMap<>();

        Parsed() {
            super(VERSION);
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

    /** For the templates of one theme. */
    Configuration configuration() {
        return configuration;
    }
}
