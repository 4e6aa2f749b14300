package colophon.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A name at the end of a line: {@code y} is where it is written, {@code wanted} where it belongs. */
record EndLabel(String name, String tone, double x, double wanted, double y) {
    EndLabel at(double other) {
        return new EndLabel(name, tone, x, wanted, other);
    }

    /**
     * Pushes labels apart that would overlap, as little as can be, and keeps them between two ends.
     *
     * @param need the distance that two of them need
     */
    static List<EndLabel> spread(List<EndLabel> labels, double need, double top, double bottom) {
        List<EndLabel> sorted = new ArrayList<>(labels);
        sorted.sort(Comparator.comparingDouble(EndLabel::wanted).thenComparing(EndLabel::name));
        for (int round = 0; round < 60; round++) {
            boolean moved = false;
            for (int i = 1; i < sorted.size(); i++) {
                double overlap = need - (sorted.get(i).y() - sorted.get(i - 1).y());
                if (overlap > 0.01) {
                    sorted.set(i - 1, sorted.get(i - 1).at(sorted.get(i - 1).y() - overlap / 2));
                    sorted.set(i, sorted.get(i).at(sorted.get(i).y() + overlap / 2));
                    moved = true;
                }
            }
            int last = sorted.size() - 1;
            double over = Math.max(0, sorted.get(last).y() - bottom);
            double under = Math.max(0, top - sorted.get(0).y());
            sorted.set(last, sorted.get(last).at(sorted.get(last).y() - over));
            sorted.set(0, sorted.get(0).at(sorted.get(0).y() + under));
            if (!moved && over + under < 0.01) {
                break;
            }
        }
        return sorted;
    }
}
