package colophon.render;

/** What templates are shown of a thing: texts, numbers, yes and no, other views, and lists of these. */
interface View {
    /**
     * One of its components, asked for once or more in each place of a template: no search, and no reflection.
     *
     * @return null when it is missing, or there is none of that name
     */
    Object get(String component);
}
