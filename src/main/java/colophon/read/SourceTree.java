package colophon.read;

import colophon.diag.Characters;
import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Batches;
import colophon.model.Digest;
import colophon.model.InputFile;
import colophon.model.InputFile.Stamp;
import colophon.model.Lazy;
import colophon.model.PlainText;
import colophon.model.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * All input files of a site as they were at one moment, found in one walk: the only place that reads them. What a file holds is read when
 * it is first needed; whether it changed since another build is seen without opening it.
 *
 * <p>A template or asset that the site does not have comes from the default theme in the program.
 */
public final class SourceTree {
    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String CONTENT = "content/";
    private static final String TEMPLATES = "templates/";
    private static final String ASSETS = "site-assets/";
    private static final Set<String> WEB_ENDINGS = Set.of(
            ("css js mjs json webmanifest svg png jpg jpeg gif webp avif ico cur woff woff2 ttf otf txt xml pdf mp3 mp4 ogg webm vtt"
                            + " wasm")
                    .split(" "));
    /** The folders that hold what a site is made from. */
    public static final List<String> FOLDERS = List.of("content", "templates", "site-assets");

    private final Path site;
    private final SortedMap<String, InputFile> files;
    private final SortedMap<String, Problem> refused;
    private final Lazy<SortedMap<String, InputFile>> content;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    private SourceTree(Path site, SortedMap<String, InputFile> files, SortedMap<String, Problem> refused) {
        this.site = site;
        this.files = files;
        this.refused = refused;
        this.content = new Lazy<>(() -> below(CONTENT, files));
    }

    /** What an earlier build knew of files. */
    public interface Known {
        /** The digest of a file that has not changed since; nothing when that is not certain. */
        OptionalLong digest(String path, Stamp stamp);
    }

    /**
     * Finds a site's files. Symbolic links and what cannot be opened are problems; hidden files and editors' backups are passed over.
     *
     * @param site the folder that holds {@code content/}
     * @param known asked for when all files are found
     * @param workers threads to share the work with
     */
    public static SourceTree read(Path site, Supplier<? extends Known> known, Executor workers) {
        return read(site, known, Long.MAX_VALUE, workers);
    }

    /**
     * The same, with patience for editors that empty a file and then write it.
     *
     * @param now the time of the disk, in nanoseconds: files changed a moment before are looked at again until they rest
     */
    public static SourceTree read(Path site, Supplier<? extends Known> known, long now, Executor workers) {
        SourceTree tree = new SourceTree(site, new TreeMap<>(), new TreeMap<>());
        Walk walk = tree.new Walk(workers);
        for (String folder : FOLDERS) {
            if (Files.isDirectory(site.resolve(folder))) {
                walk.at(site.resolve(folder));
            }
        }
        SettlingFiles.settle(walk.found, now);
        walk.found.forEach(file -> tree.add(file, known.get().digest(file.path(), file.stamp())));
        return tree;
    }

    /** What a walk came by. */
    private sealed interface Seen {}

    /** A file. */
    record Found(String path, Path file, Stamp stamp) implements Seen {}

    /** A file or folder that is not read. */
    private record Refused(String path, Problem problem) implements Seen {}

    /** A folder to be opened. */
    private record Folder(Path path) implements Seen {}

    private void add(Found found, OptionalLong digest) {
        if (files.containsKey(found.path())) {
            refused.put(
                    found.path(),
                    new Problem(
                            Rule.ADDRESS_TAKEN,
                            Source.ofFile(found.path()).whole(),
                            "two files have this name, once with accents that are characters of their own",
                            "rename one of them, or remove it"));
        }
        InputFile.Loader loader = new InputFile.Loader() {
            @Override
            public byte[] load() throws IOException {
                try {
                    return SettlingFiles.bytes(found);
                } catch (NoSuchFileException e) {
                    changed();
                    throw e;
                }
            }

            @Override
            public boolean mayChange() {
                return true;
            }

            @Override
            public void changed() {
                changed.add(found.path());
            }
        };
        files.put(
                found.path(),
                digest.isPresent()
                        ? new InputFile(found.path(), found.stamp(), digest.getAsLong(), loader)
                        : new InputFile(found.path(), found.stamp(), loader));
    }

    /**
     * A later tree.
     *
     * @param changed the paths of files that are new, gone, hold something else, or cannot be read any more, or again
     */
    public record Update(SourceTree tree, SortedSet<String> changed) {}

