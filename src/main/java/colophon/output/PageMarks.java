package colophon.output;

import colophon.output.BookBlocks.Block;
import colophon.output.BookBlocks.Place;
import colophon.output.PrintedPages.Section;
import colophon.output.PrintedPages.Start;
import colophon.render.BookRenderer.PrintedPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Where the pages of the printed edition begin in the documents of a book, so that both can be cited by the same numbers. A page begins
 * in the same word; where the block it begins in looks otherwise in the book, with the next block that is the same.
 */
final class PageMarks {
    private static final String TYPE = "epub:type";
    private static final String PAGE_BREAK = "pagebreak";

    /** A document of the book; {@code tree} is missing of the one that is drawn last. */
    private record Target(String name, Optional<XhtmlDocument> tree, List<Block> blocks, Map<Integer, Block> same) {}

    /** A page and its place: at the beginning of the document where there is none. */
    private record Mark(String label, String id, Target document, Optional<Place> place, boolean behind) {}

    private final List<Target> targets = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    /**
     * A document of the book that takes part.
     *
     * @param printed the name of its section in print
     * @param tree nothing for a document that is drawn when the marks of all others are known
     */
    record Part(String name, String printed, Optional<XhtmlDocument> tree) {}

    PageMarks(PrintedPages printed, List<Part> parts) {
        Map<String, Target> bySection = new HashMap<>();
        for (Part part : parts) {
            List<Block> blocks =
                    part.tree().map(tree -> BookBlocks.of(tree.body())).orElse(List.of());
            List<Long> others = printed.sections().stream()
                    .filter(section -> section.name().equals(part.printed()))
                    .findFirst()
                    .map(Section::blocks)
                    .orElse(List.of());
            Target target = new Target(part.name(), part.tree(), blocks, BookBlocks.same(others, blocks));
            targets.add(target);
            bySection.put(part.printed(), target);
        }
        Set<String> ids = new HashSet<>();
        for (Start start : printed.pages()) {
            marks.add(mark(start, id(start.label(), ids), printed.sections(), bySection));
        }
    }

    /** "page-iv"; labels need not be different, ids must be. */
    private static String id(String label, Set<String> taken) {
        String id = "page-" + label.replaceAll("[^A-Za-z0-9]+", "-");
        String free = id;
        for (int i = 2; !taken.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private Mark mark(Start start, String id, List<Section> sections, Map<String, Target> bySection) {
        Section section = sections.get(start.section());
        Target own = bySection.get(section.name());
        for (int block = start.block(); own != null && block < section.blocks().size(); block++) {
            Block same = own.same().get(block);
            if (same != null) {
                Place place = same.at(block == start.block() ? start.letters() : 0);
                return new Mark(start.label(), id, own, Optional.of(place), false);
            }
        }
        if (own != null) {
            boolean atEnd = start.block() > 0 && !own.same().isEmpty();
            Optional<Place> end = atEnd ? BookBlocks.last(own.blocks()).map(PageMarks::end) : Optional.empty();
            return new Mark(start.label(), id, own, end, end.isPresent());
        }
        Target next = sections.subList(start.section(), sections.size()).stream()
                .map(it -> bySection.get(it.name()))
                .filter(it -> it != null)
                .findFirst()
                .orElse(targets.get(targets.size() - 1));
        return new Mark(start.label(), id, next, Optional.empty(), false);
    }

    private static Place end(Block block) {
        Node last = block.content().get(block.content().size() - 1);
        return new Place(last, last instanceof Text text ? text.getLength() : 0);
    }

    /** The pages, in order. */
    List<PrintedPage> pages() {
        return marks.stream()
                .map(mark -> new PrintedPage(mark.label(), mark.document().name() + "#" + mark.id()))
                .toList();
    }

    /** Writes the marks into all documents that were there from the beginning. */
    void write() {
        targets.forEach(target -> target.tree().ifPresent(tree -> write(target.name(), tree)));
    }

    /** Writes the marks into a document, the last one first, because a mark moves what is behind it. */
    void write(String name, XhtmlDocument tree) {
        List<Mark> own = new ArrayList<>(marks);
        own.removeIf(mark -> !mark.document().name().equals(name));
        Collections.reverse(own);
        for (Mark mark : own) {
            Element sign = tree.create("span");
            sign.setAttributeNS("http://www.idpf.org/2007/ops", TYPE, PAGE_BREAK);
            sign.setAttribute("role", "doc-pagebreak");
            sign.setAttribute("id", mark.id());
            sign.setAttribute("aria-label", mark.label());
            insert(sign, mark, tree);
        }
    }

    private static void insert(Element sign, Mark mark, XhtmlDocument tree) {
        if (mark.place().isEmpty()) {
            Node first = tree.body().getFirstChild();
            tree.body().insertBefore(sign, beforeMarks(first));
            return;
        }
        Node node = mark.place().get().node();
        int offset = mark.place().get().offset();
        if (node instanceof Text text && offset > 0) {
            Node behind = offset < text.getLength() ? text.splitText(offset) : text.getNextSibling();
            node.getParentNode().insertBefore(sign, behind == null ? null : beforeMarks(behind));
            return;
        }
        Node before = outermost(node);
        before.getParentNode().insertBefore(sign, mark.behind() ? before.getNextSibling() : beforeMarks(before));
    }

    /** The first of the marks that stand right before a node: those of later pages. */
    private static Node beforeMarks(Node node) {
        Node first = node;
        while (first.getPreviousSibling() instanceof Element before
                && before.getAttribute(TYPE).equals(PAGE_BREAK)) {
            first = before;
        }
        return first;
    }

    /** What begins with a node within its line: a mark stands before a link, not in it. */
    private static Node outermost(Node node) {
        Node outer = node;
        while (outer.getParentNode() instanceof Element parent
                && (parent.getTagName().equals("picture")
                        || outer.getPreviousSibling() == null && BookBlocks.isInLine(parent))) {
            outer = parent;
        }
        return outer;
    }
}
