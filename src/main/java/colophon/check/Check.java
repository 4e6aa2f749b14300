package colophon.check;

import colophon.diag.Problems;

/**
 * Something that must hold of a site. Checks run before anything is rendered and are unaware of one another.
 *
 * <p>What a check says of a page may depend on the page, on what was gathered from other pages but where it stands in them, and on every
 * other file of the site: while these are the same, a page of which there was nothing to say is not looked at again.
 */
public interface Check {
    void run(Scope scope, Problems problems);
}
