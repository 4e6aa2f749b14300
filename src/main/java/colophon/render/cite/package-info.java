/**
 * Prints citations and lists of references as a style of the Citation Style Language 1.0.2 says. The order of the work: a style and its
 * locale are read ({@code StyleSheet}, {@code StyleLocale}), an item is evaluated to nodes ({@code Evaluation}), works that look alike are
 * told apart ({@code Disambiguation}), the citations of one place are grouped and collapsed ({@code Clusters}), and nodes become text with
 * one punctuation mark where several meet ({@code NodeRenderer}, {@code Punctuation}). {@code CitationProcessor} is the door.
 */
package colophon.render.cite;
