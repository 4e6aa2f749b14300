/** Shows a site while it is being written: a server for this machine only, and what watches the files. Uses {@code colophon}. */
package colophon.preview;
