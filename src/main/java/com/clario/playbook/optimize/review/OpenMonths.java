package com.clario.playbook.optimize.review;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.BusinessDays;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which months of a partnership still wait for their review; none is reviewed twice, and none is lost unseen. */
@Component
class OpenMonths {

    private final Reviews reviews;
    private final BusinessDays days;

    OpenMonths(Reviews reviews, BusinessDays days) {
        this.reviews = reviews;
        this.days = days;
    }

    /** The months figures can be for: those that are over, newest first, then the one that runs. */
    List<Period> choices(String code, LocalDate liveOn) {
        var running = current();
        var first = firstOpen(code, liveOn);
        var choices = new ArrayList<Period>();
        for (var month = running.minusMonths(1); !month.isBefore(first); month = month.minusMonths(1)) {
            choices.add(new Period(first, month, false));
        }
        choices.add(Period.soFar(running));
        return choices;
    }

    /** The month a person chose; the last full one, or the one that runs, where nobody chose. */
    Period chosen(String code, LocalDate liveOn, String month) {
        var choices = choices(code, liveOn);
        if (month == null || month.isBlank()) {
            return choices.get(0);
        }
        var wanted = read(month);
        return choices.stream()
                .filter(one -> one.month().equals(wanted))
                .findFirst()
                .orElseThrow(() -> refusal(code, liveOn, wanted, choices));
    }

    private Refusal refusal(String code, LocalDate liveOn, YearMonth wanted, List<Period> choices) {
        var offered = String.join(", ", choices.stream().map(Period::label).toList());
        var why = wanted.isAfter(current())
                ? " is still to come"
                : wanted.isBefore(YearMonth.from(liveOn))
                        ? " is before the go-live"
                        : " is covered by review " + covering(code, wanted) + " already";
        return new Refusal("Month: " + Period.label(wanted) + why + "; choose one of " + offered + ".");
    }

    private int covering(String code, YearMonth month) {
        return full(code)
                .filter(review -> !review.figures().period().month().isBefore(month))
                .mapToInt(Review::number)
                .min()
                .orElse(0);
    }

    private YearMonth firstOpen(String code, LocalDate liveOn) {
        return full(code)
                .map(review -> review.figures().period().month().plusMonths(1))
                .max(Comparator.naturalOrder())
                .orElse(YearMonth.from(liveOn));
    }

    private Stream<Review> full(String code) {
        return reviews.of(code).stream()
                .filter(review -> !review.figures().period().soFar());
    }

    private YearMonth current() {
        return YearMonth.from(days.today());
    }

    private static YearMonth read(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException unreadable) {
            throw new Refusal("Month: choose one of the months of the list.", unreadable);
        }
    }
}
