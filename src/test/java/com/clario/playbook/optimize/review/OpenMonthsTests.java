package com.clario.playbook.optimize.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.optimize.LiveCase;
import com.clario.playbook.partnership.BusinessDays;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlaybookTest
class OpenMonthsTests {

    private static final LocalDate LIVE = LocalDate.of(2027, 1, 11);

    @Autowired
    ApplicationContext house;

    @Autowired
    MonthlyReview review;

    @Autowired
    Reviews reviews;

    @Autowired
    BusinessDays days;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void beginsWithTheLastFullMonth() {
        var moka = liveOn(LIVE);

        moka.passTo(LocalDate.of(2027, 2, 11));

        assertThat(moka.run().variable("enterFigures", "figuresMonth")).isEqualTo("2027-01");
        assertThat(json(moka.run().variable("enterFigures", "months").toString()))
                .isEqualTo(json("[{\"label\":\"Jan 2027\",\"value\":\"2027-01\"},"
                        + "{\"label\":\"Feb 2027 so far\",\"value\":\"2027-02\"}]"));
        moka.figures(42, 20_000_000L);
        assertThat(newest(moka).figures().period())
                .isEqualTo(new Period(YearMonth.of(2027, 1), YearMonth.of(2027, 1), false));
    }

    @Test
    void takesTheMonthThatRunsWhileNoneIsOver() {
        var moka = liveOn(LIVE);
        LiveCase.today(house, LIVE.plusDays(3));

        review.enter(moka.code(), figures(null));
        review.enter(moka.code(), figures("2027-01"));

        assertThat(reviews.of(moka.code()))
                .extracting(one -> one.figures().period().label())
                .containsExactly("Jan 2027 so far", "Jan 2027 so far");
        LiveCase.today(house, LocalDate.of(2027, 2, 12));
        assertThat(review.choices(moka.code()))
                .extracting(Period::label)
                .containsExactly("Jan 2027", "Feb 2027 so far");
    }

    @Test
    void refusesAMonthTwiceOneToComeAndOneBeforeTheGoLive() {
        var moka = liveOn(LIVE);
        LiveCase.today(house, LocalDate.of(2027, 3, 15));
        review.enter(moka.code(), figures("2027-01"));

        refuses(moka, "2027-01", "Month: Jan 2027 is covered by review 1 already; choose one of Feb 2027, Mar 2027");
        refuses(moka, "2027-04", "Month: Apr 2027 is still to come");
        refuses(moka, "2026-12", "Month: Dec 2026 is before the go-live");
        refuses(moka, "soon", "Month: choose one of the months of the list.");
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> insertAgain(moka));
    }

    /** Past all our checks, the database itself refuses. */
    private void insertAgain(LiveCase moka) {
        house.getBean(JdbcClient.class)
                .sql("insert into playbook.review (partnership, number, figures_month, covers_from, month_mark, "
                        + "currency, open_complaints, entered_by, entered_at) select partnership, number + 1, "
                        + "figures_month, covers_from, month_mark, currency, open_complaints, entered_by, entered_at "
                        + "from playbook.review where partnership = ?")
                .param(moka.code())
                .update();
    }

    @Test
    void saysHowManyMonthsAReviewCoversAfterALongNegotiation() {
        var moka = liveOn(LIVE);
        moka.passTo(LocalDate.of(2027, 2, 11)).figures(20, 8_000_000L).hold("KEEP", "Agreed");

        moka.passTo(LocalDate.of(2027, 5, 20));

        assertThat(moka.run().variable("enterFigures", "shown").toString())
                .contains("3 months passed since the last review, from Feb 2027 on; this one covers them all.");
        moka.figures(42, 20_000_000L);
        var period = newest(moka).figures().period();
        assertThat(period.months()).isEqualTo(3);
        assertThat(period.line()).startsWith("Apr 2027; the review covers 3 months, from Feb 2027 on");
        assertThat(new Trend(reviews.of(moka.code())).lines())
                .extracting(Trend.Line::month, Trend.Line::gap)
                .containsExactly(
                        tuple("Apr 2027", false),
                        tuple("Mar 2027", true),
                        tuple("Feb 2027", true),
                        tuple("Jan 2027", false));
    }

    @Test
    void judgesThreeMonthsTogether() {
        var moka = liveOn(LIVE);
        moka.passTo(LocalDate.of(2027, 2, 11)).figures(42, 22_000_000L).hold("KEEP", null);
        moka.passTo(LocalDate.of(2027, 3, 11)).figures(42, 22_000_000L).hold("KEEP", null);

        moka.passTo(LocalDate.of(2027, 4, 12)).figures(42, 12_000_000L);

        assertThat(moka.run().variable("holdReview", "verdict")).isEqualTo("KEEP");
        var trend = new Trend(reviews.of(moka.code()));
        assertThat(trend.revenue().percentOf(trend.revenueTarget())).isEqualByComparingTo("93.33");
    }

    /** Whatever people choose and whenever they do, no month that is over is reviewed twice and none is passed over. */
    @Test
    void reviewsNoMonthTwiceWhateverPeopleChoose() {
        for (var seed = 1; seed <= 12; seed++) {
            var random = new Random(seed);
            var moka = liveOn(LIVE);
            var day = LIVE;
            for (var step = 0; step < 25; step++) {
                day = day.plusDays(random.nextInt(45));
                LiveCase.today(house, day);
                var month = YearMonth.from(day).minusMonths(random.nextInt(5) - 1L);
                try {
                    review.enter(moka.code(), figures(random.nextInt(4) == 0 ? null : month.toString()));
                } catch (Refusal refused) {
                    assertThat(refused).hasMessageStartingWith("Month: ");
                }
            }
            requireOnceWithoutHoles(moka, "seed " + seed);
        }
    }

    private void requireOnceWithoutHoles(LiveCase moka, String seed) {
        var covered = new ArrayList<YearMonth>();
        reviews.of(moka.code()).stream()
                .map(one -> one.figures().period())
                .filter(period -> !period.soFar())
                .forEach(period -> {
                    for (var month = period.from(); !month.isAfter(period.month()); month = month.plusMonths(1)) {
                        covered.add(month);
                    }
                });
        assertThat(new HashSet<>(covered)).as(seed).hasSameSizeAs(covered);
        var sorted = covered.stream().sorted().toList();
        assertThat(sorted).as(seed).isNotEmpty().first().isEqualTo(YearMonth.from(LIVE));
        assertThat(sorted.get(sorted.size() - 1))
                .as(seed)
                .isEqualTo(YearMonth.from(LIVE).plusMonths(sorted.size() - 1L));
    }

    private LiveCase liveOn(LocalDate day) {
        LiveCase.today(house, day);
        return LiveCase.since(house, day);
    }

    private Review newest(LiveCase moka) {
        return reviews.newest(moka.code()).orElseThrow();
    }

    private void refuses(LiveCase moka, String month, String words) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> review.enter(moka.code(), figures(month)))
                .withMessageContaining(words);
    }

    private static FiguresForm figures(String month) {
        return new FiguresForm(
                month, 42, 40, null, null, null, null, 20_000_000L, 20_000_000L, 120_000_000L, 92, 90, 0, null);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }
}
