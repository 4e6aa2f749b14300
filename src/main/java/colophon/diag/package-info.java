/** Sources, places in them, and what is wrong there. Uses no other package. */
package colophon.diag;
