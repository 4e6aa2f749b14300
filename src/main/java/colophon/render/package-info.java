/** Model to text: Markdown to HTML, and pages through FreeMarker. Uses {@code model} and {@code diag}. */
package colophon.render;
