package colophon.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The axis of values: from where to where, and the round numbers on it.
 *
 * @param step between two of them
 */
record Scale(double from, double to, double step) {
    /**
     * Of some values.
     *
     * @param zero whether it has to begin at zero, as bars do
     * @param most how many steps there is room for
     */
    static Scale of(double least, double greatest, boolean zero, int most) {
        double low = zero || least > 0 && least < greatest * 0.4 ? Math.min(0, least) : least;
        double high = zero ? Math.max(0, greatest) : greatest;
        if (low == high) {
            low = low > 0 ? 0 : low - 1;
            high = high <= 0 ? high + 1 : high * 1.2;
        }
        double step = round((high - low) / most);
        return new Scale(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
    }

    /** The next 1, 2, 2.5 or 5 with a power of ten. */
    private static double round(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
            if (rough <= factor * power * (1 + 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** The round numbers. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        int count = (int) Math.round((to - from) / step);
        for (int i = 0; i <= count; i++) {
            ticks.add(new BigDecimal(from + i * step)
                    .round(new MathContext(10, RoundingMode.HALF_EVEN))
                    .doubleValue());
        }
        return ticks;
    }

    /** Digits behind the point that the round numbers need. */
    int decimals() {
        BigDecimal plain = new BigDecimal(step).round(new MathContext(6)).stripTrailingZeros();
        return Math.max(0, plain.scale());
    }

    /** Where a value lies, from 0 to 1. */
    double at(double value) {
        return (value - from) / (to - from);
    }
}
