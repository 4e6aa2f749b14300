package colophon.render;

import colophon.model.Page;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** Cards that are made when a template asks for them: every page could list all others, few do. */
final class Cards extends AbstractList<CardView> {
    private final List<Page> pages;
    private final Function<Page, CardView> card;
    private final Runnable asked;

    /** @param asked told when a template looks at the list */
    Cards(List<Page> pages, Function<Page, CardView> card, Runnable asked) {
        this.pages = pages;
        this.card = card;
        this.asked = asked;
    }

    @Override
    public CardView get(int index) {
        asked.run();
        return card.apply(pages.get(index));
    }

    @Override
    public int size() {
        asked.run();
        return pages.size();
    }
}
