package com.clario.playbook.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.document.Documents;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.mail.MailSettled;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlaybookTest
class OutreachProcessTests {

    private static final Map<String, Object> DECK = Map.of("deckNote", "Figures checked");
    private static final Map<String, Object> MEETING =
            Map.of("reply", "MEETING", "meetingOn", LocalDate.now().plusDays(3).toString());

    @Autowired
    ApplicationContext house;

    @Autowired
    Outreaches outreaches;

    @Autowired
    OutreachSteps steps;

    @Autowired
    Partners partners;

    @Autowired
    Documents documents;

    @Autowired
    Timeline timeline;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private CaseRun moka;

    @BeforeEach
    void somebodyNew() {
        moka = CaseRun.of(house, "Moka", PartnerType.POS, Model.WHITE_LABEL);
    }

    @Test
    void writesMeetsAndGoesOn() {
        know("Rina Halim", "rina@moka.example", "id", false, false);
        moka.only("outreach");
        assertThat(moka.openTasks()).containsExactly("approveMail", "preparePitchDeck");
        assertThat(text()).startsWith("Yth. Bapak/Ibu Rina Halim").contains("Moka Analytics powered by Clario");
        assertThat(shown("approveMail")).contains("rina@moka.example", "APP-04");

        moka.complete("sari", "preparePitchDeck", DECK);
        moka.complete("sari", "approveMail", mail("SEND", "Halo! " + text()));
        var deck = documents.latest(moka.code(), Documents.PITCH_DECK).orElseThrow();
        assertThat(mails()).hasSize(1);
        assertThat(mails().get(0))
                .containsEntry("RECIPIENT", "rina@moka.example")
                .containsEntry("KIND", "cold-mail")
                .containsEntry("DOCUMENT_ID", deck.id());
        assertThat(mails().get(0).get("TEXT").toString()).startsWith("Halo! Yth.");

        moka.complete("sari", "enterReply", MEETING);
        assertThat(shown("holdMeeting")).contains("/documents/" + deck.id());
        moka.complete("sari", "holdMeeting", meeting("INTERESTED"));

        assertThat(outreaches.get(moka.code()).outcome).isEqualTo("INTERESTED");
        assertThat(moka.drawing("outreach")).hasPassed("partnerInterested");
        assertThat(outreaches.touches(moka.code()))
                .extracting(Outreaches.Touch::text)
                .containsSequence("Approach: cold mail", "Pitch deck released: " + deck.name())
                .anyMatch(text -> text.startsWith("They agreed to a meeting"));
    }

    @Test
    void endsWhereTheMeetingBringsNothing() {
        reachedByMail().complete("sari", "enterReply", MEETING).complete("sari", "holdMeeting", meeting("DECLINED"));

        assertThat(outreaches.get(moka.code()).outcome).isEqualTo("DECLINED");
        assertThat(moka.drawing("outreach")).hasPassed("partnerDeclined");
    }

    @Test
    void endsWithoutAMeeting() {
        reachedByMail();
        refused(() -> moka.complete("sari", "enterReply", Map.of("reply", "MEETING")), "Date of the meeting");

        moka.complete("sari", "enterReply", Map.of("reply", "NO_REPLY"));

        assertThat(outreaches.get(moka.code()).outcome).isEqualTo("NO_REPLY");
        assertThat(moka.drawing("outreach")).hasPassed("noReply");
        assertThat(moka.drawing("outreach")).hasNotPassed("holdMeeting");
        assertThat(moka.ended()).isTrue();
    }

    @Test
    void endsWhereTheMailIsWithdrawn() {
        know("Rina Halim", "rina@moka.example", "en", false, false);
        moka.only("outreach").complete("sari", "approveMail", mail("WITHDRAW", text()));

        assertThat(outreaches.get(moka.code()).outcome).isEqualTo("WITHDRAWN");
        assertThat(moka.drawing("outreach")).hasPassed("notApproached");
        assertThat(moka.ended()).isTrue();
        assertThat(mails()).isEmpty();
    }

    @Test
    void sendsNothingThatMayNotGoOut() {
        moka.only("outreach");
        assertThat(shown("approveMail")).contains("Nobody yet");
        assertThat(text()).startsWith("Dear Moka partnerships team");
        moka.complete("sari", "preparePitchDeck", DECK);
        refused(() -> moka.complete("sari", "approveMail", mail("SEND", text())), "nobody we may mail");

        know("Rina Halim", "rina@moka.example", "en", false, false);
        refused(() -> moka.complete("sari", "approveMail", mail("SEND", "Hello")), "Put this sentence back");
        assertThat(moka.openTasks()).containsExactly("approveMail");

        moka.complete("sari", "approveMail", mail("SEND", text()));
        steps.sendMail(moka.code());
        assertThat(mails()).as("sent once, though asked twice").hasSize(1);
    }

    @Test
    void sendsNothingToWhoeverAskedUsToStayAway() {
        know("Rina Halim", "away@moka.example", "en", true, false);
        moka.only("outreach").complete("sari", "preparePitchDeck", DECK);

        assertThat(shown("approveMail")).contains("APP-03");
        refused(() -> moka.complete("sari", "approveMail", mail("SEND", text())), "nobody we may mail");
        assertThat(mails()).isEmpty();
    }

