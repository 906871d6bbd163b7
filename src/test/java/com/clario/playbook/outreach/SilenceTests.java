package com.clario.playbook.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.Partnerships;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The days after the first mail: follow-ups go out when the rules say, and silence ends the case by itself. */
@PlaybookTest
class SilenceTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Outreaches outreaches;

    @Autowired
    Partnerships partnerships;

    @LocalServerPort
    int port;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void writesTwiceMoreAndEndsWithoutAReplyOnTheDayItSaid() throws Exception {
        var moka = Reached.moka(house).byMail();
        var ends = LocalDate.now(java.time.ZoneId.of("Asia/Jakarta")).plusDays(20);
        assertThat(outreaches.get(moka.run().code()).silenceEndsOn).isEqualTo(ends);
        assertThat(moka.run().variable("enterReply", "shown").toString()).contains("ends by itself as “no reply”");

        assertThat(moka.days(4).mails()).hasSize(1);
        assertThat(moka.days(2).mails()).hasSize(2);
        assertThat(moka.days(5).mails()).hasSize(3);
        assertThat(moka.days(8).mails()).as("never a third").hasSize(3);
        assertThat(partnerships.get(moka.run().code()).open()).isTrue();

        moka.days(2);

        assertThat(outreaches.get(moka.run().code()).outcome).isEqualTo("NO_REPLY");
        assertThat(partnerships.get(moka.run().code()).outcome()).isEqualTo("noReply");
        assertThat(partnerships.get(moka.run().code()).outcomeLabel()).isEqualTo("no reply");
        assertThat(moka.run().passed("noReply")).isTrue();
        assertThat(moka.run().ended()).isTrue();
        assertThat(Visitor.signedIn(port, "sari").get("/").body()).contains("No reply, in Outreach");
    }

    @Test
    void remindsAnAdviserOnceAndWaitsLonger() {
        var adviser = Reached.starts(house, "Adviser", PartnerType.CHANNEL, Model.REFERRAL)
                .byMail();

        assertThat(adviser.days(8).mails()).hasSize(2);
        assertThat(adviser.days(8).mails()).hasSize(2);
        assertThat(partnerships.get(adviser.run().code()).open()).isTrue();
        adviser.days(6);
        assertThat(partnerships.get(adviser.run().code()).outcome()).isEqualTo("noReply");
    }

    @Test
    void leavesTheReminderToWhoeverIntroducedUs() {
        var moka = Reached.moka(house)
                .know("Rina Halim", false)
                .know("Dewi Anwar", true)
                .begin();
        moka.run().complete("sari", "askForIntroduction", Map.of("introduced", "YES"));
        moka.run().complete("sari", "preparePitchDeck", Map.of("deckNote", "Figures checked"));

        assertThat(moka.days(20).mails()).isEmpty();
        assertThat(partnerships.get(moka.run().code()).open()).isTrue();
        moka.days(2);
        assertThat(partnerships.get(moka.run().code()).outcome()).isEqualTo("noReply");
    }

    @Test
    void writesItselfOnceTheIntroductionIsOverdue() {
        var moka = Reached.moka(house)
                .know("Rina Halim", false)
                .know("Dewi Anwar", true)
                .begin();

        moka.days(8);

        assertThat(moka.run().openTasks()).containsExactly("approveMail", "preparePitchDeck");
    }

    @Test
    void anAnswerKeepsItGoing() {
        var moka = Reached.moka(house).byMail();
        moka.run()
                .complete(
                        "sari",
                        "enterReply",
                        Map.of("reply", "MEETING", "meetingOn", LocalDate.now().toString()));

        assertThat(moka.days(40).mails()).hasSize(1);
        assertThat(moka.run().openTasks()).containsExactly("holdMeeting");
    }
}
