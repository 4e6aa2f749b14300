package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.InputFile;
import colophon.model.Theme;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All input files of a site, taken once at the start of a build: the only place that reads them.
 *
 * <p>A template or asset that the site does not have comes from the default theme in the program.
 */
public final class SourceTree {
    private static final String CONTENT = "content/";
    private static final String TEMPLATES = "templates/";
    private static final String ASSETS = "site-assets/";

    private final SortedMap<String, InputFile> files;

    private SourceTree(SortedMap<String, InputFile> files) {
        this.files = files;
    }

    /**
     * Reads a site's folder. Unreadable files and symbolic links are problems; hidden files and editors' backups are passed over.
     *
     * @param site the folder that holds {@code content/}
     */
    public static SourceTree read(Path site, Problems problems) throws IOException {
        SortedMap<String, InputFile> files = new TreeMap<>(DefaultTheme.files());
        for (String folder : new String[] {CONTENT, TEMPLATES, ASSETS}) {
            if (Files.isDirectory(site.resolve(folder))) {
                Files.walkFileTree(site.resolve(folder), new Reader(site, files, problems));
            }
        }
        return new SourceTree(files);
    }

    /** Files of the content folder, by their path in it. */
    public SortedMap<String, InputFile> content() {
        return below(CONTENT);
    }

    /** The templates and assets: the site's own, and the default theme's where it has none. */
    public Theme theme(Problems problems) {
        SortedMap<String, Source> templates = new TreeMap<>();
        below(TEMPLATES).forEach((name, file) -> text(file, problems).ifPresent(source -> templates.put(name, source)));
        return new Theme(templates, below(ASSETS));
    }

    private SortedMap<String, InputFile> below(String folder) {
        SortedMap<String, InputFile> found = new TreeMap<>();
        files.subMap(folder, folder + Character.MAX_VALUE)
                .forEach((path, file) -> found.put(path.substring(folder.length()), file));
        return Collections.unmodifiableSortedMap(found);
    }

    /** Decodes a text file: UTF-8 with or without a byte order mark. Anything else is a problem. */
    public static Optional<Source> text(InputFile file, Problems problems) {
        byte[] bytes = file.bytes();
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String decoded = out.flip().toString();
        String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        if (result.isError()) {
            Source source = new Source(file.path(), text + "\uFFFD");
            String message = String.format(
                    Locale.ROOT, "not UTF-8: byte 0x%02X at offset %d", bytes[in.position()], in.position());
            problems.add(
                    Rule.FILE_NOT_UTF8,
                    source.span(text.length(), text.length() + 1),
                    message,
                    "save the file with the encoding UTF-8");
            return Optional.empty();
        }
        return Optional.of(new Source(file.path(), text));
    }

    private static final class Reader extends SimpleFileVisitor<Path> {
        private final Path site;
        private final SortedMap<String, InputFile> files;
        private final Problems problems;

        Reader(Path site, SortedMap<String, InputFile> files, Problems problems) {
            this.site = site;
            this.files = files;
            this.problems = problems;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            String path = path(file);
            if (path.indexOf('\uFFFD') >= 0) {
                return refuse(
                        file, "this system cannot read the file's name", "set LC_ALL=C.UTF-8, or rename the file");
            }
            if (attributes.isOther()) {
                return refuse(file, "not a file that can be read", "put a file in its place");
            }
            if (attributes.isSymbolicLink()) {
                problems.add(
                        Rule.FILE_LINK_REFUSED,
                        Source.ofFile(path).whole(),
                        "a symbolic link is not followed",
                        "put the file itself here");
                return FileVisitResult.CONTINUE;
            }
            try {
                byte[] bytes = Files.readAllBytes(file);
                files.put(path, new InputFile(path, () -> bytes));
            } catch (IOException e) {
                return visitFileFailed(file, e);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            String what = Files.isDirectory(file) ? "cannot open the folder" : "cannot read the file";
            return refuse(file, what, "allow this user to read it");
        }

        private FileVisitResult refuse(Path file, String message, String help) {
            problems.add(Rule.FILE_UNREADABLE, Source.ofFile(path(file)).whole(), message, help);
            return FileVisitResult.CONTINUE;
        }

        private String path(Path file) {
            return site.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        }

        private static boolean isHidden(Path file) {
            String name = file.getFileName().toString();
            return name.startsWith(".") || name.startsWith("#") || name.endsWith("~") || name.equals("Thumbs.db");
        }
    }
}
