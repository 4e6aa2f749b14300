package colophon;

import colophon.cache.Block;
import colophon.cache.CacheFolder;
import colophon.cache.Unpacker;
import colophon.model.Lazy;
import colophon.output.SlowFiles;
import colophon.read.PageMemory;
import colophon.read.SourceTree;
import colophon.write.WrittenFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
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
    private final Lazy<PageMemory> pages;
    private final Lazy<WrittenFiles> written;
    /** Slow files of this build that are not on the disk: it may have no folder, or no room. */
    private final Map<String, Slow> unkept = new ConcurrentHashMap<>();

    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private BuildMemory(Optional<CacheFolder> folder, String outputName, long begun) {
        this.folder = folder;
        this.writtenName = "written-" + outputName;
        this.begun = begun;
        this.pages = new Lazy<>(() -> read(PAGES, PageMemory::unpack).orElseGet(PageMemory::new));
        this.written = new Lazy<>(() -> read(writtenName, WrittenFiles::unpack).orElseGet(WrittenFiles::none));
    }

    /** The memory of a build; one that only checks has none. */
    static BuildMemory open(BuildOptions options) {
        Optional<CacheFolder> folder = folder(options);
        return new BuildMemory(
                folder, name(options), folder.map(CacheFolder::time).orElse(0L));
    }

    /** The same for who only looks: nothing is written, not even the time. */
    static BuildMemory toLookAt(BuildOptions options) {
        return new BuildMemory(folder(options), name(options), 0);
    }

    private static Optional<CacheFolder> folder(BuildOptions options) {
        return options.output()
                .map(output -> new CacheFolder(
                        output.toAbsolutePath().normalize().resolveSibling(FOLDER), Version.identity()));
    }

    private static String name(BuildOptions options) {
        return options.output()
                .map(output -> output.toAbsolutePath().normalize().getFileName().toString())
                .orElse("");
    }

    private <T> Optional<T> read(String name, Function<Unpacker, T> unpack) {
        Optional<Unpacker> packed = folder.flatMap(it -> it.read(name)).map(Unpacker::new);
        try {
            return packed.map(unpack);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            folder.ifPresent(it -> it.damaged(name));
            return Optional.empty();
        }
    }

    /** The time of the disk at the beginning, in nanoseconds; later than any if it is not known. */
    long now() {
        return begun == 0 ? Long.MAX_VALUE : begun;
    }

    PageMemory pages() {
        return pages.get();
    }

    WrittenFiles written() {
        return written.get();
    }

    /** What people should know of the memory, a line each. */
    List<String> remarks() {
        return folder.map(CacheFolder::remarks).orElse(List.of());
    }

    @Override
    public Optional<Slow> find(String name) {
        used.add(name);
        return Optional.ofNullable(unkept.get(name))
                .or(() -> folder.flatMap(it -> it.read(SLOW + "/" + name))
                        .map(bytes -> new Slow(bytes.copy(), List.of())));
    }

    @Override
    public boolean has(String name) {
        used.add(name);
        return unkept.containsKey(name)
                || folder.map(it -> it.has(SLOW + "/" + name)).orElse(false);
    }

    /** What had a problem is made again next time, so that the problem is told again. */
    @Override
    public void keep(String name, Slow file) {
        used.add(name);
        boolean kept = file.problems().isEmpty()
                && folder.map(it -> it.write(SLOW + "/" + name, Block.of(file.bytes())))
                        .orElse(false);
        if (!kept) {
            unkept.put(name, file);
        }
    }

    /** What was learnt of the files that were read. May be put together while others make and write files. */
    Block pack(SourceTree sources) {
        return folder.isPresent() ? pages.get().pack(sources, begun - CLOCK_STEP) : Block.of(new byte[0]);
    }

    /**
     * Keeps what this build learnt, after it has published.
     *
     * @param packed what {@link #pack} gave
     * @param slow whether it asked for all slow files it wants; one that left them out says nothing about them
     * @param workers of which one helps
     */
    void keep(Block packed, WrittenFiles files, boolean slow, Workers workers) {
        folder.ifPresent(it -> {
            Future<?> pagesKept = workers.run(() -> it.write(PAGES, packed));
            it.write(writtenName, files.pack(begun - CLOCK_STEP));
            Workers.await(pagesKept);
            if (slow) {
                it.keepOnly(SLOW, new HashSet<>(used));
            }
        });
    }
}
