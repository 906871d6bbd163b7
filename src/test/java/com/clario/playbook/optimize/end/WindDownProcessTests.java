package com.clario.playbook.optimize.end;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.document.Document;
import com.clario.playbook.document.Documents;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.optimize.LiveCase;
import com.clario.playbook.partnership.Partnerships;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Terms from 2 Jan 2027 to 2 Jan 2029 with 60 days of notice. */
@PlaybookTest
class WindDownProcessTests {

    private static final LocalDate LIVE = LocalDate.of(2027, 2, 1);
    private static final LocalDate DECIDED = LocalDate.of(2027, 3, 8);
    private static final LocalDate LAST = LocalDate.of(2027, 5, 9);

    @Autowired
    ApplicationContext house;

    @Autowired
    WindDowns windDowns;

    @Autowired
    Documents documents;

    @Autowired
    WindDownSteps steps;

    @LocalServerPort
    int port;

    private LiveCase moka;

    @BeforeEach
    void terminate() {
        LiveCase.today(house, LIVE);
        moka = LiveCase.since(house, LIVE);
        LiveCase.today(house, DECIDED);
        moka.run().fire("monthIsOver");
        moka.figures(42, 20_000_000L).hold("TERMINATE", "Bought by a rival");
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void draftsTheNoticeInBothLanguages() throws IOException {
        assertThat(moka.run().openTasks()).containsExactly("giveNotice");
        var letter = documents.latest(moka.code(), Documents.NOTICE_LETTER).orElseThrow();

        assertThat(text(letter))
                .contains("Notice of termination", "Pemberitahuan pengakhiran perjanjian")
                .contains("7 May 2027", "7 Mei 2027", "60 days", "60 hari");
        assertThat(moka.run().variable("giveNotice", "shown").toString())
                .contains("7 May 2027: 60 days of notice by Version 1 of the terms, from 8 Mar 2027")
                .contains("/documents/" + letter.id());
        assertThat(moka.run().timeline()).contains("Wind-down begins: a review terminated it");
    }

    @Test
    void endsAfterTheNoticeOfTheSignedTerms() throws Exception {
        LiveCase.today(house, DECIDED.plusDays(2));
        give(DECIDED.plusDays(2), null, null);
        var notice = current().notice();
        assertThat(notice.lastDay()).isEqualTo(LAST);
        assertThat(page("sari"))
                .contains("Notice runs until", "9 May 2027", "60 days left")
                .doesNotContain("/review/call");

        moka.passTo(LAST);
        assertThat(moka.run().waitsAt("noticeRuns")).isTrue();
        moka.passTo(LAST.plusDays(1));

        assertThat(current().revokedAt()).isNotNull();
        assertThat(moka.run().openTasks()).containsExactly("settleAccounts");
        settle("WE_OWE", 1_250_000L, "NOT_DUE");
        assertThat(Closing.line(current().settlement()))
                .isEqualTo("We owe the partner Rp 1.250.000, no final statement due");
        var partnership = house.getBean(Partnerships.class).get(moka.code());
        assertThat(partnership.outcome()).isEqualTo("terminated");
        assertThat(partnership.outcomeLabel()).isEqualTo("terminated");
        assertThat(moka.run().passed("partnershipWoundDown")).isTrue();
        assertThat(moka.run().passed("partnershipTerminated")).isTrue();
        assertThat(moka.run().ended()).isTrue();
        assertThat(text(documents.latest(moka.code(), Documents.CLOSING_SUMMARY).orElseThrow()))
                .contains("Moka: what was, and what is kept", "9 May 2027", "We owe the partner Rp 1.250.000")
                .contains("Notice letter", "They move to our own plans");
        assertThat(page("sari")).contains("what was kept", "ended on 10 May 2027");
    }

    @Test
    void givesNoShorterNoticeThanTheTermsSayButALongerOneByAgreement() {
        refused(
                () -> give(DECIDED, LocalDate.of(2027, 4, 1), null),
                "Last day: by the signed terms it is 7 May 2027 at the earliest (60 days of notice by Version 1 of the"
                        + " terms, from 8 Mar 2027)");
        refused(
                () -> give(DECIDED, LocalDate.of(2027, 7, 1), null),
                "Why later than the signed terms say: fill it in.");
        refused(() -> give(DECIDED, LocalDate.of(2030, 7, 1), "Long"), "Last day: at most 2 years after 7 May 2027.");
        refused(() -> give(DECIDED.plusDays(1), null, null), "Given on: this day is still to come");
        refused(
                () -> give(DECIDED.minusDays(1), null, null),
                "Given on: it was decided only on 8 Mar 2027 to end the partnership.");
        assertThat(current().notice()).isNull();

        give(DECIDED, LocalDate.of(2027, 7, 1), "Their merchants need the summer");

        assertThat(current().notice().lastDay()).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(current().notice().why())
                .isEqualTo("agreed with the partner instead of 7 May 2027: Their merchants need the summer");
    }

    @Test
    void endsEarlierWhereBothSidesAgreeAndAManagerSaysSo() throws Exception {
        give(DECIDED, null, null);
        var path = "/partnerships/" + moka.code() + "/notice/end";
        for (var other : List.of("sari", "lina", "fitri")) {
            var visitor = visitor(other);
            assertThat(visitor.post(path, Map.of("why", "Now")).statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        var maya = visitor("maya");
        assertThat(maya.post(path, Map.of("why", " ")).body()).contains("Why: fill it in.");

        var page = maya.post(path, Map.of("why", "All customers have moved"));

        assertThat(page.body()).contains("Today is the last day.");
        moka.run().runJobs();
        assertThat(current().early().on()).isEqualTo(DECIDED);
        assertThat(current().revokedAt()).isNotNull();
        assertThat(moka.run().openTasks()).containsExactly("settleAccounts");
        assertThat(maya.post(path, Map.of("why", "Again")).body()).contains("No notice runs for this partnership now.");
    }

    @Test
    void goesOnWhereTheNoticeIsWithdrawnAndCanBeTerminatedAnew() throws Exception {
        give(DECIDED, null, null);

        var page =
                visitor("maya").post("/partnerships/" + moka.code() + "/notice/withdraw", Map.of("why", "A new owner"));

        assertThat(page.body()).contains("The notice is withdrawn; the partnership goes on.", "notice withdrawn");
        moka.run().runJobs();
        assertThat(windDowns.current(moka.code())).isEmpty();
        assertThat(moka.run().waitsAt("monthRuns")).isTrue();
        assertThat(house.getBean(Partnerships.class).get(moka.code()).open()).isTrue();
        refused(() -> steps.draftNotice(moka.code()), "No manager has decided to end this partnership");
        LiveCase.today(house, DECIDED.plusMonths(1));
        moka.run().fire("monthIsOver");
        moka.figures(42, 20_000_000L).hold("TERMINATE", "Sold after all");
        assertThat(moka.run().openTasks()).containsExactly("giveNotice");
        assertThat(windDowns.of(moka.code())).hasSize(2);
    }

    @Test
    void doesNotTrustTheDrawingAboutTheLastDayTheAccountsOrTheArchive() {
        refused(() -> steps.revokeAccess(moka.code()), "The last day is not over");
        give(DECIDED, null, null);

        refused(() -> steps.revokeAccess(moka.code()), "The last day is not over");
        refused(() -> steps.archivePartnership(moka.code()), "The accounts are not settled");
        refused(() -> steps.confirmWithdrawal(moka.code()), "No manager has withdrawn the notice.");
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> moka.run().fire("lastDayReached"))
                .satisfies(thrown -> assertThat(Refusal.in(thrown)).isPresent());
        assertThat(current().revokedAt()).isNull();
    }

    @Test
    void settlesOnlyWithAFinalStatementOrAReasonForNone() throws Exception {
        give(DECIDED, null, null);
        moka.passTo(LocalDate.of(2027, 5, 8));

        refused(() -> settle("PARTNER_OWES", null, "NOT_DUE"), "Amount: enter an amount from Rp 1");
        refused(() -> settle("NOTHING", 5L, "NOT_DUE"), "Amount: nobody owes anything");
        refused(() -> settle("NOTHING", null, "UPLOADED"), "Final statement: store it as “Final statement”");
        var fitri = visitor("fitri");
        var path = "/partnerships/" + moka.code() + "/documents";
        assertThat(fitri.get(path).body()).contains("FINAL_STATEMENT").doesNotContain("SIGNED_CONTRACT");
        assertThat(fitri.upload(path, "FINAL_STATEMENT", "final.pdf", "%PDF-1.4".getBytes())
                        .statusCode())
                .isEqualTo(200);
        settle("NOTHING", null, "UPLOADED");

        assertThat(current().settlement().statement())
                .isEqualTo(documents
                        .latest(moka.code(), Documents.FINAL_STATEMENT)
                        .map(Document::id)
                        .orElseThrow());
        assertThat(moka.run().ended()).isTrue();
    }

    private void give(LocalDate on, LocalDate last, String why) {
        var fields = new HashMap<String, Object>();
        fields.put("givenOn", on.toString());
        fields.put("givenHow", "LETTER");
        fields.put("lastDay", last == null ? null : last.toString());
        fields.put("longerReason", why);
        fields.put("customers", "They move to our own plans");
        moka.run().complete("sari", "giveNotice", fields);
    }

    private void settle(String balance, Long amount, String statement) {
        var fields = new HashMap<String, Object>();
        fields.put("balance", balance);
        fields.put("balanceAmount", amount);
        fields.put("finalStatement", statement);
        fields.put("settlementNote", "April and May, paid by bank transfer");
        moka.run().complete("fitri", "settleAccounts", fields);
    }

    private WindDown current() {
        return windDowns.current(moka.code()).orElseThrow();
    }

    private Visitor visitor(String who) throws Exception {
        var visitor = Visitor.signedIn(port, who);
        visitor.get("/partnerships/" + moka.code());
        return visitor;
    }

    private String page(String who) throws Exception {
        return visitor(who).get("/partnerships/" + moka.code()).body();
    }

    private String text(Document document) throws IOException {
        try (var pdf = Loader.loadPDF(documents.content(document.id()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(deed).satisfies(thrown -> assertThat(
                        Refusal.in(thrown))
                .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining(words)));
    }
}
