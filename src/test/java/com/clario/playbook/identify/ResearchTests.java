package com.clario.playbook.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.identify.Research.Evidence;
import com.clario.playbook.partner.Criterion;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResearchTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void provesACriterionOnlyByEvidenceWithASource() {
        var research = research(
                30_000,
                new Evidence(Criterion.MERCHANTS, "annual report", TODAY, null),
                new Evidence(Criterion.API, " ", TODAY, null));

        var facts = research.facts(PartnerType.POS, Model.WHITE_LABEL);

        assertThat(facts.merchantsProven()).isTrue();
        assertThat(facts.apiProven()).isFalse();
        assertThat(facts.sponsorProven()).isFalse();
        assertThat(facts.merchants()).isEqualTo(30_000);
    }

    @Test
    void isFreshForNinetyDays() {
        assertThat(research(1).isFresh(TODAY.plusDays(90))).isTrue();
        assertThat(research(1).isFresh(TODAY.plusDays(91))).isFalse();
        assertThat(research(1).ageInDays(TODAY.plusDays(91))).isEqualTo(91);
    }

    @Test
    void refusesWhatCannotBe() {
        refused(() -> research(-1), "Merchants they reach");
        refused(() -> research(1, new Evidence(Criterion.API, "docs", TODAY.plusDays(1), null)), "in the future");
        refused(() -> new Evidence(null, "docs", TODAY, null), "choose the criterion");
        refused(() -> new Evidence(Criterion.API, "docs", null, null), "give the date");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, String words) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed).withMessageContaining(words);
    }

    private static Research research(int merchants, Evidence... evidence) {
        return new Research(
                "moka-1", TODAY, "Sari", merchants, 80, "FULL", true, true, false, false, false, List.of(evidence));
    }
}
