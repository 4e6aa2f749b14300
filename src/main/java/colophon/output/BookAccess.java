package colophon.output;

import colophon.output.EpubEdition.Document;
import colophon.render.BookDocument.Kind;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Who can read a book, and how: found in its documents, so that nothing is claimed that is not there (EPUB Accessibility 1.1,
 * schema.org). Whether it meets a standard is not claimed: somebody must have looked for that.
 */
record BookAccess(List<Property> properties) {
    /** A property of schema.org. */
    record Property(String name, String value) {}

    static BookAccess of(List<Document> documents, boolean hasPages) {
        return new Look(documents, hasPages).access();
    }

    /** A look through a book. */
    private static final class Look {
        private final List<Document> documents;
        private final boolean hasPages;
        private final List<Property> properties = new ArrayList<>();

        Look(List<Document> documents, boolean hasPages) {
            this.documents = documents;
            this.hasPages = hasPages;
        }

        BookAccess access() {
            List<Element> pictures = documents.stream()
                    .filter(document -> document.kind() != Kind.COVER)
                    .flatMap(document -> document.tree().elements("img").stream())
                    .toList();
            boolean drawn =
                    documents.stream().anyMatch(document -> document.tree().has("svg"));
            boolean visual =
                    drawn || pictures.stream().anyMatch(picture -> !alt(picture).isEmpty());
            boolean told = !drawn
                    && pictures.stream().noneMatch(picture -> alt(picture).isEmpty());
            boolean data = pictures.stream()
                    .anyMatch(picture -> picture.getAttribute("class").equals("chart"));
            add("accessMode", "textual");
            if (visual) {
                add("accessMode", "visual");
                add("accessModeSufficient", "textual,visual");
            }
            if (told) {
                add("accessModeSufficient", "textual");
            }
            add("accessibilityFeature", "tableOfContents");
            add("accessibilityFeature", "readingOrder");
            add("accessibilityFeature", "structuralNavigation");
            add("accessibilityFeature", "displayTransformability");
            if (visual && told) {
                add("accessibilityFeature", "alternativeText");
            }
            if (data) {
                add("accessibilityFeature", "longDescription");
            }
            if (hasPages) {
                add("accessibilityFeature", "pageBreakMarkers");
                add("accessibilityFeature", "pageNavigation");
            }
            boolean still = documents.stream().noneMatch(document -> moves(document.tree()))
                    && pictures.stream()
                            .noneMatch(picture -> picture.getAttribute("src").endsWith(".gif"));
            add("accessibilityHazard", still ? "none" : "unknown");
            add("accessibilitySummary", summary(visual, told, data));
            return new BookAccess(List.copyOf(properties));
        }

        private static String alt(Element picture) {
            return picture.getAttribute("alt").strip();
        }

        private static boolean hasNotes(Document document) {
            return document.tree().elements("aside").stream()
                    .anyMatch(aside -> aside.getAttribute("role").equals("doc-footnote"));
        }

        private static boolean moves(XhtmlDocument document) {
            return List.of("video", "audio", "script", "object", "embed", "iframe", "svg").stream()
                    .anyMatch(document::has);
        }

        private String summary(boolean visual, boolean told, boolean data) {
            StringBuilder summary = new StringBuilder();
            summary.append("The text adapts to the reader; headings, lists and tables are marked as such.");
            if (visual && told) {
                summary.append(" Every picture has a text alternative.");
            }
            if (data) {
                summary.append(" The data of charts follow them as tables.");
            }
            if (documents.stream().anyMatch(Look::hasNotes)) {
                summary.append(" Notes stand at the end of each chapter, with links there and back.");
            }
            if (hasPages) {
                summary.append(" Page numbers are those of the PDF edition.");
            }
            return summary.toString();
        }

        private void add(String name, String value) {
            properties.add(new Property(name, value));
        }
    }
}
