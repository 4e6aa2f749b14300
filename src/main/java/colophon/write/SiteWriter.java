package colophon.write;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.OutputTree;
import colophon.write.BuildLock.HeldException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Publishes an output tree to a folder, all or nothing, and never touches a file that Colophon did not write. What did not change keeps
 * its time stamp; what is made from the same things as before is not even made.
 *
 * <p>There are two trees in turn. The hidden one is the version before; what changed since is written or linked into it ({@link NextTree}),
 * and then it is exchanged with the output folder in one step. Where that cannot be, files are renamed one by one, and what is to be done is
 * written down before ({@link PendingRenames}).
 */
public final class SiteWriter {
    private static final int MOST_NAMED = 3;

    private final Path output;
    private final String shown;
    private final Supplier<WrittenFiles> memory;
    private final boolean isLink;
    private final WorkPlace place;
    private final PendingRenames renames;
    private final List<String> remarks = new ArrayList<>();
    private Optional<String> relation = Optional.empty();
    private PublishedFolder there;

    /**
     * @param output the folder to publish to; need not exist
     * @param shown its name for people
     * @param memory gives what the last build wrote there
     */
    public SiteWriter(Path output, String shown, Supplier<WrittenFiles> memory) throws IOException {
        Path absolute = output.toAbsolutePath().normalize();
        this.isLink = Files.isSymbolicLink(absolute);
        this.output = isLink && Files.exists(absolute) ? absolute.toRealPath() : absolute;
        this.shown = shown;
        this.memory = memory;
        this.place = new WorkPlace(this.output);
        this.renames = new PendingRenames(this.output);
        this.there = PublishedFolder.none(this.output);
    }

    /** What people should know of the output folder, a line each. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Whether some files are those of the new site and some are those of the old, until the next command finishes that. */
    public boolean isTorn() {
        return renames.isTorn();
    }

    /** Finishes what an earlier build was kept from finishing; for commands that publish nothing themselves. */
    public void recover() throws IOException {
        if (isUnfinished()) {
            try {
                alone(lock -> true);
            } catch (HeldException e) {
                // It is being finished.
                return;
            }
        }
    }

    private boolean isUnfinished() {
        return place.isOutputAway() || renames.isUnfinished() || !new OlderVersion(output).isEmpty();
    }

    /**
     * Looks whether the folder may be written, and at what is in it, before the work of making a site is done.
     *
     * @param site the folder that holds the content
     */
    public void check(Path site, Problems problems) {
        try {
            checkFolder(site, problems);
        } catch (IOException e) {
            unwritable(e, "allow this user to read and write there, then run this again", problems);
        }
    }

    private void checkFolder(Path site, Problems problems) throws IOException {
        Path root = site.toAbsolutePath().normalize();
        boolean overInput = List.of("content", "templates", "site-assets").stream()
                .map(root::resolve)
                .anyMatch(input -> output.startsWith(input) || input.startsWith(output));
        if (overInput || root.startsWith(output)) {
            problems.add(
                    Rule.OUTPUT_OVERLAPS,
                    Source.ofFile(shown).whole(),
                    "the site cannot be written here: it would replace what it is made from",
                    "choose a folder of its own, such as --output public");
            return;
        }
        relation = relation(root);
        recover();
        if (WorkPlace.exists(output) && !Files.isDirectory(output)) {
            foreign("this is a file, not a folder", problems);
        } else if (Files.isDirectory(output)) {
            lookWithoutLock(problems);
        }
    }

    /** Another build may be publishing at this moment; what was seen then is nothing to go by, and it is looked at again when that ended. */
    private void lookWithoutLock(Problems problems) throws IOException {
        Problems found = new Problems();
        try {
            look(found);
        } catch (NoSuchFileException e) {
            there = PublishedFolder.none(output);
        }
        if (there.exists() && there.isStillSo(place.hidden())) {
            problems.addAll(found);
        } else {
            there = PublishedFolder.none(output);
        }
    }

