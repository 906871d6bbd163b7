package com.clario.playbook.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.Chromium;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A warm introduction that nobody makes turns into our own mail, before the eyes of whoever waited for it. */
@AtTheScreen
class IntroductionBrowserTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Partners partners;

    @LocalServerPort
    int port;

    @Test
    void weWriteOurselvesWhereNobodyIntroducesUs() {
        var majoo = CaseRun.of(house, "Majoo", PartnerType.POS, Model.RESELLER);
        know(majoo, "Rina Halim", "rina@majoo.example", false);
        know(majoo, "Dewi Anwar", "dewi@advice.example", true);
        majoo.only("outreach");
        try (var chromium = Chromium.open()) {
            var sari = new Colleague(chromium, "http://127.0.0.1:" + port, "sari");
            sari.take(majoo.code(), "Ask for introduction: Majoo");
            assertThat(sari.page().locator(".fjs-form").innerText()).contains("Dewi Anwar");

            majoo.fire("introductionOverdue");

            sari.take(majoo.code(), "Prepare pitch deck: Majoo")
                    .fill("What you checked or changed", "Figures checked")
                    .complete();
            majoo.runJobs();
            sari.take(majoo.code(), "Approve mail: Majoo")
                    .choose("Your decision", "Send it")
                    .complete();
            majoo.runJobs();
            assertThat(sari.open("/partnerships/" + majoo.code()).content())
                    .contains("No introduction in seven days: we write ourselves");
            sari.picture("case without an introduction");
            assertThat(sari.open("/mails").locator("main").innerText()).contains("rina@majoo.example");
            assertThat(majoo.openTasks()).containsExactly("enterReply");
        }
    }

    private void know(CaseRun one, String name, String mail, boolean mutual) {
        partners.add(new Contact(0, one.partner(), name, "Partnerships", mail, "en", false, mutual));
    }
}
