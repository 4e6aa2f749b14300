/** The first door to the disk, and everything that turns text into the model. Uses {@code model} and {@code diag}. */
package colophon.read;
