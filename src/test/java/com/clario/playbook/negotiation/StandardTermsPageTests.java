package com.clario.playbook.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.negotiation.standing.StandingApprovals;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Legal's page of standard terms, and what the case page says of terms and pilot. */
@PlaybookTest
class StandardTermsPageTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    StandingApprovals approvals;

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @CsvSource({"lina, 200", "sari, 200", "maya, 200", "fitri, 403", "admin, 403"})
    void opensToThoseWhoWorkOnTerms(String person, int status) throws Exception {
        assertThat(Visitor.signedIn(port, person).get("/standard-terms").statusCode())
                .isEqualTo(status);
    }

    @Test
    void opensNothingToStrangers() {
        assertThat(new Visitor(port, engine.getName())
                        .get("/standard-terms")
                        .headers()
                        .firstValue("Location"))
                .get()
                .asString()
                .endsWith("/login");
    }

    @Test
    void tellsWhoApprovedHowOftenItServedAndTakesItBack() throws Exception {
        var boga = Deal.withAdviser(house, "Boga", "contract").proposeStandard("sari", "15");
        boga.run.complete(
                "lina",
                "reviewContract",
                Map.of("clauses", Deal.CLAUSES, "reviewDecision", "APPROVE", "approveForAll", true));
        var rasa = Deal.withAdviser(house, "Rasa", "negotiation").proposeStandard("sari", "15");
        var id = approvals.all().get(0).id();
        var lina = Visitor.signedIn(port, "lina");

        assertThat(lina.get("/standard-terms").body())
                .contains("In force", "Lina Hartono", "Used once", rasa.code(), boga.code(), "Withdraw it: why?")
                .contains("Clario Analytics for the partner", "Standard terms")
                .doesNotContain("Rp 100.000");
        assertThat(lina.get("/partnerships/" + rasa.code()).body())
                .contains(
                        "No review of its own", "No pilot", "needs no pilot: nothing is connected or branded (TRM-31)")
                .contains("Rp 150.000 collected by us: Rp 127.500 stays with us, we owe Rasa Rp 22.500");
        var sari = Visitor.signedIn(port, "sari");
        assertThat(sari.get("/standard-terms").body()).contains("In force").doesNotContain("Withdraw it: why?");
        assertThat(sari.post("/standard-terms/" + id + "/withdraw", Map.of("why", "Because"))
                        .body())
                .contains("Your group may not do this");

        lina.get("/standard-terms");
        assertThat(lina.post("/standard-terms/" + id + "/withdraw", Map.of("why", " "))
                        .body())
                .contains("Why: say in up to 1,000 characters why it no longer holds.");
        assertThat(lina.post("/standard-terms/" + id + "/withdraw", Map.of("why", "The law has changed"))
                        .body())
                .contains("Withdrawn by Lina Hartono", "The law has changed", "legal reviews every referral contract");
        assertThat(lina.get("/partnerships/" + rasa.code()).body()).contains("withdrawn since");
    }

    @Test
    void showsTheLetterOfAPilotOnItsCase() throws Exception {
        var moka = Deal.withMoka(house, "negotiation").propose().approve().pilot(10);

        assertThat(Visitor.signedIn(port, "maya")
                        .get("/partnerships/" + moka.code())
                        .body())
                .contains("Letter", "signed copy", "Rina Halim and Andi Pratama", "Daily sales report")
                .contains(
                        "The customers pay nothing",
                        "A pilot with 10-20 customers comes before the signature (TRM-32)");
    }
}
