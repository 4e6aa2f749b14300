package colophon.render;

import colophon.render.PageView.ContentsView;
import colophon.render.PageView.FactView;
import java.util.List;

/** What a template for print or for e-readers knows of the document it draws. */
public record EditionView(
        String title,
        String subtitle,
        String kind,
        String language,
        DateView date,
        List<PersonView> authors,
        List<PartView> parts,
        List<ItemListView> lists,
        List<ReferenceView> references,
        Markup notice,
        Markup citation,
        String paper,
        boolean press,
        String fileName,
        String source) {
    /** A page of the site as a part of the document. {@code key} is the id that links lead to, {@code href} where it begins. */
    public record PartView(
            String key,
            String href,
            String kind,
            String title,
            String subtitle,
            String eyebrow,
            int number,
            List<PersonView> authors,
            String summary,
            List<FactView> facts,
            MapView map,
            Markup body,
            List<ContentsView> contents) {}
}