    /**
     * The same files but for some that changed, came or went. Every file named is opened anew, whatever the disk says of its time.
     *
     * @param changed files or folders
     */
    public Update update(Collection<Path> changed) {
        SourceTree tree = new SourceTree(site, new TreeMap<>(files), new TreeMap<>(refused));
        SortedSet<String> touched = new TreeSet<>();
        for (Path file : changed) {
            String path = tree.path(file);
            touched.addAll(tree.at(path));
            for (SortedMap<String, ?> map : List.of(tree.files, tree.refused)) {
                map.remove(path);
                map.subMap(path + "/", path + "/" + Character.MAX_VALUE).clear();
            }
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isHiddenWithin(file)) {
                Walk walk = tree.new Walk(Runnable::run);
                walk.at(file);
                walk.found.forEach(found -> tree.add(found, OptionalLong.empty()));
            }
            touched.addAll(tree.at(path));
        }
        touched.removeIf(path -> tree.isTheSame(this, path));
        return new Update(tree, touched);
    }

    /** All files anew, and which of them differ. */
    public Update again() {
        SourceTree tree = read(site, () -> (path, stamp) -> OptionalLong.empty(), Runnable::run);
        SortedSet<String> all = new TreeSet<>();
        for (SortedMap<String, ?> map : List.of(files, refused, tree.files, tree.refused)) {
            all.addAll(map.keySet());
        }
        all.removeIf(path -> tree.isTheSame(this, path));
        return new Update(tree, all);
    }

    /** The files at a path, or below it. */
    private SortedSet<String> at(String path) {
        SortedSet<String> found = new TreeSet<>();
        for (SortedMap<String, ?> map : List.of(files, refused)) {
            found.addAll(
                    map.subMap(path + "/", path + "/" + Character.MAX_VALUE).keySet());
        }
        if (has(path)) {
            found.add(path);
        }
        return found;
    }

    private boolean isTheSame(SourceTree other, String path) {
        return refused.containsKey(path) == other.refused.containsKey(path) && holdsTheSame(other, path);
    }

    private boolean holdsTheSame(SourceTree other, String path) {
        InputFile mine = files.get(path);
        InputFile theirs = other.files.get(path);
        return mine == theirs || mine != null && theirs != null && digest(mine) == digest(theirs);
    }

    /** A file that cannot be read is like no other; why is told when it is needed. */
    private static long digest(InputFile file) {
        try {
            return file.digest();
        } catch (UncheckedIOException e) {
            return System.identityHashCode(file);
        }
    }

    /** A file inside a hidden folder is hidden too. */
    private boolean isHiddenWithin(Path file) {
        for (Path name : site.relativize(file)) {
            if (Walk.isHidden(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a file of that path, even one that cannot be read. */
    public boolean has(String path) {
        return files.containsKey(path) || refused.containsKey(path);
    }

    /** What the disk says of every file; nothing of those that cannot be read. */
    public Map<String, Stamp> stamps() {
        Map<String, Stamp> stamps = new HashMap<>();
        refused.keySet().forEach(path -> stamps.put(path, Stamp.NONE));
        files.forEach((path, file) -> stamps.put(path, file.stamp()));
        return stamps;
    }

    /**
     * Files that hold something else than what was known of them, or are gone: somebody saved them while the site was built, and what was
     * made of it may be half the old and half the new.
     */
    public Set<String> changed() {
        return Set.copyOf(changed);
    }

    /** Adds what could not be read to the problems. */
    public void report(Problems problems) {
        refused.values().forEach(problems::add);
    }

    /** Files of the content folder, by their path in it. */
    public SortedMap<String, InputFile> content() {
        return content.get();
    }

    /** A file of the content folder, by its path in it. */
    public Optional<InputFile> content(String name) {
        return Optional.ofNullable(files.get(CONTENT + name));
    }

    /** All files of the site itself, by their path. */
    public SortedMap<String, InputFile> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** The site's own templates and assets, by their path. */
    SortedMap<String, InputFile> look() {
        SortedMap<String, InputFile> look = new TreeMap<>();
        for (String folder : List.of(TEMPLATES, ASSETS)) {
            look.putAll(files.subMap(folder, folder + Character.MAX_VALUE));
        }
        return look;
    }

    /** The templates of the theme whose names begin so. */
    SortedMap<String, Source> templates(String beginning, Problems problems) throws IOException {
        SortedMap<String, InputFile> all = new TreeMap<>(DefaultTheme.files());
        all.putAll(files.subMap(TEMPLATES, TEMPLATES + Character.MAX_VALUE));
        SortedMap<String, Source> templates = new TreeMap<>();
        below(TEMPLATES, all).forEach((name, file) -> {
            if (name.startsWith(beginning)) {
                text(file, problems).ifPresent(source -> templates.put(name, source));
            }
        });
        return templates;
    }

    /** Whether a file of a site says what it looks like, and not what it says. */
    public static boolean isOfTheme(String path) {
        return path.startsWith(TEMPLATES) || path.startsWith(ASSETS);
    }

    /** The templates and assets: the site's own, and the default theme's where it has none. */
    public Theme theme(Problems problems) throws IOException {
        SortedMap<String, InputFile> all = new TreeMap<>(DefaultTheme.files());
        all.putAll(look());
        SortedMap<String, Source> templates = new TreeMap<>();
        SortedMap<String, InputFile> templateFiles = below(TEMPLATES, all);
        Digest digest = new Digest();
        templateFiles.forEach((name, file) -> template(file, problems).ifPresent(source -> {
            templates.put(name, source);
            digest.add(name).add(file.digest());
        }));
        below(ASSETS, files).forEach((name, file) -> {
            if (!isOfWebsite(name)) {
                problems.add(
                        Rule.FILE_UNUSED,
                        file.asSource().whole(),
                        "no website needs a file of this kind, so it is not published",
                        "remove it; a copy of a file is best kept elsewhere");
                all.remove(ASSETS + name);
            } else if (name.endsWith(".css") ? text(file, problems).isEmpty() : !canRead(file, problems)) {
                all.remove(ASSETS + name);
            }
        });
        SortedMap<String, InputFile> own = look();
        own.keySet().retainAll(all.keySet());
        new OwnTheme(own, DefaultTheme.files().keySet(), templates).check(problems);
        return new Theme(templates, digest.value(), below(ASSETS, all), Set.copyOf(look().keySet()));
    }

    /** The default theme is known to be in order. */
    private Optional<Source> template(InputFile file, Problems problems) {
        return files.containsKey(file.path()) ? text(file, problems) : decoded(file, problems);
    }

    /** All assets are published: what editors, tools and people leave beside them is not to be among them. */
    private static boolean isOfWebsite(String name) {
        return WEB_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static SortedMap<String, InputFile> below(String folder, SortedMap<String, InputFile> files) {
        SortedMap<String, InputFile> found = new TreeMap<>();
        files.subMap(folder, folder + Character.MAX_VALUE)
                .forEach((path, file) -> found.put(path.substring(folder.length()), file));
        return Collections.unmodifiableSortedMap(found);
    }

    /** Decodes a text file: UTF-8 with or without a byte order mark. Anything else is a problem. */
    public static Optional<Source> text(InputFile file, Problems problems) {
        Optional<Source> source = decoded(file, problems);
        source.ifPresent(it -> Characters.report(it, it.text(), problems));
        return source;
    }

    private static Optional<Source> decoded(InputFile file, Problems problems) {
        if (!canRead(file, problems)) {
            return Optional.empty();
        }
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(file, problems)) {
            return Optional.empty();
        }
        String unmarked = withoutMark(text);
        return Optional.of(new Source(file.path(), unmarked, () -> loaded(file)));
    }

    /** Looks closer at bytes that may be none of UTF-8: the sign that takes the place of wrong ones may also be meant. */
    private static boolean isUtf8(InputFile file, Problems problems) {
        byte[] bytes = file.bytes();
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (!decoder.decode(in, out, true).isError()) {
            return true;
        }
        String text = withoutMark(out.flip().toString());
        Source source = new Source(file.path(), text + REPLACEMENT);
        String message =
                String.format(Locale.ROOT, "not UTF-8: byte 0x%02X at offset %d", bytes[in.position()], in.position());
        problems.add(
                Rule.FILE_NOT_UTF8,
                source.span(text.length(), text.length() + 1),
                message,
                "save the file with the encoding UTF-8");
        return false;
    }

    /** A text that was read before. */
    static Source source(InputFile file, int length) {
        return new Source(file.path(), length, () -> loaded(file));
    }

    private static String loaded(InputFile file) {
        return withoutMark(new String(file.bytes(), StandardCharsets.UTF_8));
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Whether a file can be opened; when not, that is a problem. */
    static boolean canRead(InputFile file, Problems problems) {
        try {
            file.bytes();
            return true;
        } catch (UncheckedIOException e) {
            problems.add(unreadable(file.path(), "cannot read the file", "allow this user to read it"));
            return false;
        }
    }

    private static Problem unreadable(String path, String message, String help) {
        return new Problem(Rule.FILE_UNREADABLE, Source.ofFile(path).whole(), message, help);
    }

    /** A path as a site names it: with each accent in its letter, however the disk has it. */
    private String path(Path file) {
        String path = PlainText.composed(relative(file));
        String separator = file.getFileSystem().getSeparator();
        return separator.equals("/") ? path : path.replace(separator, "/");
    }

    /** Files that a walk finds have paths that start with the folder's; others may be written in another way. */
    private String relative(Path file) {
        String whole = file.toString();
        String folder = site.toString();
        int length = folder.length();
        return length > 0
                        && whole.startsWith(folder)
                        && whole.length() > length + 1
                        && whole.startsWith(file.getFileSystem().getSeparator(), length)
                ? whole.substring(length + 1)
                : site.relativize(file).toString();
    }

    /** Finds what is in folders, and theirs. To ask the disk about a file takes longer than to find its name, so several ask. */
    private final class Walk {
        private final Executor workers;
        private final List<Found> found = new ArrayList<>();

        Walk(Executor workers) {
            this.workers = workers;
        }

        /** Begins at a file or a folder. */
        void at(Path file) {
            take(look(List.of(file)));
        }

        private void take(List<Seen> some) {
            for (Seen seen : some) {
                if (seen instanceof Found file) {
                    found.add(file);
                } else if (seen instanceof Refused file) {
                    refused.put(file.path(), file.problem());
                } else if (seen instanceof Folder folder) {
                    open(folder.path());
                }
            }
        }

        private void open(Path folder) {
            List<Path> files = new ArrayList<>();
            try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
                names.forEach(file -> {
                    if (!isHidden(file.getFileName())) {
                        files.add(file);
                    }
                });
            } catch (IOException | DirectoryIteratorException e) {
                unreadable(folder).ifPresent(it -> take(List.of(it)));
            }
            Batches.share(files, workers, this::look).forEach(this::take);
        }

        private List<Seen> look(List<Path> files) {
            List<Seen> seen = new ArrayList<>(files.size());
            files.forEach(file -> look(file).ifPresent(seen::add));
            return seen;
        }

        private Optional<Seen> look(Path file) {
            BasicFileAttributes attributes;
            try {
                attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (IOException e) {
                return unreadable(file);
            }
            return Optional.of(attributes.isDirectory() ? new Folder(file) : seen(file, attributes));
        }

        private Seen seen(Path file, BasicFileAttributes attributes) {
            String path = path(file);
            if (path.indexOf('\uFFFD') >= 0) {
                return refuse(
                        file, "this system cannot read the file's name", "set LC_ALL=C.UTF-8, or rename the file");
            }
            if (attributes.isOther()) {
                return refuse(file, "not a file that can be read", "put a file in its place");
            }
            if (attributes.isSymbolicLink()) {
                Span whole = Source.ofFile(path).whole();
                String help = "put the file itself here";
                return new Refused(
                        path, new Problem(Rule.FILE_LINK_REFUSED, whole, "a symbolic link is not followed", help));
            }
            long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            return new Found(path, file, new Stamp(attributes.size(), modified));
        }

        /** Nothing where somebody deleted it while the folder was walked. */
        private Optional<Seen> unreadable(Path file) {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            String what = Files.isDirectory(file) ? "cannot open the folder" : "cannot read the file";
            return Optional.of(refuse(file, what, "allow this user to read it"));
        }

        private Refused refuse(Path file, String message, String help) {
            return new Refused(path(file), SourceTree.unreadable(path(file), message, help));
        }

        /** Files and folders of systems and tools that nobody means to publish. */
        private static final Set<String> UNSEEN = Set.of("Thumbs.db", "desktop.ini", "node_modules");

        private static boolean isHidden(Path fileName) {
            String name = fileName.toString();
            return name.startsWith(".") || name.startsWith("#") || name.endsWith("~") || UNSEEN.contains(name);
        }
    }
}
