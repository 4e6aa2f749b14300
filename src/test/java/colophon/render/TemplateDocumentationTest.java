package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import colophon.model.PageKind;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code templates/README.md} is the template API: it says exactly what the views have. */
class TemplateDocumentationTest {
    private static final Path TEMPLATES = SiteFixture.project().resolve("templates");

    @Test
    void everyViewAndComponentIsDocumentedWithItsType() throws IOException {
        List<String> actual = new ArrayList<>();
        for (Class<? extends Record> view : Templates.views()) {
            for (RecordComponent component : view.getRecordComponents()) {
                actual.add(view.getSimpleName() + "." + component.getName() + ": " + type(component.getGenericType()));
            }
        }
        assertThat(documented()).containsExactlyInAnyOrderElementsOf(actual);
    }

    @Test
    void everyPageKindHasATemplateThatIsDocumented() throws IOException {
        String readme = Files.readString(TEMPLATES.resolve("README.md"));
        for (PageKind kind : PageKind.values()) {
            assertThat(TEMPLATES.resolve(kind.template())).exists();
            assertThat(readme).contains("| `" + kind.template() + "` |");
        }
    }

    @Test
    void everyTemplateSaysFirstWhatItIsFor() throws IOException {
        try (var walk = Files.walk(TEMPLATES)) {
            for (Path template :
                    walk.filter(file -> file.toString().endsWith(".ftlh")).toList()) {
                assertThat(Files.readString(template)).as(template.toString()).startsWith("<#-- ");
            }
        }
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return "list of " + type(list.getActualTypeArguments()[0]);
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Markup.class) {
            return "HTML";
        }
        if (type == boolean.class) {
            return "yes or no";
        }
        if (type == int.class || type == Integer.class) {
            return "number";
        }
        return type instanceof Class<?> view && view.isRecord() ? view.getSimpleName() : "function";
    }

    private static List<String> documented() throws IOException {
        List<String> components = new ArrayList<>();
        String view = "";
        for (String line : Files.readAllLines(TEMPLATES.resolve("README.md"))) {
            if (line.startsWith("### ")) {
                view = line.substring(4);
            } else if (line.startsWith("| `") && !view.isEmpty()) {
                List<String> cells =
                        Arrays.stream(line.split("\\|")).map(String::strip).toList();
                assertThat(cells.get(3)).as(line).isNotEmpty();
                components.add(view + "." + cells.get(1).replace("`", "") + ": "
                        + cells.get(2).replace("?", ""));
            }
        }
        return components;
    }
}
