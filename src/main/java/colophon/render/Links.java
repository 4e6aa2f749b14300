package colophon.render;

import colophon.model.Page;
import colophon.model.Site.Attachment;
import colophon.model.SitePath;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the links of one document are written. */
interface Links {
    /** The empty address: what is below it is relative. */
    URI HERE = URI.create("");

    /** To a page, or to a heading in it. Percent-encoded, not yet escaped. */
    String page(Page target, Optional<String> anchor);

    /** To a file. */
    String file(SitePath target);

    /** What all ids of a text in this document start with. */
    default String idPrefix() {
        return "";
    }

    /** The address of a picture, for who takes only one file of it. */
    default String picture(Attachment picture) {
        return file(picture.picture().map(it -> it.usual().path()).orElse(picture.path()));
    }

    /** The document with the list of works that citations lead to; empty where it is the same document. */
    default String works() {
        return "";
    }

    /** Relative links, so that the site works in any folder, and from a disk. */
    static Links relative(SitePath from) {
        return new Links() {
            @Override
            public String page(Page target, Optional<String> anchor) {
                if (anchor.isEmpty()) {
                    return from.linkTo(target.path());
                }
                String place = "#" + fragment(anchor.get());
                return target.path().equals(from) ? place : from.linkTo(target.path()) + place;
            }

            @Override
            public String file(SitePath target) {
                return from.linkTo(target);
            }
        };
    }

    /** Links below an address or, for a page that is shown at any address, below the path of one. */
    static Links below(URI address) {
        return new Links() {
            @Override
            public String page(Page target, Optional<String> anchor) {
                return file(target.path())
                        + anchor.map(id -> "#" + fragment(id)).orElse("");
            }

            @Override
            public String file(SitePath target) {
                return target.below(address);
            }
        };
    }

    /** Links inside one printed document; what is not in it is linked on the web. */
    static Links print(Page from, Set<Page> included, URI address) {
        Links web = below(address);
        return new Links() {
            @Override
            public String page(Page target, Optional<String> anchor) {
                String key = target.id().key();
                return included.contains(target)
                        ? "#" + fragment(anchor.map(id -> key + "--" + id).orElse(key))
                        : web.page(target, anchor);
            }

            @Override
            public String file(SitePath target) {
                return web.file(target);
            }

            @Override
            public String idPrefix() {
                return from.id().key() + "--";
            }

            @Override
            public String picture(Attachment picture) {
                return picture.picture()
                        .map(it -> it.finest().path())
                        .orElse(picture.path())
                        .encoded();
            }
        };
    }

    /**
     * Links inside a book of several documents; what is not in it is linked on the web.
     *
     * @param from the name of the document that holds the links
     * @param documents the names of the documents that show pages
     * @param works the name of the one with the list of works
     */
    static Links book(String from, Map<Page, String> documents, String works, URI address) {
        Links web = below(address);
        return new Links() {
            @Override
            public String page(Page target, Optional<String> anchor) {
                String document = documents.get(target);
                if (document == null) {
                    return web.page(target, anchor);
                }
                String fragment = anchor.map(id -> "#" + fragment(id)).orElse("");
                return document.equals(from) && !fragment.isEmpty() ? fragment : document + fragment;
            }

            @Override
            public String file(SitePath target) {
                return web.file(target);
            }

            @Override
            public String picture(Attachment picture) {
                return picture.picture()
                        .map(it -> it.finest().path())
                        .orElse(picture.path())
                        .encoded();
            }

            @Override
            public String works() {
                return works;
            }
        };
    }

    private static String fragment(String id) {
        return new SitePath(id.replace("/", "")).below(HERE);
    }
}
