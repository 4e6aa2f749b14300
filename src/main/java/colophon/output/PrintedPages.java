package colophon.output;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the pages of a printed document begin, in terms that hold in its other editions too: a section, a block of text within it, and
 * a number of letters within that.
 */
record PrintedPages(List<Section> sections, List<Start> pages) {
    private static final String SECTION = "section ";
    private static final String PAGE = "page ";

    /** A section by its id or class, with the digests of the letters of its blocks, in order. */
    record Section(String name, List<Long> blocks) {}

    /**
     * A page.
     *
     * @param label its number as it is printed, such as "iv" or "12"
     * @param section the index of the section it begins in
     * @param block the index of the block it begins in; as many as there are where it begins behind all of them
     * @param letters how many letters of the block stand on earlier pages
     */
    record Start(String label, int section, int block, int letters) {}

    PrintedPages {
        sections = List.copyOf(sections);
        pages = List.copyOf(pages);
    }

    /** A document of which no pages are told. */
    static PrintedPages none() {
        return new PrintedPages(List.of(), List.of());
    }

    byte[] pack() {
        StringBuilder out = new StringBuilder();
        for (Section section : sections) {
            out.append(SECTION).append(section.name()).append('\n');
            section.blocks().forEach(block -> out.append(block).append('\n'));
        }
        for (Start page : pages) {
            out.append(PAGE).append(page.section()).append(' ').append(page.block());
            out.append(' ')
                    .append(page.letters())
                    .append(' ')
                    .append(page.label())
                    .append('\n');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static PrintedPages unpack(byte[] packed) {
        List<Section> sections = new ArrayList<>();
        List<Start> pages = new ArrayList<>();
        for (String line : new String(packed, StandardCharsets.UTF_8).lines().toList()) {
            if (line.startsWith(SECTION)) {
                sections.add(new Section(line.substring(SECTION.length()), new ArrayList<>()));
            } else if (line.startsWith(PAGE)) {
                String[] parts = line.split(" ", 5);
                pages.add(new Start(
                        parts[4], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(parts[3])));
            } else {
                sections.get(sections.size() - 1).blocks().add(Long.parseLong(line));
            }
        }
        return new PrintedPages(sections, pages);
    }
}
