package colophon.render;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Shows templates the components of views, with texts, numbers, yes and no, and lists of these, and nothing else: no methods, no other
 * classes. A template may come from somebody else. FreeMarker's own wrappers show more, and look into each class for a long time
 * before they do. Safe for use by several threads.
 */
final class ViewWrapper implements ObjectWrapper {
    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            return new SimpleScalar(text);
        }
        if (value instanceof TemplateModel model) {
            return model;
        }
        if (value instanceof Boolean flag) {
            return flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        }
        if (value instanceof Number number) {
            return new SimpleNumber(number);
        }
        if (value instanceof List<?> list) {
            return new ListModel(list);
        }
        if (value instanceof Map<?, ?> map) {
            return new MapModel(map);
        }
        if (value instanceof View view) {
            return new ViewModel(view);
        }
        if (value instanceof Function<?, ?>) {
            @SuppressWarnings("unchecked") // Templates are given functions of a text only.
            Function<String, ?> function = (Function<String, ?>) value;
            return new FunctionModel(function);
        }
        throw new TemplateModelException(
                "templates cannot use a " + value.getClass().getName());
    }

    private final class ViewModel implements TemplateHashModel {
        private final View view;

        ViewModel(View view) {
            this.view = view;
        }

        @Override
        public TemplateModel get(String name) throws TemplateModelException {
            return wrap(view.get(name));
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    private final class MapModel implements TemplateHashModel {
        private final Map<?, ?> map;

        MapModel(Map<?, ?> map) {
            this.map = map;
        }

        @Override
        public TemplateModel get(String name) throws TemplateModelException {
            return wrap(map.get(name));
        }

        @Override
        public boolean isEmpty() {
            return map.isEmpty();
        }
    }

    private final class ListModel implements TemplateSequenceModel {
        private final List<?> list;

        ListModel(List<?> list) {
            this.list = list;
        }

        @Override
        public TemplateModel get(int index) throws TemplateModelException {
            return index >= 0 && index < list.size() ? wrap(list.get(index)) : null;
        }

        @Override
        public int size() {
            return list.size();
        }
    }

    private final class FunctionModel implements TemplateMethodModelEx {
        private final Function<String, ?> function;

        FunctionModel(Function<String, ?> function) {
            this.function = function;
        }

        @Override
        @SuppressWarnings("rawtypes") // As FreeMarker declares it.
        public Object exec(List arguments) throws TemplateModelException {
            if (arguments.size() != 1 || !(arguments.get(0) instanceof TemplateScalarModel text)) {
                throw new TemplateModelException("this function wants one text");
            }
            try {
                return wrap(function.apply(text.getAsString()));
            } catch (Templates.Missing e) {
                throw new TemplateModelException(e.getMessage(), e);
            }
        }
    }
}
