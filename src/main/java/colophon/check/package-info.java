/** What must hold of a site before it is published. Uses {@code model} and {@code diag}. */
package colophon.check;
