package colophon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** An EPUB, opened. */
record EpubBook(Map<String, byte[]> files) {
    private static final String FOLDER = "EPUB/";

    static EpubBook of(byte[] epub) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(epub), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new EpubBook(files);
    }

    String text(String name) {
        return new String(files.get(FOLDER + name), StandardCharsets.UTF_8);
    }

    Document document(String name) {
        return Jsoup.parse(text(name), Parser.xmlParser());
    }

    Document contents() {
        return document("contents.xhtml");
    }

    /** The package document. */
    Document description() {
        return document("package.opf");
    }

    /** The names of the documents, in reading order. */
    List<String> documents() {
        Document description = description();
        return description.select("itemref").stream()
                .map(item -> description.getElementById(item.attr("idref")).attr("href"))
                .toList();
    }

    /** The whole book as one piece of markup. */
    String whole() {
        return documents().stream().map(this::text).collect(Collectors.joining());
    }

    /** The place in its document that an address leads to. */
    Element target(String href) {
        int hash = href.indexOf('#');
        Document document = document(href.substring(0, hash));
        return document.getElementById(href.substring(hash + 1));
    }

    /** The same book with one of its files damaged, packed again. */
    byte[] with(String name, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                byte[] bytes = file.getKey().equals(FOLDER + name)
                        ? change.apply(text(name)).getBytes(StandardCharsets.UTF_8)
                        : file.getValue();
                ZipEntry entry = new ZipEntry(file.getKey());
                if (file.getKey().equals("mimetype")) {
                    CRC32 checksum = new CRC32();
                    checksum.update(bytes);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(bytes.length);
                    entry.setCrc(checksum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(bytes);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
