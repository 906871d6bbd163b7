package com.clario.playbook.identify;

import static com.clario.playbook.identify.ResearchForm.refused;
import static com.clario.playbook.identify.ResearchForm.strong;
import static com.clario.playbook.identify.ResearchForm.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.identify.research.Researches;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PlaybookTest
class IdentifyProcessTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Candidates candidates;

    @Autowired
    Researches researches;

    @Autowired
    Partners partners;

    @Test
    void sendsAStrongCandidateStraightToTheWaitAndRemembersWhatWasFound() {
        var moka = candidate("Moka");
        partners.know(new Fact(moka.partner(), "merchants", "30000", "Playbook", LocalDate.of(2026, 11, 1), null));
        moka.only("identify");

        assertThat(moka.variable("researchCandidate", "merchants")).isEqualTo(30_000);
        assertThat(moka.variable("researchCandidate", "evidence").toString())
                .contains("\"criterion\":\"merchants\"", "\"on\":\"2026-11-01\"");
        moka.complete("sari", "researchCandidate", strong());

        assertThat(candidates.find(moka.code())).hasValueSatisfying(one -> {
            assertThat(one.state()).isEqualTo("WAITING");
            assertThat(one.fit()).isEqualTo("STRONG");
            assertThat(one.valueToUs()).isPositive();
        });
        assertThat(researches.newest(moka.code())).hasValueSatisfying(research -> {
            assertThat(research.who()).isEqualTo("Sari Wijaya");
            assertThat(research.evidence()).hasSize(6);
        });
        assertThat(partners.fact(moka.partner(), "api"))
                .hasValueSatisfying(fact -> assertThat(fact.worth()).isEqualTo("FULL"));
        assertThat(moka.waitsAt("roundDecided")).isTrue();
        assertThat(moka.drawing("identify")).hasNotPassed("confirmFit");
    }

    @Test
    void endsACandidateWithAVeto() {
        var rival = candidate("Rival").only("identify");

        rival.complete("sari", "researchCandidate", with(strong(), "competitor", "YES"));

        assertThat(candidates.get(rival.code()).state()).isEqualTo("POOR");
        assertThat(rival.ended()).isTrue();
        assertThat(rival.drawing("identify")).hasPassed("notAFit");
    }

    @Test
    void letsAManagerConfirmAPossibleCandidate() {
        var olsera = possible("Olsera");

        assertThat(olsera.variable("confirmFit", "shown").toString()).contains("FIT-43");
        olsera.complete("maya", "confirmFit", Map.of("fitDecision", "CONFIRM", "fitReason", "Worth a talk"));

        assertThat(candidates.get(olsera.code()).state()).isEqualTo("WAITING");
        assertThat(olsera.waitsAt("roundDecided")).isTrue();
        assertThat(olsera.timeline()).contains("Fit confirmed: goes to the round");
    }

    @Test
    void letsAManagerDeclineAPossibleCandidate() {
        var olsera = possible("Olsera");

        olsera.complete("maya", "confirmFit", Map.of("fitDecision", "DECLINE", "fitReason", "Too small"));

        assertThat(candidates.get(olsera.code()).state()).isEqualTo("DECLINED");
        assertThat(olsera.drawing("identify")).hasPassed("fitDeclined");
    }

    @Test
    void keepsNothingOfRefusedResearch() {
        var moka = candidate("Moka").only("identify");
        var tomorrow = LocalDate.now().plusDays(3).toString();
        var fields =
                with(strong(), "evidence", List.of(Map.of("criterion", "api", "source", "their site", "on", tomorrow)));

        refused(() -> moka.complete("sari", "researchCandidate", fields), "its date lies in the future");

        assertThat(researches.of(moka.code())).isEmpty();
        assertThat(moka.openTasks()).containsExactly("researchCandidate");
    }

    private CaseRun candidate(String name) {
        return CaseRun.of(house, name, PartnerType.POS, Model.WHITE_LABEL);
    }

    private CaseRun possible(String name) {
        var fields = with(with(with(with(strong(), "merchants", 6_000), "overlap", 30), "api", "READ"), "upsell", "NO");
        return candidate(name).only("identify").complete("sari", "researchCandidate", fields);
    }
}
