package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.model.OutputFile;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Follows every link and every reference to a file in finished pages. */
final class LinkedPages {
    private LinkedPages() {}

    /** All relative links resolve, all anchors exist, no id is there twice, and nothing is loaded from elsewhere. */
    static void check(Map<String, OutputFile> files) {
        List<String> faults = new ArrayList<>();
        files.forEach((path, file) -> {
            if (path.endsWith(".html") && !path.equals("404.html")) {
                check(path, Jsoup.parse(file.text()), files, faults);
            }
        });
        assertThat(faults).isEmpty();
    }

    private static void check(String path, Document page, Map<String, OutputFile> files, List<String> faults) {
        Set<String> ids = new HashSet<>();
        for (Element element : page.select("[id]")) {
            if (!ids.add(element.id())) {
                faults.add(path + ": two elements with the id " + element.id());
            }
        }
        for (Element element : page.select("[src], link[href]:not([rel=canonical])")) {
            target(path, element.hasAttr("src") ? element.attr("src") : element.attr("href"), files, faults);
        }
        for (Element link : page.select("a[href]")) {
            String href = link.attr("href");
            if (!href.matches("(https?|mailto|tel):.*")) {
                target(path, href, files, faults);
            }
        }
        if (!page.select("[style], style, script:not([src])").isEmpty()) {
            faults.add(path + ": inline style or script");
        }
    }

    private static void target(String path, String href, Map<String, OutputFile> files, List<String> faults) {
        String decoded = URLDecoder.decode(href, StandardCharsets.UTF_8);
        int hash = decoded.indexOf('#');
        String file = hash < 0 ? decoded : decoded.substring(0, hash);
        URI base = URI.create("https://x/").resolve(path.replace(" ", "%20"));
        String target = file.isEmpty()
                ? path
                : URLDecoder.decode(base.resolve(href).getRawPath().substring(1), StandardCharsets.UTF_8);
        if (!files.containsKey(target)) {
            faults.add(path + ": " + href + " leads nowhere");
        } else if (hash >= 0 && target.endsWith(".html")) {
            String id = decoded.substring(hash + 1);
            if (Jsoup.parse(files.get(target).text()).getElementById(id) == null) {
                faults.add(path + ": no " + href);
            }
        }
    }
}
