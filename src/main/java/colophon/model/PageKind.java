package colophon.model;

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
    PAGE,
    NOT_FOUND;

    /** The name in templates and style sheets, such as {@code case-study}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String template() {
        return "pages/" + label() + ".ftlh";
    }

    /** A work that people cite on its own, with its own metadata. */
    public boolean isWork() {
        return this == LANDING || this == BRIEF || this == CASE_STUDY;
    }
}
