/** What is published: a list of formats, each of which makes files from the site. Uses {@code render}, {@code model}, {@code diag}. */
package colophon.output;
