package colophon.check;

import java.util.List;

/** The list of checks. */
public final class Checks {
    private Checks() {}

    public static List<Check> all() {
        return List.of(
                new LinkCheck(),
                new ImageCheck(),
                new HeadingCheck(),
                new DirectiveCheck(),
                new LabelCheck(),
                new CitationCheck(),
                new DataCheck(),
                new MapCheck());
    }
}
