/** The second door to the disk. Uses {@code model} and {@code diag}. */
package colophon.write;
