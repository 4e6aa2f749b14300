/** What a build leaves for the next one, beside the output. Knows nothing of what it keeps. Uses nothing. */
package colophon.cache;
