package com.clario.playbook.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.ReadyForPartners;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Stage;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Every model of the playbook walks from research to its go-live, with the job executor at work. */
@PlaybookTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
class ModelJourneyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Partnerships partnerships;

    @BeforeEach
    void mayStart() {
        ReadyForPartners.confirmed(house);
    }

    @Test
    void aResellerIsTrainedAndCollectsTheMoney() {
        var qasir = walk("Qasir", PartnerType.POS, Model.RESELLER)
                .toNegotiation()
                .propose("30", 200_000)
                .approve()
                .pilot()
                .sign()
                .launch();

        live(qasir);
        assertThat(qasir.casePage())
                .contains("Qasir owes us Rp 140.000", "Rina, Tono", "Reseller")
                .doesNotContain(">Referral code<");
    }

    @Test
    void aWhiteLabelHasItsBrandApproved() {
        var moka = walk("Moka", PartnerType.POS, Model.WHITE_LABEL)
                .toNegotiation()
                .propose("70", 200_000)
                .approve()
                .pilot()
                .sign()
                .launch();

        live(moka);
        assertThat(moka.casePage())
                .contains("Rp 140.000 stays with Moka", "Moka owes us Rp 60.000")
                .contains("Moka Analytics powered by Clario, approved");
    }

    @Test
    void aPointOfSaleIsConnectedAndTraced() {
        var olsera = walk("Olsera", PartnerType.POS, Model.INTEGRATION)
                .toNegotiation()
                .propose("10", 150_000)
                .approve()
                .pilot()
                .sign()
                .launch();

        live(olsera);
        assertThat(olsera.casePage()).contains("test-olsera", "Traced test activity");
    }

    @Test
    void accountingIsReviewedByConnectedCustomersAndLeadsAndNotByRevenue() {
        var jurnal = walk("Jurnal", PartnerType.ACCOUNTING, Model.INTEGRATION)
                .toNegotiation()
                .propose("0", 0)
                .approve()
                .pilot()
                .sign()
                .launch()
                .review(Map.of(
                        "connected", 18, "targetConnected", 20, "leads", 9, "targetLeads", 10, "openComplaints", 0));

        live(jurnal);
        assertThat(jurnal.casePage()).contains("18 of 20", "9 of 10").doesNotContain("Rp 0 ", "Rp 0,", "Rp 0<");
    }

    @Test
    void theSecondReferralNeedsNeitherLegalNorAPilotAndSaysWhy() {
        var first = walk("Boga", PartnerType.CHANNEL, Model.REFERRAL)
                .toNegotiation()
                .propose("15", 150_000)
                .approveForAll()
                .sign()
                .launch();
        live(first);

        var second = walk("Rasa", PartnerType.CHANNEL, Model.REFERRAL)
                .toNegotiation()
                .propose("12.5", 150_000)
                .sign()
                .launch();

        live(second);
        assertThat(second.casePage())
                .contains("approved in advance", "No pilot needed", "TRM-31", "we owe Rasa Rp 18.750")
                .doesNotContain("Lina Hartono approves this version");
    }

    private ModelWalk walk(String name, PartnerType type, Model model) {
        return new ModelWalk(house, port, engine.getName(), name, type, model);
    }

    private void live(ModelWalk walk) {
        var one = partnerships.get(walk.partnership());
        assertThat(one.stage()).isEqualTo(Stage.OPTIMIZE);
        assertThat(partnerships.visits(one.code()))
                .extracting(visit -> visit.stage().word())
                .containsExactly("identify", "outreach", "negotiation", "launch", "optimize");
        assertThat(walk.casePage()).contains("live from");
    }
}
