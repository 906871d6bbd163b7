package com.clario.playbook.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.optimize.end.WindDowns;
import com.clario.playbook.optimize.renewal.RenewalDates;
import com.clario.playbook.optimize.renewal.RenewalDecision;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.pause.Pauses;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Terms until 2 Jan 2029 with 60 days of notice: what a pause does to their days, and what comes after the last one. */
@PlaybookTest
class ContractDatesTests {

    private static final LocalDate LIVE = LocalDate.of(2027, 2, 1);
    private static final LocalDate ASKED = LocalDate.of(2028, 10, 4);
    private static final LocalDate NOTICE = LocalDate.of(2028, 11, 3);
    private static final LocalDate LAST = LocalDate.of(2029, 1, 2);

    @Autowired
    ApplicationContext house;

    @Autowired
    Pauses pauses;

    @Autowired
    People people;

    @Autowired
    RenewalDecision renewal;

    @Autowired
    WindDowns windDowns;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private LiveCase moka;

    @BeforeEach
    void goLive() {
        LiveCase.today(house, LIVE);
        moka = LiveCase.since(house, LIVE);
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void askForTheRenewalOnTheirDayHoweverLongTheCaseRested() {
        LiveCase.today(house, ASKED.minusDays(40));
        moka.keep();
        LiveCase.today(house, ASKED.minusDays(30));

        pause(ASKED.plusDays(5));
        moka.passTo(ASKED.plusDays(4));
        assertThat(moka.run().openTasks()).isEmpty();
        moka.passTo(ASKED.plusDays(5));

        assertThat(moka.run().timeline()).contains("The pause is over: all dates ahead move by 35 days");
        assertThat(moka.run().waitsAt("monthRuns")).isTrue();
        moka.passTo(ASKED.plusDays(5));
        assertThat(moka.run().openTasks()).containsExactly("decideRenewal");
        assertThat(dates()).isEqualTo(new RenewalDates(ASKED, NOTICE, LAST));
    }

    @Test
    void letNoPauseReachAcrossThem() throws Exception {
        LiveCase.today(house, ASKED.minusDays(30));
        refused(
                () -> pause(NOTICE.plusDays(1)),
                "Until: notice is in time only until 3 Nov 2028, since the signed terms end on 2 Jan 2029, and a pause"
                        + " moves no day of a contract. Choose a day up to 3 Nov 2028, or renew or end the partnership,"
                        + " or close the case.");
        LiveCase.today(house, NOTICE);
        refused(() -> pause(NOTICE.plusDays(1)), "Instead, renew or end the partnership");
        assertThat(page("/pause")).contains("notice is in time only until 3 Nov 2028");
        LiveCase.today(house, NOTICE.plusDays(10));
        refused(() -> pause(LAST.plusDays(1)), "Until: the signed terms end on 2 Jan 2029");
        assertThat(partnership().paused()).isFalse();

        pause(LAST);

        assertThat(partnership().paused()).isTrue();
        moka.passTo(LAST);
        assertThat(partnership().paused()).isFalse();
    }

    @Test
    void stayWhileTheRenewalItselfRests() {
        LiveCase.today(house, ASKED);
        moka.run().fire("renewalIsDue");

        pause(NOTICE);
        refused(() -> moka.decideRenewal("END"), "This case is paused.");
        moka.passTo(NOTICE);

        assertThat(moka.run().openTasks()).containsExactly("decideRenewal");
        assertThat(dates()).isEqualTo(new RenewalDates(ASKED, NOTICE, LAST));
        moka.decideRenewal("RENEW");
        assertThat(moka.run().openTasks()).containsExactly("proposeTerms");
    }

    @Test
    void endAPartnershipThatIsNotRenewed() {
        LiveCase.today(house, ASKED);
        moka.run().fire("renewalIsDue");
        moka.decideRenewal("END");
        giveNotice(ASKED);
        assertThat(windDowns.current(moka.code()).orElseThrow().lastDay()).contains(LAST);

        moka.passTo(LAST);
        assertThat(moka.run().waitsAt("noticeRuns")).isTrue();
        moka.passTo(LAST.plusDays(1));
        var fields = new HashMap<String, Object>();
        fields.put("balance", "NOTHING");
        fields.put("finalStatement", "NOT_DUE");
        fields.put("settlementNote", "All paid in December");
        moka.run().complete("fitri", "settleAccounts", fields);

        assertThat(moka.run().passed("partnershipExpired")).isTrue();
        assertThat(moka.run().passed("partnershipTerminated")).isFalse();
        assertThat(partnership().outcome()).isEqualTo("expired");
        assertThat(partnership().outcomeLabel()).isEqualTo("terms not renewed");
        assertThat(moka.run().ended()).isTrue();
    }

    @Test
    void letNoCaseRestThatWindsDown() throws Exception {
        terminate();
        refused(
                () -> pause(LIVE.plusDays(60)),
                "This partnership is winding down, so it cannot be paused: notice has to be given");
        giveNotice(LIVE.plusDays(30));

        refused(
                () -> pause(LIVE.plusDays(60)),
                "its last day, 2 May 2027, stands and access ends after it. Instead, withdraw the notice or close the"
                        + " case.");
        assertThat(page("/pause")).contains("This partnership is winding down");
        assertThat(page("")).contains("/notice/end");
        moka.passTo(LocalDate.of(2027, 5, 3));
        assertThat(moka.run().openTasks()).containsExactly("settleAccounts");
        refused(() -> pause(LocalDate.of(2027, 6, 1)), "Instead, see to its next task or close the case.");
    }

    /** As it could be paused before: access ends as soon as it goes on, and nothing is offered that cannot be done. */
    @Test
    void comeAtOnceToACaseThatRestedBeyondThem() throws Exception {
        terminate();
        giveNotice(LIVE.plusDays(30));
        LiveCase.today(house, LIVE.plusDays(40));
        jdbc.sql("insert into playbook.pause (partnership, paused_at, paused_on, until_day, reason, paused_by, "
                        + "open_mark) values (?, ?, ?, ?, 'They move', 'maya', ?)")
                .params(moka.code(), OffsetDateTime.now(), LIVE.plusDays(40), LIVE.plusDays(140), moka.code())
                .update();
        house.getBean(RuntimeService.class)
                .startProcessInstanceByMessage("pause.called", moka.code(), Map.of("partnershipId", moka.code()));
        moka.run().runJobs();

        assertThat(page("")).contains("Paused until").doesNotContain("/notice/end", "/notice/withdraw");
        var maya = Visitor.signedIn(port, "maya");
        maya.get("/partnerships/" + moka.code());
        assertThat(maya.post("/partnerships/" + moka.code() + "/notice/end", Map.of("why", "Now"))
                        .body())
                .contains("Moka is paused until");

        moka.passTo(LIVE.plusDays(140));
        moka.passTo(LIVE.plusDays(140));

        assertThat(windDowns.current(moka.code()).orElseThrow().revokedAt()).isNotNull();
        assertThat(moka.run().openTasks()).containsExactly("settleAccounts");
    }

    private void terminate() {
        LiveCase.today(house, LIVE.plusDays(30));
        moka.run().fire("monthIsOver");
        moka.figures(42, 20_000_000L).hold("TERMINATE", "Bought by a rival");
    }

    private void giveNotice(LocalDate on) {
        var fields = new HashMap<String, Object>();
        fields.put("givenOn", on.toString());
        fields.put("givenHow", "LETTER");
        fields.put("customers", "They move to our own plans");
        moka.run().complete("sari", "giveNotice", fields);
    }

    private void pause(LocalDate until) {
        people.actAs("maya", () -> {
            pauses.pause(moka.code(), until, "They move");
            return null;
        });
        moka.run().runJobs();
    }

    private RenewalDates dates() {
        return renewal.dates(moka.code()).orElseThrow();
    }

    private Partnership partnership() {
        return house.getBean(Partnerships.class).get(moka.code());
    }

    private String page(String of) throws Exception {
        return Visitor.signedIn(port, "maya")
                .get("/partnerships/" + moka.code() + of)
                .body();
    }

    private static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(deed).satisfies(thrown -> assertThat(
                        Refusal.in(thrown))
                .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining(words)));
    }
}
