package colophon.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the files of a book into one (EPUB 3.3, OCF). The same files give the same bytes. */
final class EpubWriter {
    static final String MEDIA_TYPE = "application/epub+zip";
    /** The folder of the book in its file. */
    static final String FOLDER = "EPUB/";

    static final String PACKAGE = "package.opf";
    /** A day that the format can write without an extra field; which day it was is nobody's business. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final String CONTAINER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
            <rootfiles>
            <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
            </rootfiles>
            </container>
            """;

    private EpubWriter() {}

    /** @param files by their names in the folder of the book, the package document among them */
    static byte[] write(SortedMap<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            // Who looks at the first bytes of the file must find there what it is: this one comes first, as it is.
            store(zip, "mimetype", MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
            deflate(zip, "META-INF/container.xml", CONTAINER.getBytes(StandardCharsets.UTF_8));
            for (var file : files.entrySet()) {
                deflate(zip, FOLDER + file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return out.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = entry(name);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        put(zip, entry, bytes);
    }

    private static void deflate(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        put(zip, entry(name), bytes);
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        return entry;
    }

    private static void put(ZipOutputStream zip, ZipEntry entry, byte[] bytes) throws IOException {
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
