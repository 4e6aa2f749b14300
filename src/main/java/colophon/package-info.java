/** The pipeline. */
package colophon;
