package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ViewTest {
    private int number;

    static Stream<Class<?>> views() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("colophon").stream()
                        .filter(type -> type.isAssignableTo(View.class) && !type.isInterface())
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("views")
    void givesEachOfItsComponents(Class<?> type) throws ReflectiveOperationException {
        View view = (View) something(type);
        for (RecordComponent component : type.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            assertThat(view.get(component.getName()))
                    .as(component.getName())
                    .isEqualTo(component.getAccessor().invoke(view))
                    .isNotNull();
        }
        assertThat(view.get("class")).isNull();
        assertThat(view.get("hashCode")).isNull();
    }

    /** A value like no other of its type. */
    private Object something(Class<?> type) throws ReflectiveOperationException {
        number++;
        if (type == String.class) {
            return "text " + number;
        }
        if (type == int.class || type == Integer.class) {
            return number;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == List.class) {
            return List.of(number);
        }
        if (type == Markup.class) {
            return Markup.of("markup " + number);
        }
        if (type == UnaryOperator.class || type == Function.class) {
            int mine = number;
            return (UnaryOperator<Object>) asked -> mine;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        List<Object> values = new ArrayList<>();
        for (Class<?> parameter : constructor.getParameterTypes()) {
            values.add(something(parameter));
        }
        return constructor.newInstance(values.toArray());
    }
}
