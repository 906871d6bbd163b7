package com.clario.playbook.identify.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.identify.research.Research.Evidence;
import com.clario.playbook.partner.Criterion;
import com.clario.playbook.partner.Fact;
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
    void growsOlderByTheDay() {
        assertThat(research(1).ageInDays(TODAY.plusDays(91))).isEqualTo(91);
        assertThat(research(1).ageInDays(TODAY.minusDays(1))).isZero();
    }

    @Test
    void saysWhereAFactComesFromAndHowOldItIs() {
        assertThat(Research.inWords(
                        new Fact("moka", "merchants", "30000", "Playbook", TODAY, null), TODAY.plusDays(22)))
                .isEqualTo("30,000 (Playbook, 23 Nov 2026, 22 days old)");
        assertThat(Research.inWords(new Fact("moka", "api", "FULL", null, null, null), TODAY))
                .isEqualTo("Full (no source yet, so it is not proven)");
    }

    @Test
    void supposesWhatIsStillToBeFoundOut() {
        var research = research(1);

        assertThat(research.improvable(Criterion.SPONSOR)).isTrue();
        assertThat(research.improvable(Criterion.API)).isFalse();
        assertThat(research.supposing(List.of(Criterion.SPONSOR)).sponsor()).isTrue();
        assertThat(research.supposing(List.of(Criterion.SPONSOR)).proven(Criterion.SPONSOR))
                .isTrue();
        assertThat(research.supposing(List.of(Criterion.API)).api()).isEqualTo("FULL");
        assertThat(research.supposing(List.of(Criterion.API)).proven(Criterion.API))
                .isTrue();
        assertThat(research.proven(Criterion.API)).isFalse();
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
                "moka-1",
                TODAY,
                "Sari",
                merchants,
                80,
                "FULL",
                true,
                true,
                false,
                0,
                false,
                false,
                false,
                List.of(evidence));
    }
}
