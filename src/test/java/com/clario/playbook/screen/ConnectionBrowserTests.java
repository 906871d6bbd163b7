package com.clario.playbook.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.Chromium;
import com.clario.playbook.SignedTerms;
import com.clario.playbook.TestCall;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.BusinessDays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An integration is connected in a real browser: the form tells by itself what has come in. */
@AtTheScreen
class ConnectionBrowserTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    BusinessDays days;

    @LocalServerPort
    int port;

    @Test
    void theFormFollowsTheConnectionWhileItIsMade() {
        var zahir = launching("Zahir", PartnerType.ACCOUNTING, Model.INTEGRATION);
        try (var chromium = Chromium.open()) {
            var sari = new Colleague(chromium, "http://127.0.0.1:" + port, "sari");
            var page = sari.open("/partnerships/" + zahir.code() + "/connection");
            sari.picture("connection without a key");
            page.getByText("Issue a key").first().click();
            var key = page.locator("#key").inputValue();
            sari.picture("connection with a new key");
            page.reload();
            assertThat(page.content()).doesNotContain(key);

            var form = sari.take(zahir.code(), "Connect integration: Zahir");
            var frame = page.frameLocator(".fjs-form iframe");
            frame.getByText("none has come in with a live key").waitFor();
            form.choose("Result", "Connected: the test activity arrived exactly as the partner sent it");
            form.isRefused("no test activity has come in with a live key yet");

            assertThat(TestCall.with(port, key).report("test-4711").statusCode())
                    .isEqualTo(201);
            frame.getByText("test-4711").first().waitFor();
            sari.picture("form with the traced activity");
            form.complete();
            sari.open("/partnerships/" + zahir.code() + "/connection");
            sari.picture("connection traced");
            zahir.runJobs();
            zahir.complete(
                    "sari",
                    "announcePartnership",
                    Map.of(
                            "announcement", "Here it is",
                            "announcedOn", days.today().toString(),
                            "announcedWhere", "Their news page"));
            look(sari, zahir);
        }
    }

    private void look(Colleague sari, CaseRun zahir) {
        sari.take(zahir.code(), "Close launch gaps: Zahir");
        sari.open("/partnerships/" + zahir.code());
        sari.picture("case Zahir");
        var qasir = launching("Qasir", PartnerType.POS, Model.RESELLER);
        sari.take(qasir.code(), "Train partner team: Qasir").choose("Training", "Held");
        sari.picture("training held");
        var one = launching("Consultants", PartnerType.CHANNEL, Model.REFERRAL);
        sari.take(one.code(), "Issue referral code: Consultants").complete();
        sari.open("/partnerships/" + one.code());
        sari.picture("case Consultants");
    }

    private CaseRun launching(String name, PartnerType type, Model model) {
        var one = CaseRun.of(house, name, type, model);
        SignedTerms.of(house, one.code(), days.today().minusDays(30));
        return one.from("launch");
    }
}
