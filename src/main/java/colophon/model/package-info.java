/**
 * Both ends of a build as values: {@link colophon.model.Site}, what the publisher means, and {@link
 * colophon.model.OutputTree}, what is published. Uses only {@code diag}.
 */
package colophon.model;
