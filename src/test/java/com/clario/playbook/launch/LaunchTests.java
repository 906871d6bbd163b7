package com.clario.playbook.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.Launch.Announcement;
import com.clario.playbook.launch.Launch.Brand;
import com.clario.playbook.launch.Launch.GoLive;
import com.clario.playbook.launch.Launch.Support;
import com.clario.playbook.launch.Launch.Training;
import com.clario.playbook.partner.Model;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LaunchTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void announcesUpToSixtyDaysAhead() {
        assertThat(Announcement.agreed(" Here it is ", "2027-01-22", "Their blog", TODAY))
                .isEqualTo(new Announcement("Here it is", LocalDate.of(2027, 1, 22), "Their blog"));
        refuses(
                () -> Announcement.agreed("Here it is", "2027-01-23", "Their blog", TODAY),
                "Published on: 23 Jan 2027 is more than 60 days ahead; announce nearer to the launch.");
        refuses(
                () -> Announcement.agreed("Here it is", "soon", "Their blog", TODAY),
                "Published on: soon is not a date");
        refuses(() -> Announcement.agreed("", "2026-11-23", "Their blog", TODAY), "Announcement: fill it in.");
        refuses(() -> Announcement.agreed("x".repeat(4001), "2026-11-23", "Blog", TODAY), "at most 4000 characters");
    }

    @Test
    void namesASupportContactOneCanReallyWriteTo() {
        assertThat(Support.named("Moka care", " care@moka.example ").mail()).isEqualTo("care@moka.example");
        refuses(() -> Support.named("Moka care", "care at moka"), "is not an address such as name@company.com.");
        refuses(() -> Support.named("", "care@moka.example"), "Support contact's name: fill it in.");
        refuses(() -> Support.named("Moka care", null), "Support contact's mail: fill it in.");
    }

    @Test
    void trainsPeopleOnADayThatHasCome() {
        var training = Training.held(" Rina \n\nTono", "2026-11-23", "The deck", "Sari", TODAY);
        assertThat(training.names()).containsExactly("Rina", "Tono");
        assertThat(training.people()).isEqualTo(2);
        refuses(
                () -> Training.held("Rina", "2026-11-24", "The deck", "Sari", TODAY),
                "Trained on: 24 Nov 2026 is still to come; record it once it was held.");
        refuses(() -> Training.held(" ", "2026-11-23", "The deck", "Sari", TODAY), "Who was trained: fill it in.");
        refuses(() -> Training.held("Rina", "2026-11-23", null, "Sari", TODAY), "Material: fill it in.");
        refuses(() -> Training.held("Rina", "2026-11-23", "The deck", "", TODAY), "Trained by: fill it in.");
    }

    @Test
    void proposesAReadableReferralCode() {
        assertThat(ReferralCode.proposed("Consultants", new Random(1))).matches("CONS-[A-HJKMNP-Z2-9]{4}");
        assertThat(ReferralCode.proposed("PT Ön", new Random(1))).matches("PTNC-[A-HJKMNP-Z2-9]{4}");
        assertThat(ReferralCode.read(" cons-7k2m ")).isEqualTo("CONS-7K2M");
        refuses(() -> ReferralCode.read("CONS 7K2M"), "Referral code: write it like CONS-7K2M");
        refuses(
                () -> ReferralCode.words("Try it", "CONS-7K2M"),
                "Text for the partner's clients: it does not name the code CONS-7K2M; put it in.");
    }

    @Test
    void decidesOnlyOnce() {
        launch(null, null).requireUndecided();
        refuses(
                () -> launch(true, decided(GoLive.LIVE, TODAY)).requireUndecided(),
                "The go-live is decided already: live from 23 Nov 2026.");
        refuses(
                () -> launch(true, decided(GoLive.STOPPED, null)).requireUndecided(),
                "This launch was stopped already; to try again, begin a new one.");
    }

    @Test
    void isLiveFromTheDayThatWasDecided() {
        assertThat(launch(true, decided(GoLive.LIVE, TODAY)).liveOn()).contains(TODAY);
        assertThat(launch(true, decided(GoLive.STOPPED, null)).liveOn()).isEmpty();
        assertThat(launch(true, null).liveOn()).isEmpty();
    }

    private static GoLive decided(String outcome, LocalDate liveOn) {
        return new GoLive(outcome, liveOn, null, "maya", Instant.EPOCH);
    }

    private static Launch launch(Boolean branded, GoLive decision) {
        return new Launch(
                "moka-1",
                1,
                Model.WHITE_LABEL,
                null,
                new Announcement(null, null, null),
                new Brand(null, branded),
                Training.NONE,
                null,
                new Support(null, null),
                null,
                decision);
    }

    private static void refuses(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed).withMessageContaining(words);
    }
}
