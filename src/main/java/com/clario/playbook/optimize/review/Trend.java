package com.clario.playbook.optimize.review;

import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.optimize.review.Figures.Counted;
import com.clario.playbook.optimize.review.Figures.Revenue;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;

/**
 * The months of a partnership beside each other, the newest first.
 *
 * @param reviews newest first
 */
public record Trend(List<Review> reviews) {

    private static final int SHOWN = 6;
    private static final int QUARTER = 3;

    /** One month in words; a month nobody has figures of says so. */
    public record Line(
            String month, String volume, String revenue, String share, String retention, String verdict, boolean gap) {

        static Line of(Review review) {
            var figures = review.figures();
            var revenue = Optional.ofNullable(figures.revenue());
            return new Line(
                    figures.period().label(),
                    figures.briefVolume(),
                    revenue.map(Revenue::brief).orElse(Measured.NOT),
                    revenue.map(one -> one.share() + " %").orElse(Measured.NOT),
                    Optional.ofNullable(figures.retention())
                            .map(kept -> kept.partner() + " % / " + kept.direct() + " %")
                            .orElse(Measured.NOT),
                    review.outcome(),
                    false);
        }

        static Line gap(YearMonth month) {
            return new Line(Period.label(month), "no figures", "–", "–", "–", "–", true);
        }
    }

    /** The last months, with the gaps between them. */
    public List<Line> lines() {
        var all = all();
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    /** All months, with the gaps between them. */
    public List<Line> all() {
        var lines = new ArrayList<Line>();
        for (var review : reviews) {
            lines.add(Line.of(review));
            var period = review.figures().period();
            for (var month = period.month().minusMonths(1);
                    !month.isBefore(period.from());
                    month = month.minusMonths(1)) {
                lines.add(Line.gap(month));
            }
        }
        return List.copyOf(lines);
    }

    /** Revenue of the last three months with figures beside its targets. */
    public Measured revenue() {
        return sum(one -> one.revenue(), Revenue::partner);
    }

    public Measured revenueTarget() {
        return sum(one -> one.revenue(), Revenue::target);
    }

    /** Customers connected in the last three months with figures, beside their targets. */
    public Measured connected() {
        return sumOfCounts(Counted::number);
    }

    public Measured connectedTarget() {
        return sumOfCounts(Counted::target);
    }

    private Measured sum(Function<Figures, Revenue> part, Function<Revenue, MonetaryAmount> amount) {
        return sum(quarter()
                .map(part)
                .filter(Objects::nonNull)
                .filter(revenue -> revenue.target() != null)
                .map(amount)
                .map(Amounts::number));
    }

    private Measured sumOfCounts(Function<Counted, Integer> count) {
        return sum(quarter()
                .map(Figures::connected)
                .filter(Objects::nonNull)
                .map(count)
                .map(BigDecimal::valueOf));
    }

    private static Measured sum(Stream<BigDecimal> numbers) {
        return Measured.of(numbers.reduce(BigDecimal::add).orElse(null));
    }

    /** Full months as long as there is one: a month that runs would look worse than it is. */
    private Stream<Figures> quarter() {
        var full = reviews.stream()
                .map(Review::figures)
                .filter(figures -> !figures.period().soFar())
                .toList();
        if (full.isEmpty()) {
            return reviews.stream().map(Review::figures).limit(1);
        }
        var last = newest(full).orElseThrow().minusMonths(QUARTER);
        return full.stream().filter(figures -> figures.period().month().isAfter(last));
    }

    private static Optional<YearMonth> newest(List<Figures> full) {
        return full.stream().map(figures -> figures.period().month()).max(Comparator.naturalOrder());
    }
}
