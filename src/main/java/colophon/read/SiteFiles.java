package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.DataTable;
import colophon.model.Dataset;
import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.InputFile;
import colophon.model.Landmarks.Mark;
import colophon.model.Page;
import colophon.model.Picture;
import colophon.model.Publication;
import colophon.model.Site.Attachment;
import colophon.model.Site.ImageSize;
import colophon.model.SitePath;
import colophon.model.Unreleased;
import colophon.read.PageMemory.Used;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The files of the content folder that are no pages: which of them are published, and what there is to know of them. */
final class SiteFiles {
    private static final Set<String> FOLDERS = Set.of("figures", "data", "downloads");

    private final SettingsFiles settings;
    private final SortedMap<String, InputFile> files;
    private final PageMemory memory;
    private final Problems problems;

    /** @param files those that are no pages, by their path in the content folder */
    SiteFiles(SettingsFiles settings, SortedMap<String, InputFile> files, PageMemory memory, Problems problems) {
        this.settings = settings;
        this.files = files;
        this.memory = memory;
        this.problems = problems;
    }

    /** Those that a site can publish. The others are no use, but for settings, of which {@code style} may be one. */
    SortedMap<String, Attachment> attachments(Optional<String> style) {
        SortedMap<String, Attachment> attachments = new TreeMap<>();
        files.forEach((name, file) -> {
            boolean picture = Picture.isFile(name) || Picture.isOther(name);
            if (!SitePath.isInSite(name)) {
                problems.add(
                        Rule.ADDRESS_INVALID,
                        file.asSource().whole(),
                        "no address can be made from this file's name",
                        "give it a name without backslashes, tabs and other control characters");
            } else if (picture || FOLDERS.contains(folder(name)) && !name.endsWith(".md")) {
                attachments.put(name, new Attachment(new SitePath(name), file));
            } else if (!SettingsFiles.isOne(name) && !style.equals(Optional.of(name))) {
                problems.add(
                        Rule.FILE_UNUSED,
                        file.asSource().whole(),
                        "Colophon does not publish this file",
                        name.endsWith(".md")
                                ? "put it into report/, case-studies/ or pages/, or name it brief.md"
                                : "put it into figures/, data/ or downloads/ and link to it, or remove it");
            }
        });
        return attachments;
    }

    private static String folder(String name) {
        return name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
    }

    /** Takes from the files those that replace a generated download, or would replace one of a page that is left out. */
    static Map<SitePath, Attachment> readyMade(
            Publication publication,
            List<Page> written,
            List<Page> pages,
            SortedMap<String, Attachment> files,
            Unreleased unreleased) {
        Map<SitePath, Attachment> readyMade = new LinkedHashMap<>();
        List<Page> works = pages.stream().filter(page -> page.kind().isWork()).toList();
        for (Page page : works) {
            for (Format format : Format.of(page.kind())) {
                SitePath path = Edition.path(publication, page.kind(), page.path(), format);
                String name = Edition.readyMade(path);
                if (files.containsKey(name) && !unreleased.downloads().contains(name)) {
                    readyMade.put(path, files.get(name));
                    files.remove(name);
                }
            }
        }
        written.stream()
                .filter(page -> page.kind().isWork())
                .forEach(page ->
                        files.keySet().removeAll(ReleasedPages.readyMade(publication, page.kind(), page.path())));
        files.keySet().removeAll(unreleased.downloads());
        return readyMade;
    }

    /** Keeps what is used and can be read, and measures the pictures among it. */
    void keep(Used used, SortedMap<String, Attachment> attachments) {
        attachments.keySet().stream()
                .filter(name -> !used.known().contains(name))
                .forEach(name -> Unused.file(name, problems));
        attachments.keySet().retainAll(used.published());
        // One after another: all photographs of a report may be more than there is room for.
        attachments.entrySet().removeIf(entry -> {
            InputFile file = entry.getValue().file();
            boolean readable = file.hasDigest() || SourceTree.canRead(file, problems);
            entry.setValue(readable ? measured(entry.getValue(), used.pictures()) : entry.getValue());
            return !readable;
        });
    }

    private Attachment measured(Attachment attachment, PictureUses uses) {
        InputFile file = attachment.file();
        if (!Picture.isFile(file.path())) {
            return attachment;
        }
        Optional<ImageSize> size = memory.size(file);
        if (size.isEmpty()) {
            size = ImageReader.size(file, problems);
            size.ifPresent(found -> memory.keep(file, found));
            // Photographs are large, and few of them are needed at a time.
            if (!Picture.isDrawn(file.path())) {
                file.forget();
            }
        }
        return size.map(found ->
                        attachment.with(found, uses.of(attachment.path().value())))
                .orElse(attachment);
    }

    /** The data files among some files. */
    static SortedSet<String> data(Set<String> names) {
        return names.stream()
                .filter(name -> name.startsWith("data/") && name.endsWith(".csv"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What there is to know of the data files that are published. */
    List<Dataset> datasets(SortedSet<String> published, Map<String, DataTable> tables, MarkdownReader markdown) {
        if (published.isEmpty() && !settings.has(SettingsFiles.DATA)) {
            return List.of();
        }
        return settings.datasets(markdown)
                .read(settings.text(SettingsFiles.DATA), published, tables, data(files.keySet()));
    }

    /**
     * The data files that can be read as tables. Only where a directive shows one its mistakes are in the way.
     *
     * @param language of the work
     */
    Map<String, DataTable> tables(SortedSet<String> published, List<Page> pages, String language) {
        Set<String> shown = new TreeSet<>();
        if (!published.isEmpty()) {
            pages.stream()
                    .filter(page -> page.landmarks().items().stream().anyMatch(Mark::directive))
                    .forEach(page -> UsedFiles.data(page.body().orElseThrow(), shown));
        }
        Map<String, DataTable> tables = new TreeMap<>();
        for (String name : published) {
            Problems told = shown.contains(name) ? problems : new Problems();
            CsvText.of(files.get(name), language, problems)
                    .flatMap(source -> TableReader.read(source, told))
                    .ifPresent(table -> tables.put(name, table));
        }
        return tables;
    }
}
