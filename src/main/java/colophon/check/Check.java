package colophon.check;

import colophon.diag.Problems;

/** Something that must hold of a site. Checks run before anything is rendered and are unaware of one another. */
public interface Check {
    void run(Scope scope, Problems problems);
}
