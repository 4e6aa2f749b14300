package colophon.render;

/**
 * A download button. {@code details} is measured from the file: "PDF, English, 1.2 MB, 42 pages". {@code source} tells what it was made of;
 * a file made elsewhere does not say so. {@code pending} while a preview is still making the file; never in a published page.
 * {@code forPrinting} is a file for printing houses.
 */
public record DownloadView(
        String label,
        String href,
        String details,
        String language,
        String fileName,
        String source,
        boolean pending,
        boolean forPrinting)
        implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "label" -> label;
            case "href" -> href;
            case "details" -> details;
            case "language" -> language;
            case "fileName" -> fileName;
            case "source" -> source;
            case "pending" -> pending;
            case "forPrinting" -> forPrinting;
            default -> null;
        };
    }
}