    @Test
    void asksAMutualContactFirst() {
        know("Rina Halim", "rina@moka.example", "en", false, false);
        know("Dewi Anwar", "dewi@advice.example", "en", false, true);
        moka.only("outreach");
        assertThat(shown("askForIntroduction")).contains("Dewi Anwar", "APP-01", "Rina Halim");

        moka.complete("sari", "askForIntroduction", Map.of("introduced", "YES"));
        moka.complete("sari", "preparePitchDeck", DECK);

        assertThat(moka.openTasks()).containsExactly("enterReply");
        assertThat(moka.drawing("outreach")).hasNotPassed("draftMail");
        moka.fire("followUpDue");
        assertThat(mails())
                .as("we wrote nothing, so there is nothing to follow up")
                .isEmpty();
    }

    @Test
    void writesWhereNobodyIntroducesUs() {
        know("Dewi Anwar", "dewi@advice.example", "en", false, true);
        moka.only("outreach").complete("sari", "askForIntroduction", Map.of("introduced", "NO"));

        assertThat(moka.openTasks()).containsExactly("approveMail", "preparePitchDeck");
    }

    @Test
    void writesWhereTheIntroductionIsOverdue() {
        know("Rina Halim", "rina@moka.example", "en", false, false);
        know("Dewi Anwar", "dewi@advice.example", "en", false, true);
        moka.only("outreach").fire("introductionOverdue");

        assertThat(moka.openTasks()).containsExactly("approveMail", "preparePitchDeck");
        assertThat(moka.timeline()).contains("No introduction in seven days: we write ourselves");
    }

    @Test
    void followsUpTwiceWhileNobodyAnswers() {
        reachedByMail();

        moka.fire("followUpDue").fire("followUpDue");

        assertThat(mails()).extracting(mail -> mail.get("KIND")).containsExactly("cold-mail", "follow-up", "follow-up");
        assertThat(moka.openTasks()).containsExactly("enterReply");
        steps.sendFollowUp(moka.code());
        assertThat(mails()).as("never a third").hasSize(3);
    }

    @Test
    void followsUpNoMoreAfterAnAnswer() {
        reachedByMail().complete("sari", "enterReply", Map.of("reply", "DECLINED"));

        steps.sendFollowUp(moka.code());

        assertThat(mails()).hasSize(1);
    }

    @Test
    void saysThatAMailIsSentOnlyOnceItIs() {
        reachedByMail();
        assertThat(lines())
                .contains("Mail to Rina Halim put in the outbox, with the pitch deck, version 1: Moka pitch deck.pptx");
        assertThat(lines()).noneMatch(line -> line.startsWith("Mail sent"));

        events.publishEvent(new MailSettled(moka.code(), "rina@moka.example", "cold-mail", true, null));
        events.publishEvent(new MailSettled(moka.code(), "rina@moka.example", "cold-mail", false, "No such user"));
        events.publishEvent(new MailSettled("nobody-1", "rina@moka.example", "cold-mail", true, null));

        assertThat(timeline.of(moka.code()))
                .filteredOn(line -> "No such user".equals(line.why()))
                .extracting(Timeline.Entry::text)
                .containsExactly("Mail to rina@moka.example could not be sent");
        assertThat(lines()).contains("Mail sent to rina@moka.example");
    }

    @Test
    void followsUpNoMailThatHasNotGoneOut() {
        reachedByMail();
        jdbc.sql("update playbook.mail set status = 'FAILED' where about = ?")
                .param(moka.code())
                .update();

        moka.fire("followUpDue");

        assertThat(mails()).hasSize(1);
    }

    private List<String> lines() {
        return timeline.of(moka.code()).stream().map(Timeline.Entry::text).toList();
    }

    private CaseRun reachedByMail() {
        know("Rina Halim", "rina@moka.example", "en", false, false);
        moka.only("outreach").complete("sari", "preparePitchDeck", DECK);
        return moka.complete("sari", "approveMail", mail("SEND", text()));
    }

    private void know(String name, String mail, String language, boolean doNotContact, boolean mutual) {
        partners.add(new Contact(0, moka.partner(), name, "Partnerships", mail, language, doNotContact, mutual));
    }

    private String text() {
        return moka.variable("approveMail", "mailText").toString();
    }

    private String shown(String step) {
        return moka.variable(step, "shown").toString();
    }

    private List<Map<String, Object>> mails() {
        return jdbc.sql("select * from playbook.mail where about = ? order by id")
                .param(moka.code())
                .query()
                .listOfRows();
    }

    private static Map<String, Object> mail(String decision, String text) {
        return Map.of("mailSubject", "An idea", "mailText", text, "mailDecision", decision);
    }

    private static Map<String, Object> meeting(String outcome) {
        return Map.of(
                "metOn", LocalDate.now().toString(), "meetingOutcome", outcome, "minutes", "They asked about price");
    }

    private static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(deed).satisfies(thrown -> assertThat(
                        Refusal.in(thrown))
                .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining(words)));
    }
}
