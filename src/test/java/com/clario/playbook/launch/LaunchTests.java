package com.clario.playbook.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.Launch.Announcement;
import com.clario.playbook.launch.Launch.Brand;
import com.clario.playbook.launch.Launch.GoLive;
import com.clario.playbook.launch.Launch.Support;
import com.clario.playbook.partner.Model;
import java.time.Instant;
import java.time.LocalDate;
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
    void countsWhatNobodyHasSaidAsMissing() {
        var facts = launch(null, null).facts(Model.WHITE_LABEL, false);

        assertThat(facts).isEqualTo(new ReadinessFacts("WHITE_LABEL", false, false, false, false, false, false, false));
    }

    @Test
    void countsWhatStands() {
        var launch = new Launch(
                "moka-1",
                new Announcement("Here it is", TODAY, "Their blog"),
                new Brand("Moka Analytics", true),
                new Support("Moka care", "care@moka.example"),
                null,
                null);

        assertThat(launch.facts(Model.WHITE_LABEL, true))
                .isEqualTo(new ReadinessFacts("WHITE_LABEL", true, true, false, true, false, false, true));
    }

    @Test
    void decidesOnlyOnce() {
        launch(null, null).requireUndecided();
        refuses(
                () -> launch(true, decided(GoLive.LIVE, TODAY)).requireUndecided(),
                "The go-live is decided already: live from 23 Nov 2026.");
        refuses(
                () -> launch(true, decided(GoLive.STOPPED, null)).requireUndecided(),
                "The launch was stopped already; start a new partnership to try again.");
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
                new Announcement(null, null, null),
                new Brand(null, branded),
                new Support(null, null),
                null,
                decision);
    }

    private static void refuses(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed).withMessageContaining(words);
    }
}
