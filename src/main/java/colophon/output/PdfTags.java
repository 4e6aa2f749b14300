package colophon.output;

import com.openhtmltopdf.pdfboxout.PdfBoxAccessibilityHelper;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.w3c.dom.Element;

/**
 * Says with tags what the layout engine leaves unsaid: which text is a note, which list a table of contents, which table a caption
 * belongs to. (ISO 32000-1, 14.8.4)
 */
final class PdfTags {
    /** The engine's element around a note. */
    private static final String NOTE_BODY = "fs-footnote-body";

    private static final String NOTE = "footnote";
    private static final String NOTE_NUMBER = "note-number";
    private static final String NOTE_CALL = "note-call";
    private static final String CONTENTS = "toc";

    private final Map<String, PDStructureElement> notes = new HashMap<>();
    private final Map<String, PDStructureElement> calls = new HashMap<>();

    private PdfTags() {}

    /** Mends the tags of a document that was painted from these boxes. */
    static void mend(PDDocument document, Box root, Map<String, Box> boxes) {
        PDStructureTreeRoot tree = document.getDocumentCatalog().getStructureTreeRoot();
        if (tree == null) {
            return;
        }
        PdfTags tags = new PdfTags();
        tags.look(root);
        boxes.forEach((id, box) -> {
            if (box.getElement() != null && PrintedFlow.hasClass(box.getElement(), NOTE)) {
                tags.look(box);
                tags.note(id, box);
            }
        });
        tags.placeNotes();
        mend(tree);
    }

    private void look(Box box) {
        Element element = box.getElement();
        if (element != null && PrintedFlow.hasClass(element, NOTE_CALL)) {
            String note = element.getAttribute("href").substring(1);
            tag(box).ifPresent(tag -> calls.putIfAbsent(note, tag));
        } else if (element != null && PrintedFlow.hasClass(element, CONTENTS)) {
            tag(box).ifPresent(PdfTags::contents);
        } else if (element != null && box instanceof BlockBox block && block.isReplaced()) {
            tag(box).ifPresent(figure -> figure(figure, element));
        }
        for (int i = 0; i < box.getChildCount(); i++) {
            look(box.getChild(i));
        }
        if (box instanceof InlineLayoutBox inline) {
            for (Object child : inline.getInlineChildren()) {
                if (child instanceof Box inside) {
                    look(inside);
                }
            }
        }
    }

    private static Optional<PDStructureElement> tag(Box box) {
        return Optional.ofNullable(PdfBoxAccessibilityHelper.getStructualElementForBox(box));
    }

    /** One that is neither decoration nor has a text is left without. */
    private static void figure(PDStructureElement figure, Element image) {
        PdfConformance.text(image)
                .ifPresentOrElse(
                        figure::setAlternateDescription,
                        () -> figure.getCOSObject().removeItem(COSName.ALT));
    }

    private static void contents(PDStructureElement list) {
        list.setStructureType(StandardStructureTypes.TOC);
        for (PDStructureElement item : children(list)) {
            item.setStructureType(StandardStructureTypes.TOCI);
        }
    }

    private void note(String id, Box words) {
        Box box = words;
        while (box != null
                && (box.getElement() == null || !box.getElement().getTagName().equals(NOTE_BODY))) {
            box = box.getParent();
        }
        Optional.ofNullable(box).flatMap(PdfTags::tag).ifPresent(note -> {
            number(words).flatMap(PdfTags::tag).ifPresent(number -> first(number, note));
            note.setStructureType(StandardStructureTypes.NOTE);
            note.setElementIdentifier(id);
            notes.put(id, note);
        });
    }

    private static Optional<Box> number(Box box) {
        if (box.getElement() != null && PrintedFlow.hasClass(box.getElement(), NOTE_NUMBER)) {
            return Optional.of(box);
        }
        List<Box> inside = new ArrayList<>(box.getChildren());
        if (box instanceof InlineLayoutBox inline) {
            inline.getInlineChildren().stream()
                    .filter(Box.class::isInstance)
                    .map(Box.class::cast)
                    .forEach(inside::add);
        }
        return inside.stream().map(PdfTags::number).flatMap(Optional::stream).findFirst();
    }

    /** The number of a note is read before its words. */
    private static void first(PDStructureElement number, PDStructureElement note) {
        number.getParent().removeKid(number);
        number.setStructureType(StandardStructureTypes.LBL);
        List<Object> kids = new ArrayList<>(note.getKids());
        kids.add(0, number);
        note.setKids(kids);
        number.setParent(note);
    }

    /** A note is read where it is called. */
    private void placeNotes() {
        notes.forEach((id, note) -> {
            PDStructureElement call = calls.get(id);
            if (call != null && note.getParent() != null) {
                note.getParent().removeKid(note);
                PDStructureNode around = call.getParent();
                insertBehind(note, call, around);
                note.setParent(around);
            }
        });
    }

    private static void insertBehind(PDStructureElement note, PDStructureElement call, PDStructureNode around) {
        List<Object> kids = new ArrayList<>(around.getKids());
        int index = kids.indexOf(call);
        kids.add(index < 0 ? kids.size() : index + 1, note);
        around.setKids(kids);
    }

    private static void mend(PDStructureNode node) {
        PDStructureElement table = null;
        for (PDStructureElement child : children(node)) {
            String type = child.getStructureType();
            if (type.equals(StandardStructureTypes.LINK) && "".equals(child.getAlternateDescription())) {
                // An empty text would be read instead of the words of the link.
                child.getCOSObject().removeItem(COSName.ALT);
            } else if (type.equals(StandardStructureTypes.TABLE)) {
                table = child;
            } else if (type.equals(StandardStructureTypes.CAPTION) && table != null) {
                node.removeKid(child);
                List<Object> kids = new ArrayList<>(table.getKids());
                kids.add(0, child);
                table.setKids(kids);
                child.setParent(table);
            } else if (type.equals(StandardStructureTypes.T_FOOT)
                    && child.getKids().isEmpty()) {
                node.removeKid(child);
            } else if (type.equals(StandardStructureTypes.T_HEAD) && hasNoBody(node)) {
                // A table of nothing but a head is read like any other rows.
                child.setStructureType(StandardStructureTypes.T_BODY);
            }
            mend(child);
        }
    }

    private static boolean hasNoBody(PDStructureNode table) {
        return children(table).stream()
                .noneMatch(part -> StandardStructureTypes.T_BODY.equals(part.getStructureType()));
    }

    private static List<PDStructureElement> children(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .toList();
    }
}
