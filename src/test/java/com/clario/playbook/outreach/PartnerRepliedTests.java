package com.clario.playbook.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partnership.Partnerships;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A reply that comes by itself ends whatever waits for it. */
@PlaybookTest
class PartnerRepliedTests {

    private static final String SOON = LocalDate.now().plusDays(3).toString();

    @Autowired
    ApplicationContext house;

    @Autowired
    Outreaches outreaches;

    @Autowired
    OutreachProcess process;

    @Autowired
    Partnerships partnerships;

    @Autowired
    People people;

    @LocalServerPort
    int port;

    @Test
    void agreesToMeetWhileWeWaitForAReply() {
        var moka = Reached.moka(house).byMail();

        replied("sari", moka, "MEETING", SOON);

        assertThat(outreaches.get(moka.run().code()).reply).isEqualTo("MEETING");
        assertThat(moka.run().openTasks()).containsExactly("holdMeeting");
        assertThat(moka.run().passed("partnerReplied")).isTrue();
        moka.run()
                .complete(
                        "sari",
                        "holdMeeting",
                        Map.of("metOn", LocalDate.now().toString(), "meetingOutcome", "INTERESTED", "minutes", "Yes"));
        assertThat(outreaches.get(moka.run().code()).outcome).isEqualTo("INTERESTED");
        assertThat(moka.run().openTasks()).containsExactly("proposeTerms");
    }

    @Test
    void declinesWhileAnIntroductionIsAskedFor() {
        var moka = Reached.moka(house)
                .know("Rina Halim", false)
                .know("Dewi Anwar", true)
                .begin();
        assertThat(moka.run().openTasks()).containsExactly("askForIntroduction", "preparePitchDeck");

        replied("maya", moka, "DECLINED", null);

        assertThat(partnerships.get(moka.run().code()).outcome()).isEqualTo("partnerDeclined");
        assertThat(partnerships.get(moka.run().code()).outcomeLabel()).isEqualTo("declined by the partner");
        assertThat(moka.run().passed("partnerDeclined")).isTrue();
        assertThat(moka.run().ended()).isTrue();
    }

    @Test
    void agreesToMeetBeforeTheMailHasGone() {
        var moka = Reached.moka(house).know("Rina Halim", false).begin();

        replied("budi", moka, "MEETING", SOON);

        assertThat(moka.run().openTasks()).containsExactly("holdMeeting");
        assertThat(moka.mails()).isEmpty();
    }

    @Test
    void refusesWhoIsNotAskedWhatIsNotSaidAndWhatNobodyWaitsFor() {
        var moka = Reached.moka(house).byMail();
        refused(() -> replied("lina", moka, "DECLINED", null), "Only partnerships or a manager");
        refused(() -> replied("sari", moka, "MEETING", " "), "Date of the meeting");
        refused(() -> replied("sari", moka, "MEETING", "soon"), "is not a date");
        refused(() -> replied("sari", moka, null, null), "choose one of the answers");
        assertThat(outreaches.get(moka.run().code()).reply).isNull();
        assertThat(moka.run().openTasks()).containsExactly("enterReply");

        replied("sari", moka, "MEETING", SOON);
        refused(() -> replied("sari", moka, "DECLINED", null), "entered already");
    }

    @Test
    void isAButtonOfTheCasePageForThoseWhoMayPressIt() throws Exception {
        var moka = Reached.moka(house).byMail();
        var page = "/partnerships/" + moka.run().code();
        assertThat(Visitor.signedIn(port, "lina").get(page).body()).doesNotContain("outreach/replied");
        var sari = Visitor.signedIn(port, "sari");
        assertThat(sari.get(page).body()).contains("outreach/replied", "Without an answer it ends as “no reply”");

        var refused = sari.post(
                page + "/outreach/replied", Map.of("reply", "MEETING", "meetingOn", "", "replyNote", "She called"));
        assertThat(refused.body()).contains("Date of the meeting: fill it in", "She called");

        assertThat(sari.post(
                                page + "/outreach/replied",
                                Map.of("reply", "MEETING", "meetingOn", SOON, "replyNote", "She called"))
                        .body())
                .contains("The reply is kept.", "They agreed to a meeting")
                .doesNotContain("outreach/replied");
    }

    @Test
    void showsTheNextAttemptWhatWasSentBefore() throws Exception {
        var first = Reached.moka(house).byMail();
        replied("sari", first, "DECLINED", null);
        var second = partnerships.start(first.run().partner(), Model.WHITE_LABEL, "sari", "Once more");

        assertThat(Visitor.signedIn(port, "sari")
                        .get("/partnerships/" + second.code())
                        .body())
                .contains("Sent before", "ended: declined by the partner", "with the pitch deck, version 1");
    }

    private void replied(String who, Reached moka, String reply, String meetingOn) {
        people.actAs(who, () -> {
            process.partnerReplied(moka.run().code(), reply, meetingOn, "By phone");
            return null;
        });
        moka.run().runJobs();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, String words) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed).withMessageContaining(words);
    }
}
