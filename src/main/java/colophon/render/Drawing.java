package colophon.render;

import colophon.model.Page;
import colophon.model.Prose.Medium;
import colophon.model.Site;
import java.util.function.UnaryOperator;

/**
 * A document while it is drawn.
 *
 * @param page the page it shows, or begins with
 * @param assets the address of a file of the theme in the document
 */
record Drawing(Site site, Page page, Links links, Medium medium, UnaryOperator<String> assets, Citations citations) {}
