package com.clario.playbook.optimize.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.optimize.LiveCase;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.handover.Handovers;
import java.time.LocalDate;
import java.util.List;
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

@PlaybookTest
class FollowUpTests {

    private static final LocalDate LIVE = LocalDate.of(2027, 1, 11);
    private static final LocalDate REVIEWED = LocalDate.of(2027, 2, 11);
    private static final LocalDate DUE = LocalDate.of(2027, 2, 22);

    @Autowired
    ApplicationContext house;

    @Autowired
    Actions actions;

    @LocalServerPort
    int port;

    private LiveCase moka;

    @BeforeEach
    void promiseTwoThings() {
        LiveCase.today(house, LIVE);
        moka = LiveCase.since(house, LIVE);
        moka.passTo(REVIEWED).figures(42, 20_000_000L);
        moka.hold(
                "KEEP",
                null,
                List.of(),
                List.of(promise("Train the sales team", "lina", DUE), promise("Mail all merchants", contact(), DUE)));
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void leadsTheNextReviewWithWhatIsOpenAndMarksWhatIsOverdue() {
        assertThat(actions.open(moka.code()))
                .extracting(Action::owner, Action::person)
                .containsExactly(tuple("Lina Hartono", "lina"), tuple("Head of Sales", null));

        moka.passTo(LocalDate.of(2027, 3, 11)).figures(42, 20_000_000L);

        assertThat(moka.run().variable("holdReview", "openActions").toString())
                .contains("Overdue: Train the sales team");
        assertThat(moka.run().variable("holdReview", "shown").toString())
                .contains("22 Feb 2027 – overdue", "Overdue actions: 2; each needs an answer.");
        refused(
                () -> moka.hold("KEEP", null),
                "Open actions: “Train the sales team” was due on 22 Feb 2027. Say that it is done, moved to a new"
                        + " date or dropped.");
    }

    @Test
    void settlesEachActionAsDoneMovedOrDroppedWithAReason() {
        var first = id(0);
        var second = id(1);
        moka.passTo(LocalDate.of(2027, 3, 11)).figures(42, 20_000_000L);
        var later = LocalDate.of(2027, 4, 1);

        refused(
                () -> moka.hold("KEEP", null, List.of(moved(first, later, " "), answer(second, "DONE")), List.of()),
                "Reason for moving: say why, for “Train the sales team”.");
        refused(
                () -> moka.hold(
                        "KEEP",
                        null,
                        List.of(moved(first, LocalDate.of(2027, 3, 1), "Holiday"), answer(second, "DONE")),
                        List.of()),
                "New date: 1 Mar 2027 has passed already");
        refused(
                () -> moka.hold("KEEP", null, List.of(answer(first, "DROPPED"), answer(second, "DONE")), List.of()),
                "Reason for dropping: say why");
        refused(
                () -> moka.hold("KEEP", null, List.of(answer(first, "DONE"), answer(first, "DONE")), List.of()),
                "one of them is answered twice");
        assertThat(actions.open(moka.code())).hasSize(2).allMatch(action -> action.changes()
                .isEmpty());

        moka.hold("KEEP", null, List.of(moved(first, later, "Holiday"), answer(second, "DONE")), List.of());

        assertThat(actions.open(moka.code())).extracting(Action::due).containsExactly(later);
        assertThat(actions.of(moka.code()))
                .extracting(Action::state)
                .containsExactly("open, moved from 22 Feb 2027: Holiday", "done");
        moka.passTo(LocalDate.of(2027, 4, 12)).figures(42, 20_000_000L);
        moka.hold(
                "KEEP",
                null,
                List.of(Map.of("which", first, "became", "DROPPED", "why", "They hired somebody")),
                List.of());
        assertThat(actions.open(moka.code())).isEmpty();
        assertThat(actions.of(moka.code()).get(0).state()).isEqualTo("dropped: They hired somebody");
    }

    @Test
    void keepsNothingOfARefusedReview() {
        var first = id(0);
        moka.passTo(LocalDate.of(2027, 2, 20)).run().fire("monthIsOver");
        moka.figures(42, 20_000_000L);

        refused(
                () -> moka.hold(
                        "KEEP",
                        null,
                        List.of(answer(first, "DONE")),
                        List.of(promise("Call", "sari", LocalDate.of(2027, 2, 1)))),
                "Due: 1 Feb 2027 has passed already");
        refused(
                () -> moka.hold("KEEP", null, List.of(), List.of(promise("Call", "nobody", DUE))),
                "“Owner” does not offer that choice");

        assertThat(actions.open(moka.code())).hasSize(2);
        assertThat(moka.run().openTasks()).containsExactly("holdReview");
        moka.hold("KEEP", null);
        assertThat(actions.open(moka.code()))
                .as("not due yet, so no answer is needed")
                .hasSize(2);
    }

    @Test
    void remindsOnTheDayAndOnceMoreAfterItAndThenNoMore() {
        moka.passTo(DUE.minusDays(1));
        assertThat(mails()).isEmpty();

        moka.passTo(DUE);
        remindAgain();
        assertThat(mails())
                .containsExactly(
                        "lina@clario.example: Due today, 22 Feb 2027: Train the sales team",
                        "sari@clario.example: Due today, 22 Feb 2027: Mail all merchants");
        moka.passTo(DUE.plusDays(1));
        moka.passTo(DUE.plusDays(2));
        remindAgain();

        assertThat(mails())
                .hasSize(4)
                .contains(
                        "lina@clario.example: Overdue since 22 Feb 2027: Train the sales team",
                        "sari@clario.example: Overdue since 22 Feb 2027: Mail all merchants");
        assertThat(text("Mail all merchants"))
                .contains("It is for Head of Sales at Moka to do")
                .contains("Penanggung jawab: Head of Sales di Moka. Tenggat: 22 Feb 2027.");
    }

    @Test
    void remindsOfWhatWasMovedAnewAndOfNothingThatIsDone() throws Exception {
        var first = id(0);
        var lina = Visitor.signedIn(port, "lina");
        lina.get("/partnerships/" + moka.code());
        var page = lina.post("/partnerships/" + moka.code() + "/actions/" + first + "/done", Map.of());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("The action is done; nobody is reminded of it any more.");
        assertThat(moka.run().timeline()).contains("Action done: Train the sales team (Lina Hartono, due 22 Feb 2027)");

        moka.passTo(DUE);

        assertThat(mails()).containsExactly("sari@clario.example: Due today, 22 Feb 2027: Mail all merchants");
        moka.passTo(LocalDate.of(2027, 3, 11)).figures(42, 20_000_000L);
        moka.hold("KEEP", null, List.of(moved(id(0), LocalDate.of(2027, 3, 20), "They are late")), List.of());
        moka.passTo(LocalDate.of(2027, 3, 20));
        assertThat(mails()).contains("sari@clario.example: Due today, 20 Mar 2027: Mail all merchants");
    }

    @Test
    void movesTheOwnersPromisesWithTheCaseAndNobodyElses() {
        var later = LocalDate.of(2027, 3, 20);
        moka.passTo(LocalDate.of(2027, 3, 11)).figures(42, 20_000_000L);
        moka.hold(
                "KEEP",
                null,
                List.of(moved(id(0), later, "They are late"), moved(id(1), later, "They are late")),
                List.of(promise("Call their founder", "sari", later)));

        var handovers = house.getBean(Handovers.class);
        house.getBean(People.class)
                .actAs(
                        "maya",
                        () -> handovers.handOverCase(
                                moka.code(),
                                "budi",
                                "Sari is away",
                                handovers.ofCase(moka.code(), "budi").marks()));

        assertThat(actions.open(moka.code()))
                .extracting(Action::action, Action::person)
                .containsExactlyInAnyOrder(
                        tuple("Train the sales team", "lina"),
                        tuple("Mail all merchants", null),
                        tuple("Call their founder", "budi"));
    }

    @Test
    void takesAnAnswerAboutWhatWasDoneMeanwhile() {
        var first = id(0);
        var second = id(1);
        moka.passTo(LocalDate.of(2027, 3, 11)).figures(42, 20_000_000L);
        house.getBean(People.class).actAs("sari", () -> {
            house.getBean(FollowUp.class).done(moka.code(), Long.parseLong(first));
            return null;
        });

        refused(
                () -> moka.hold(
                        "KEEP",
                        null,
                        List.of(moved(first, LocalDate.of(2027, 4, 1), "Late"), answer(second, "DONE")),
                        List.of()),
                "“Train the sales team” is done already. Reload the task.");
        moka.hold("KEEP", null, List.of(answer(first, "DONE"), answer(second, "DONE")), List.of());

        assertThat(actions.of(moka.code()))
                .extracting(action -> action.changes().size())
                .containsExactly(1, 1);
    }

    @Test
    void leavesSuspendedAndEndedCasesAlone() {
        var runtime = house.getBean(RuntimeService.class);
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(moka.code()).list().stream()
                .forEach(one -> runtime.suspendProcessInstanceById(one.getId()));

        moka.passTo(DUE.plusDays(3));

        assertThat(mails()).isEmpty();
        house.getBean(JdbcClient.class)
                .sql("update playbook.partnership set outcome = 'closed', ended_on = started_on where code = ?")
                .param(moka.code())
                .update();
        remindAgain();
        assertThat(mails()).isEmpty();
    }

    @Test
    void letsOnlyOwnersPartnershipsAndManagersMarkAnActionAsDone() throws Exception {
        var path = "/partnerships/" + moka.code() + "/actions/" + id(1) + "/done";
        var fitri = Visitor.signedIn(port, "fitri");
        assertThat(fitri.get("/partnerships/" + moka.code()).body())
                .contains("Mail all merchants")
                .doesNotContain("/actions/");
        fitri.get("/");
        assertThat(fitri.post(path, Map.of()).statusCode()).isEqualTo(403);
        var lina = Visitor.signedIn(port, "lina");
        lina.get("/partnerships/" + moka.code());
        assertThat(lina.post(path, Map.of()).statusCode()).as("not hers").isEqualTo(403);
        var budi = Visitor.signedIn(port, "budi");
        budi.get("/partnerships/" + moka.code());
        assertThat(budi.post(path, Map.of()).statusCode()).isEqualTo(200);

        assertThat(budi.post(path, Map.of()).body()).contains("“Mail all merchants” is done already.");
        assertThat(budi.post("/partnerships/" + moka.code() + "/actions/999999/done", Map.of())
                        .body())
                .contains("There is no such action in this partnership.");
        assertThat(actions.of(moka.code()).get(1).changes()).singleElement().satisfies(change -> {
            assertThat(change.by()).isEqualTo("budi");
            assertThat(change.review()).isNull();
        });
    }

    private void remindAgain() {
        house.getBean(ActionReminders.class).send(moka.code());
    }

    private List<String> mails() {
        return house.getBean(JdbcClient.class)
                .sql("select recipient || ': ' || subject from playbook.mail where about = ? order by id")
                .param(moka.code())
                .query(String.class)
                .list();
    }

    private String text(String subject) {
        return house.getBean(JdbcClient.class)
                .sql("select text from playbook.mail where about = ? and subject like ? order by id limit 1")
                .params(moka.code(), "%" + subject)
                .query(String.class)
                .single();
    }

    private String id(int place) {
        return Long.toString(actions.open(moka.code()).get(place).id());
    }

    private String contact() {
        return "contact-"
                + house.getBean(Partners.class)
                        .contacts(moka.run().partner())
                        .get(0)
                        .id();
    }

    private static Map<String, String> promise(String action, String owner, LocalDate due) {
        return Map.of("action", action, "owner", owner, "due", due.toString());
    }

    private static Map<String, String> answer(String which, String became) {
        return Map.of("which", which, "became", became);
    }

    private static Map<String, String> moved(String which, LocalDate due, String why) {
        return Map.of("which", which, "became", "MOVED", "newDue", due.toString(), "why", why);
    }

    private static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(deed).satisfies(thrown -> assertThat(
                        Refusal.in(thrown))
                .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining(words)));
    }
}
