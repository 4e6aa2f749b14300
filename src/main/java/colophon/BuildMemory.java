package colophon;

import colophon.cache.CacheFolder;
import colophon.output.SlowFiles;
import colophon.read.PageMemory;
import colophon.read.SourceTree;
import colophon.write.WrittenFiles;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What a build leaves for the next one, in the folder {@code .colophon} beside the output. All of it may be deleted at any time: then
 * the next build does everything anew, with the same result.
 */
final class BuildMemory implements SlowFiles {
    private static final String FOLDER = ".colophon";
    private static final String PAGES = "pages";
    private static final String SLOW = "files";
    /** Some disks tell times in steps of two seconds. */
    private static final long CLOCK_STEP = TimeUnit.SECONDS.toNanos(2);

    private final Optional<CacheFolder> folder;
    private final String writtenName;
    private final long begun;
    private final PageMemory pages;
    private final WrittenFiles written;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private BuildMemory(Optional<CacheFolder> folder, String outputName) {
        this.folder = folder;
        this.writtenName = "written-" + outputName;
        this.begun = folder.map(CacheFolder::time).orElse(Long.MIN_VALUE);
        this.pages = read(PAGES, PageMemory::unpack).orElseGet(PageMemory::new);
        this.written = read(writtenName, WrittenFiles::unpack).orElseGet(WrittenFiles::none);
    }

    /** The memory of a build; one that only checks has none. */
    static BuildMemory open(BuildOptions options) {
        if (options.output().isEmpty()) {
            return new BuildMemory(Optional.empty(), "");
        }
        Path output = options.output().get().toAbsolutePath().normalize();
        CacheFolder folder = new CacheFolder(output.resolveSibling(FOLDER), Version.identity());
        return new BuildMemory(Optional.of(folder), output.getFileName().toString());
    }

    private <T> Optional<T> read(String name, Function<byte[], T> unpack) {
        Optional<byte[]> packed = folder.flatMap(it -> it.read(name));
        try {
            return packed.map(unpack);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            folder.ifPresent(it -> it.damaged(name));
            return Optional.empty();
        }
    }

    PageMemory pages() {
        return pages;
    }

    WrittenFiles written() {
        return written;
    }

    /** What people should know of the memory, a line each. */
    List<String> remarks() {
        return folder.map(CacheFolder::remarks).orElse(List.of());
    }

    @Override
    public Optional<Slow> find(String name) {
        used.add(name);
        return folder.flatMap(it -> it.read(SLOW + "/" + name)).map(bytes -> new Slow(bytes, List.of()));
    }

    /** What had a problem is made again next time, so that the problem is told again. */
    @Override
    public void keep(String name, Slow file) {
        used.add(name);
        if (file.problems().isEmpty()) {
            folder.ifPresent(it -> it.write(SLOW + "/" + name, file.bytes()));
        }
    }

    /** Keeps what this build learnt, after it has published. */
    void keep(SourceTree sources, WrittenFiles files) {
        folder.ifPresent(it -> {
            it.write(PAGES, pages.pack(sources, begun - CLOCK_STEP));
            it.write(writtenName, files.pack());
            it.keepOnly(SLOW, new HashSet<>(used));
        });
    }
}
