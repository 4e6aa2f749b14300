/** The command line: parse, call, print, exit code. Uses everything. */
package colophon.cli;
