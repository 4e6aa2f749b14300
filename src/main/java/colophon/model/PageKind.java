package colophon.model;

import java.util.List;
import java.util.Locale;

/** The kinds of page. Each is drawn by {@code templates/pages/<name>.ftlh}. */
public enum PageKind {
    LANDING,
    REPORT,
    CHAPTER,
    BRIEF,
    CASE_STUDIES,
    CASE_STUDY,
    AUTHORS,
    FIGURES,
    REFERENCES,
    DATA,
    GLOSSARY,
    PAGE,
    NOT_FOUND;

    /** The name in templates and style sheets, such as {@code case-study}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String template() {
        return "pages/" + label() + ".ftlh";
    }

    /** The pages behind the text that are made from it, in the order of menus. */
    public static final List<PageKind> BACK_MATTER = List.of(FIGURES, DATA, GLOSSARY, REFERENCES);

    /** A work that people cite on its own, with its own metadata. */
    public boolean isWork() {
        return this == LANDING || this == BRIEF || this == CASE_STUDY;
    }
}
