package colophon.check;

import colophon.model.Body;
import colophon.model.Page;
import colophon.model.Publication;
import colophon.model.Site;
import java.util.ArrayList;
import java.util.List;

/** All the Markdown of a site: the pages, and the fields of the settings that hold Markdown. */
final class Texts {
    /** A text, and the file in the content folder that its links start from. */
    record Text(String file, Body body) {
        /** Whether it stands in the settings, not on a page. */
        boolean isSetting() {
            return file.endsWith(".yaml");
        }
    }

    private Texts() {}

    static List<Text> of(Scope scope) {
        List<Text> texts = new ArrayList<>();
        if (scope.settings()) {
            settings(scope.site(), texts);
        }
        for (Page page : scope.pages()) {
            page.body().ifPresent(body -> texts.add(new Text(page.id().name(), body)));
        }
        return texts;
    }

    private static void settings(Site site, List<Text> texts) {
        site.settings().notice().ifPresent(body -> texts.add(new Text("site.yaml", body)));
        Publication publication = site.publication();
        publication.bodies().forEach(body -> texts.add(new Text("publication.yaml", body)));
    }
}
