package colophon.output;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Opens a book for e-readers, to see that it is one. */
final class EpubMeasure {
    private EpubMeasure() {}

    /** @throws IOException when it is not an archive that says it is a book, and where that begins */
    static void open(byte[] epub) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(epub), StandardCharsets.UTF_8)) {
            ZipEntry first = zip.getNextEntry();
            if (first == null
                    || !first.getName().equals("mimetype")
                    || !new String(zip.readAllBytes(), StandardCharsets.US_ASCII).equals(EpubWriter.MEDIA_TYPE)) {
                throw new IOException("it does not begin with what it is");
            }
            boolean found = false;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // Reads every file to its end: a damaged one is found here, not by a reader.
                zip.readAllBytes();
                found |= entry.getName().equals("META-INF/container.xml");
            }
            if (!found) {
                throw new IOException("it does not say where the book begins");
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("its names cannot be read", e);
        }
    }
}
