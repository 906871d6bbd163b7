package com.clario.playbook.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever the mail was drafted for asks us to stay away before it goes out: there is a way on. */
@PlaybookTest
class AddresseeTests {

    private static final String GREET_BUDI = "The mail now goes to Budi Hartono: greet them instead of Rina Halim.";

    @Autowired
    ApplicationContext house;

    @Autowired
    Partners partners;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void leavesThePlaceToTheNextWhoIsGreetedThen() {
        var moka = drafted();
        var text = moka.variable("approveMail", "mailText").toString();
        leaveRinaAlone(moka);
        refused(moka, text, "There is nobody we may mail");

        know(moka, "Budi Hartono", "budi@moka.example");
        refused(moka, text, GREET_BUDI);
        refused(moka, text.replace("Rina Halim", "Bu Rina"), GREET_BUDI);
        assertThat(recipients(moka)).isEmpty();

        moka.complete("sari", "approveMail", mail(text.replace("Rina Halim", "Budi Hartono")));

        assertThat(recipients(moka)).containsExactly("budi@moka.example");
        assertThat(moka.timeline()).contains("Mail to Budi Hartono approved: An idea");
    }

    @Test
    void comesBackForApprovalWhereTheApprovedMailMayNotGoOut() {
        var moka = drafted();
        var text = moka.variable("approveMail", "mailText").toString();
        moka.complete("sari", "approveMail", mail("Halo! " + text), false);
        leaveRinaAlone(moka);
        moka.runJobs();

        assertThat(moka.openTasks()).containsExactly("approveMail");
        assertThat(recipients(moka)).isEmpty();
        assertThat(moka.timeline())
                .contains("Mail not sent: the addressee may no longer be mailed, so it waits for approval again");
        assertThat(moka.variable("approveMail", "shown").toString())
                .contains("Nobody yet", "Rina Halim, who may not be written to any more");
        assertThat(moka.variable("approveMail", "mailText").toString()).startsWith("Halo! ");

        know(moka, "Budi Hartono", "budi@moka.example");
        moka.complete("sari", "approveMail", mail(text.replace("Rina Halim", "Budi Hartono")));

        assertThat(recipients(moka)).containsExactly("budi@moka.example");
        assertThat(moka.openTasks()).containsExactly("enterReply");
    }

    @Test
    void saysThatNobodyCouldAnswerWhatNeverWentOut() {
        var moka = Reached.moka(house).byMail();
        jdbc.sql("update playbook.mail set status = 'FAILED' where about = ?")
                .param(moka.run().code())
                .update();

        moka.days(30);

        assertThat(moka.run().timeline())
                .contains("Our mail never went out, so nobody could answer: the outreach ends");
    }

    private CaseRun drafted() {
        var moka = CaseRun.of(house, "Moka", PartnerType.POS, Model.WHITE_LABEL);
        know(moka, "Rina Halim", "rina@moka.example");
        return moka.only("outreach").complete("sari", "preparePitchDeck", Map.of("deckNote", "Figures checked"));
    }

    private void know(CaseRun moka, String name, String mail) {
        var own = mail.replace("moka", moka.partner());
        partners.add(new Contact(0, moka.partner(), name, "", own, "en", false, false));
    }

    private void leaveRinaAlone(CaseRun moka) {
        var rina = partners.contacts(moka.partner()).get(0);
        partners.change(
                new Contact(rina.id(), rina.partner(), rina.name(), "", rina.mail(), rina.language(), true, false));
    }

    private static void refused(CaseRun moka, String text, String sentence) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> moka.complete("sari", "approveMail", mail(text)))
                .satisfies(thrown -> assertThat(Refusal.in(thrown))
                        .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining(sentence)));
    }

    private List<String> recipients(CaseRun moka) {
        return jdbc
                .sql("select recipient from playbook.mail where about = ? order by id")
                .param(moka.code())
                .query(String.class)
                .list()
                .stream()
                .map(one -> one.replace(moka.partner(), "moka"))
                .toList();
    }

    private static Map<String, Object> mail(String text) {
        return Map.of("mailSubject", "An idea", "mailText", text, "mailDecision", "SEND");
    }
}
