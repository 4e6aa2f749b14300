package colophon.render;

import colophon.model.Page;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** Cards that are made when a template asks for them: every page could list all others, few do. */
final class Cards extends AbstractList<CardView> {
    private final List<Page> pages;
    private final Function<Page, CardView> card;

    Cards(List<Page> pages, Function<Page, CardView> card) {
        this.pages = pages;
        this.card = card;
    }

    @Override
    public CardView get(int index) {
        return card.apply(pages.get(index));
    }

    @Override
    public int size() {
        return pages.size();
    }
}
