package com.clario.playbook.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.SignedTerms;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.Launch.GoLive;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Shown;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PlaybookTest
class LaunchProcessTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Launches launches;

    @Autowired
    LaunchSteps steps;

    @Autowired
    Partners partners;

    @Autowired
    People people;

    private LocalDate today;

    @BeforeEach
    void today(@Autowired BusinessDays days) {
        today = days.today();
    }

    @Test
    void goesLiveOnceTheGapsAreClosed() {
        var moka = launching();

        announce(moka);
        brand(moka, "YES");
        assertThat(moka.openTasks()).containsExactly("closeGaps");
        assertThat(moka.variable("closeGaps", "shown").toString())
                .contains("RDY-07")
                .doesNotContain("RDY-04", "RDY-11");
        assertThat(moka.variable("closeGaps", "brandDecision")).isEqualTo("YES");
        closeGaps(moka, Map.of("supportName", "Moka care", "supportMail", "care@moka.example"));
        assertThat(moka.variable("goLive", "shown").toString()).contains("RDY-12", "Moka care", "Rp 140.000");
        goLive(moka, "maya", today.toString());

        var launch = launches.get(moka.code());
        assertThat(launch.liveOn()).contains(today);
        assertThat(launch.decision().decidedBy()).isEqualTo("maya");
        assertThat(launch.announcement().where()).isEqualTo("Their news page");
        assertThat(moka.drawing("launch")).hasPassed("partnershipLive");
        assertThat(moka.ended()).isTrue();
        assertThat(moka.timeline())
                .contains("Live from " + Shown.day(today), "Ready to go live", "Not ready to go live");
    }

    @Test
    void needsNoGapsClosedWhereTheCatalogueKnowsTheSupport() {
        var moka = moka();
        partners.add(contact(moka.partner(), "Head of sales", "sales@moka.example"));
        partners.add(contact(moka.partner(), "Customer Support", "care@moka.example"));
        SignedTerms.of(house, moka.code(), today.minusDays(30));
        moka.only("launch");

        announce(moka);
        brand(moka, "YES");

        assertThat(moka.openTasks()).containsExactly("goLive");
        assertThat(moka.drawing("launch")).hasNotPassed("closeGaps");
    }

    @Test
    void startsTheFormsWithWhatIsKnown() {
        var moka = moka();
        partners.add(contact(moka.partner(), "Head of sales", "sales@moka.example"));
        SignedTerms.of(house, moka.code(), today.minusDays(30));
        moka.only("launch");

        assertThat(moka.variable("announcePartnership", "announcement").toString())
                .contains("Moka and Clario launch " + SignedTerms.PRODUCT)
                .contains("What Moka gets: A new revenue stream")
                .contains("What Clario gets: 30,000 merchants overnight");
        assertThat(moka.variable("approveBrand", "brandName")).isEqualTo(SignedTerms.PRODUCT);
        announce(moka);
        brand(moka, "NO");
        assertThat(moka.variable("closeGaps", "supportMail")).isEqualTo("sales@moka.example");
        assertThat(moka.variable("closeGaps", "announcedOn")).isEqualTo(today.toString());
    }

    @Test
    void comesBackUntilNothingIsMissing() {
        var moka = launching();
        announce(moka);
        brand(moka, "NO");

        closeGaps(moka, Map.of("supportName", "Moka care", "supportMail", "care@moka.example"));
        assertThat(moka.variable("closeGaps", "shown").toString())
                .contains("RDY-04")
                .doesNotContain("RDY-07");
        closeGaps(moka, Map.of("brandDecision", "YES"));

        assertThat(moka.openTasks()).containsExactly("goLive");
        assertThat(launches.get(moka.code()).support().mail()).isEqualTo("care@moka.example");
    }

    @Test
    void stopsWithAReason() {
        var moka = ready();

        refused(() -> moka.complete("maya", "goLive", Map.of("goLiveDecision", "STOP")), "Note: fill it in.");
        moka.complete("maya", "goLive", Map.of("goLiveDecision", "STOP", "goLiveNote", "Moka was sold"));

        assertThat(launches.get(moka.code()).decision().outcome()).isEqualTo(GoLive.STOPPED);
        assertThat(launches.get(moka.code()).liveOn()).isEmpty();
        assertThat(moka.drawing("launch")).hasPassed("launchStopped");
        assertThat(moka.drawing("launch")).hasNotPassed("partnershipLive");
    }

    @Test
    void keepsTheTaskWhenADateIsRefused() {
        var moka = ready();

        refused(() -> goLive(moka, "maya", null), "Live from: choose a date.");
        refused(() -> goLive(moka, "maya", today.minusDays(31).toString()), "Live from: the signed terms count from");
        refused(() -> goLive(moka, "maya", today.plusYears(3).toString()), "choose a day in between");

        assertThat(launches.get(moka.code()).decision()).isNull();
        assertThat(moka.openTasks()).containsExactly("goLive");
    }

    @Test
    void keepsNothingOfARefusedAnnouncement() {
        var moka = launching();
        var late = Map.<String, Object>of(
                "announcement", "Here it is", "announcedOn", today.plusDays(61).toString(), "announcedWhere", "Blog");

        refused(() -> moka.complete("sari", "announcePartnership", late), "more than 60 days ahead");

        assertThat(launches.get(moka.code()).announcement().text()).isNull();
        assertThat(moka.openTasks()).containsExactly("announcePartnership", "approveBrand");
    }

    @Test
    void doesNotTrustTheDrawingAboutWhoDecides() {
        var moka = ready();

        refused(
                () -> people.actAs("sari", () -> steps.recordGoLive(moka.code(), "GO", today.toString(), null)),
                "Only a manager can decide on the go-live.");
    }

    @Test
    void doesNotTrustTheDrawingAboutReadiness() {
        var moka = ready();
        steps.recordBrand(moka.code(), "Moka Insight", "NO", null);

        refused(
                () -> goLive(moka, "maya", today.toString()),
                "The rules have not found this launch ready as it stands now, so it cannot go live; choose “Check again”.");
        steps.checkReadiness(moka.code());
        refused(() -> goLive(moka, "maya", today.toString()), "The rules have not found this launch ready");
        assertThat(launches.get(moka.code()).decision()).isNull();
    }

    @Test
    void doesNotTrustTheDrawingAboutSignedTerms() {
        var moka = moka().only("launch");
        announce(moka);
        brand(moka, "YES");

        assertThat(moka.variable("closeGaps", "shown").toString()).contains("RDY-01");
        refused(
                () -> people.actAs("maya", () -> steps.recordGoLive(moka.code(), "GO", today.toString(), null)),
                "There are no signed terms for this partnership, so it cannot go live.");
    }

    @Test
    void goesLiveOnlyOnce() {
        var moka = ready();
        goLive(moka, "maya", today.toString());

        refused(
                () -> people.actAs("maya", () -> steps.recordGoLive(moka.code(), "STOP", null, "No")),
                "The go-live is decided already: live from " + Shown.day(today));
    }

    private CaseRun moka() {
        return CaseRun.of(house, "Moka", PartnerType.POS, Model.WHITE_LABEL);
    }

    private CaseRun launching() {
        var moka = moka();
        SignedTerms.of(house, moka.code(), today.minusDays(30));
        return moka.only("launch");
    }

    private CaseRun ready() {
        var moka = launching();
        announce(moka);
        brand(moka, "YES");
        closeGaps(moka, Map.of("supportName", "Moka care", "supportMail", "care@moka.example"));
        return moka;
    }

    private void announce(CaseRun one) {
        one.complete(
                "sari",
                "announcePartnership",
                Map.of(
                        "announcement", "Here it is",
                        "announcedOn", today.toString(),
                        "announcedWhere", "Their news page"));
    }

    private static void brand(CaseRun one, String decision) {
        one.complete("sari", "approveBrand", Map.of("brandName", "Moka Analytics", "brandDecision", decision));
    }

    private static void closeGaps(CaseRun one, Map<String, Object> given) {
        var fields = new HashMap<>(given);
        fields.put("gapsNote", "Put right with Moka");
        one.complete("sari", "closeGaps", fields);
    }

    private static void goLive(CaseRun one, String who, String liveOn) {
        var fields = new HashMap<String, Object>(Map.of("goLiveDecision", "GO"));
        fields.put("liveOn", liveOn);
        one.complete(who, "goLive", fields);
    }

    private static Contact contact(String partner, String role, String mail) {
        return new Contact(0, partner, role, role, mail, "en", false, false);
    }

    private static void refused(ThrowingCallable deed, String words) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(deed).satisfies(thrown -> assertThat(
                        Refusal.in(thrown))
                .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining(words)));
    }
}