    private Optional<String> relation(Path root) {
        try {
            return Optional.of(output.relativize(root).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void look(Problems problems) throws IOException {
        there = PublishedFolder.none(output);
        if (!Files.isDirectory(output)) {
            return;
        }
        there = PublishedFolder.look(output, memory.get(), new OlderVersion(output));
        if (!there.unknown().isEmpty()) {
            foreign("it holds " + names(there.unknown()) + ", which Colophon did not write", problems);
        }
        if (!there.edited().isEmpty()) {
            foreign("somebody changed " + names(there.edited()) + " after Colophon wrote it", problems);
        }
        try {
            there.compare(place.hidden(), memory.get());
        } catch (IOException e) {
            // It is put aside when it is needed.
            there.forgetHidden();
        }
    }

    private void foreign(String message, Problems problems) {
        problems.add(
                Rule.OUTPUT_FOREIGN,
                Source.ofFile(shown).whole(),
                message,
                "move it away, or publish to another folder with --output");
    }

    private static String names(Set<String> paths) {
        List<String> some = paths.stream().limit(MOST_NAMED).toList();
        int more = paths.size() - some.size();
        return String.join(", ", some) + (more > 0 ? " and " + more + " more" : "");
    }

    /**
     * Publishes, after {@link #check}. Files are made on the way; when one cannot be made or something else is found wrong, the old site
     * stays as it is.
     *
     * @param name address and title of the site, in a line
     * @param workers threads to make files with
     * @param mayPublish asked when all files are made
     * @return empty if it was not published
     */
    public Optional<WriteReport> write(
            OutputTree tree, String name, ExecutorService workers, BooleanSupplier mayPublish, Problems problems) {
        try {
            Files.createDirectories(output.getParent());
            return alone(lock -> {
                if (!there.isStillSo(place.hidden())) {
                    look(problems);
                }
                if (!problems.hasErrors() && !there.hidden().foreign().isEmpty()) {
                    bringBack(there.hidden().foreign());
                    look(problems);
                }
                checkSite(name, problems);
                return mayPublish.getAsBoolean()
                        ? replace(tree, name, workers, mayPublish, lock, problems)
                        : Optional.empty();
            });
        } catch (HeldException e) {
            unwritable(e, "wait for it to end, then run this again", problems);
        } catch (IOException e) {
            unwritable(e, "make room or allow this user to write there, then run this again", problems);
        }
        return Optional.empty();
    }

    /** Somebody had the folder open when the next version took its place, and saved a file into what was hidden by then. */
    private void bringBack(Collection<String> files) throws IOException {
        for (String file : files) {
            Path target = output.resolve(file);
            if (WorkPlace.exists(target)) {
                Path aside = place.folder().resolveSibling("aside-" + Long.toHexString(System.nanoTime()));
                Files.move(place.hidden(), aside);
                remarks.add(aside + " holds " + names(new TreeSet<>(files))
                        + ", which Colophon did not write. Take out what you need, and delete the rest.");
                return;
            }
            Files.createDirectories(target.getParent());
            Files.move(place.hidden().resolve(file), target);
        }
    }

    /** Another site is not replaced, unless it is the same folder in which the address or the title was changed. */
    private void checkSite(String name, Problems problems) throws IOException {
        String before = there.site();
        if (before.isEmpty() || before.equals(name)) {
            return;
        }
        Path known = place.site();
        boolean same = relation.isPresent()
                && Files.isRegularFile(known)
                && Files.readString(known).equals(relation.get() + "\n");
        if (!same) {
            foreign(
                    "it holds another site: " + before.substring(before.indexOf(' ') + 1) + " ("
                            + before.substring(0, Math.max(0, before.indexOf(' '))) + ")",
                    problems);
        }
    }

    private Optional<WriteReport> replace(
            OutputTree tree,
            String name,
            ExecutorService workers,
            BooleanSupplier mayPublish,
            BuildLock lock,
            Problems problems)
            throws IOException {
        Optional<String> why = whyOneByOne();
        Optional<NextTree> next = why.isEmpty() ? Optional.of(nextTree()) : Optional.empty();
        NextTree into = next.isPresent() ? next.get() : new NextTree(output, place, renames.begin(), false);
        try {
            StagedFiles staged = StagedFiles.make(tree, there, memory.get(), into, workers);
            Set<String> removed = there.present().keySet().stream()
                    .filter(path -> !staged.entries().containsKey(path))
                    .collect(Collectors.toCollection(TreeSet::new));
            Manifest list = new Manifest(name, staged.digests(tree));
            byte[] bytes = list.bytes();
            if (mayPublish.getAsBoolean() && isFree(staged, removed, lock, problems)) {
                if (staged.written().isEmpty() && removed.isEmpty() && there.hasList(bytes)) {
                    into.abandon();
                    renames.tidy();
                    return Optional.of(staged.report(
                            0, bytes, there.walked().times(), there.hidden().times()));
                }
                return Optional.of(publish(staged, removed, list, bytes, into, why, workers));
            }
            into.abandon();
            renames.tidy();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            into.abandon();
            tidyAfter(e);
            throw e;
        }
    }

    private void tidyAfter(Exception failure) {
        try {
            if (!renames.isTorn()) {
                renames.tidy();
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Why the folder cannot be exchanged as a whole. */
    private Optional<String> whyOneByOne() throws IOException {
        if (isLink) {
            return Optional.of("it is a symbolic link");
        }
        if (!place.prepare()) {
            return Optional.of(WorkPlace.MEMORY + "/ beside it cannot be written");
        }
        long disk = FileState.of(place.folder()).device();
        if (there.exists() && there.root().orElseThrow().device() != disk) {
            return Optional.of("it is on another disk than " + WorkPlace.MEMORY + "/ beside it");
        }
        if (Mounts.isAtOrBelow(output)) {
            return Optional.of("a disk is mounted there");
        }
        Set<String> nested = there.walked().nested();
        return nested.isEmpty() ? Optional.empty() : Optional.of("it holds another site in " + names(nested));
    }

    private NextTree nextTree() throws IOException {
        boolean reuses = there.hidden().usable();
        if (!reuses && there.exists() && WorkPlace.exists(place.hidden())) {
            Path aside = place.folder().resolveSibling("aside-" + Long.toHexString(System.nanoTime()));
            Files.move(place.hidden(), aside);
            remarks.add("The hidden version of the site could not be used, and was put aside. Delete it: " + aside);
        }
        return new NextTree(output, place, place.newWork(), reuses);
    }

    /** Whether nobody touched in the meantime what is to be replaced. */
    private boolean isFree(StagedFiles staged, Set<String> removed, BuildLock lock, Problems problems)
            throws IOException {
        if (!lock.isHeld()) {
            throw new IOException("somebody deleted the lock while the site was built");
        }
        Set<String> changed = new TreeSet<>();
        for (Collection<String> files : List.of(staged.written(), removed)) {
            for (String file : files) {
                if (!there.isStillSo(file)) {
                    changed.add(file);
                }
            }
        }
        Set<String> nested = new TreeSet<>(staged.written());
        nested.removeIf(file ->
                there.walked().nested().stream().noneMatch(site -> file.equals(site) || file.startsWith(site + "/")));
        if (!changed.isEmpty()) {
            foreign("somebody changed " + names(changed) + " while the site was built", problems);
        }
        if (!nested.isEmpty()) {
            foreign("another site is where " + names(nested) + " belongs", problems);
        }
        return changed.isEmpty() && nested.isEmpty();
    }

    private WriteReport publish(
            StagedFiles staged,
            Set<String> removed,
            Manifest list,
            byte[] bytes,
            NextTree next,
            Optional<String> why,
            ExecutorService workers)
            throws IOException {
        int damaged = there.damaged().size();
        if (damaged > 0) {
            remarks.add(shown + " held " + damaged + " empty or damaged file" + (damaged == 1 ? "" : "s")
                    + ", as after a power cut, made again: " + names(there.damaged()));
        }
        Optional<String> reason = why;
        if (why.isEmpty()) {
            relation.ifPresent(it -> note(it + "\n"));
            try {
                exchange(staged, removed, bytes, next, workers);
                return staged.report(
                        removed.size(),
                        bytes,
                        there.hidden().times(),
                        there.walked().times());
            } catch (FileSystemException | UnsupportedOperationException e) {
                if (!there.exists()) {
                    throw e;
                }
                reason = Optional.of("it cannot be exchanged as a whole: " + reason(e));
            }
        }
        renames.replace(
                next.path(),
                PendingRenames.steps(staged.written(), removed, list.digestsByPath(), there.digests()),
                list.and(there.manifest()),
                bytes);
        next.abandon();
        try {
            renames.tidy();
        } catch (IOException e) {
            remarks.add("The site is published. What it was made from is left over in " + PendingRenames.FOLDER
                    + " there; the next build deletes it.");
        }
        remarks.add(shown + " was replaced file by file, because " + reason.orElseThrow() + ".");
        return staged.report(removed.size(), bytes, there.walked().times(), Folder.Walked.NOTHING.times());
    }

    /** Notes whose output this is. Without that a build works too. */
    private void note(String text) {
        try {
            if (!Files.isRegularFile(place.site())
                    || !Files.readString(place.site()).equals(text)) {
                Files.writeString(place.site(), text);
            }
        } catch (IOException e) {
            remarks.add("Cannot write " + place.site() + ".");
        }
    }

    private void exchange(StagedFiles staged, Set<String> removed, byte[] list, NextTree next, ExecutorService workers)
            throws IOException {
        Set<String> stays = new TreeSet<>(
                there.hidden().usable()
                        ? there.hidden().different()
                        : there.present().keySet());
        stays.removeAll(staged.written());
        stays.removeAll(removed);
        Set<String> gone = new TreeSet<>(there.hidden().surplus());
        gone.removeAll(staged.written());
        gone.addAll(removed);
        next.complete(there.walked(), stays, gone, there.hidden().folders(), staged.entries()::containsKey, workers)
                .forEach(staged::linked);
        next.write(Manifest.FILE, list);
        if (there.exists()) {
            next.permissions(there.root().orElseThrow());
        }
        staged.sync();
        next.publish().ifPresent(remarks::add);
        try {
            new OlderVersion(output).delete();
        } catch (IOException e) {
            remarks.add(
                    "The site is published. Files of an older version of Colophon are left over beside " + shown + ".");
        }
    }

    /** Work on the disk. */
    private interface Work<T> {
        T run(BuildLock lock) throws IOException;
    }

    /** Does something while no other build can, after what earlier ones left is tidied up. */
    private <T> T alone(Work<T> work) throws IOException {
        if (!place.prepare()) {
            Files.createDirectories(output);
        }
        try (BuildLock lock = BuildLock.take(place.lock())) {
            new OlderVersion(output).recover();
            place.tidy();
            if (renames.isUnfinished()) {
                renames.recover();
            }
            return work.run(lock);
        }
    }

    private void unwritable(IOException e, String help, Problems problems) {
        problems.add(Rule.OUTPUT_UNWRITABLE, Source.ofFile(shown).whole(), reason(e), help);
    }

    private static String reason(Exception e) {
        if (e instanceof AccessDeniedException denied) {
            return "not allowed to write " + denied.getFile();
        }
        if (e instanceof NoSuchFileException missing) {
            return "cannot write " + missing.getFile();
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file is in the way of this folder";
        }
        return e instanceof HeldException ? e.getMessage() : "cannot write the site: " + e.getMessage();
    }
}
