package com.clario.playbook.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Contact;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OutreachTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Contact RINA = contact("rina@moka.example", false);
    private static final String OPT_OUT =
            "If you would rather not hear from us, reply with \"unsubscribe\" and we will not write to you again.";
    private static final String DRAFT =
            "Dear Rina,\n\nAn idea.\n\n--\nWe found your address at Moka. " + OPT_OUT + "\n";

    private final Outreach outreach = drafted();

    @Test
    void findsTheSentenceThatSaysHowToOptOut() {
        assertThat(Outreach.optOut(DRAFT)).isEqualTo(OPT_OUT);
    }

    @Test
    void approvesAChangedTextThatKeepsTheWayToOptOut() {
        outreach.approve(
                RINA, "Hello", "Shorter.\r\n" + OPT_OUT.replace("\"", "”").replace(" and", "\r\nand"), "Sari");

        assertThat(outreach.approvedBy).isEqualTo("Sari");
        assertThat(outreach.mailText).startsWith("Shorter.");
    }

    @Test
    void refusesATextWithoutTheWayToOptOut() {
        refused(() -> outreach.approve(RINA, "Hello", "Shorter.", "Sari"), "Put this sentence back: " + OPT_OUT);
    }

    @Test
    void refusesAMailToNobody() {
        refused(() -> outreach.approve(null, "Hello", DRAFT, "Sari"), "nobody we may mail");
        refused(() -> outreach.approve(contact("", false), "Hello", DRAFT, "Sari"), "nobody we may mail");
        refused(
                () -> outreach.approve(contact("rina@moka.example", true), "Hello", DRAFT, "Sari"),
                "nobody we may mail");
    }

    @Test
    void refusesAMailBeforeItsDeckIsReleased() {
        outreach.deck = null;
        refused(() -> outreach.approve(RINA, "Hello", DRAFT, "Sari"), "release it");
    }

    @Test
    void sendsTheApprovedMailOnce() {
        outreach.approve(RINA, "Hello", DRAFT, "Sari");

        assertThat(outreach.takeForSending()).isTrue();
        assertThat(outreach.takeForSending()).isFalse();
    }

    @Test
    void followsUpTwiceAndNeverAfterAReply() {
        assertThat(outreach.takeForFollowUp()).as("before the first mail").isFalse();
        outreach.sent = true;
        outreach.await(2, 5, TODAY.plusDays(20));

        assertThat(outreach.takeForFollowUp()).isTrue();
        outreach.reply = "MEETING";
        assertThat(outreach.takeForFollowUp()).as("after a reply").isFalse();
        outreach.reply = null;
        assertThat(outreach.takeForFollowUp()).isTrue();
        assertThat(outreach.takeForFollowUp()).as("a third time").isFalse();
    }

    @Test
    void asksForTheDateOfAnAgreedMeeting() {
        refused(() -> outreach.replied("MEETING", null), "Date of the meeting");
        refused(() -> outreach.replied("PERHAPS", null), "choose one of the answers");
        assertThat(outreach.replied("NO_REPLY", TODAY)).isEqualTo("NO_REPLY");
        assertThat(outreach.meetingOn).isNull();
        refused(() -> outreach.replied("DECLINED", null), "has been entered already");
    }

    @Test
    void endsInSilenceOnlyWhereNobodyAnswered() {
        assertThat(outreach.endInSilence()).isTrue();
        assertThat(outreach.outcome).isEqualTo("NO_REPLY");

        var answered = drafted();
        answered.replied("MEETING", TODAY);
        assertThat(answered.endInSilence()).isFalse();
        assertThat(answered.outcome).isEqualTo("MEETING");
    }

    @Test
    void takesNoMinutesOfAMeetingToCome() {
        refused(() -> outreach.met(TODAY.plusDays(1), "INTERESTED", TODAY), "not a day to come");
        assertThat(outreach.met(TODAY, "INTERESTED", TODAY)).isEqualTo("INTERESTED");
    }

    private static Outreach drafted() {
        var one = new Outreach("moka-1");
        one.releaseDeck(7);
        one.draft(RINA, "An idea", DRAFT, null);
        return one;
    }

    private static Contact contact(String mail, boolean doNotContact) {
        return new Contact(1, "moka", "Rina Halim", "Head of Partnerships", mail, "en", doNotContact, false);
    }

    private static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed).withMessageContaining(words);
    }
}
