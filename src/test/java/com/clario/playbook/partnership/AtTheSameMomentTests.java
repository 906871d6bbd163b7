package com.clario.playbook.partnership;

import static com.clario.playbook.AtTheSameMoment.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.PostgresDatabase;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** Two people do the same to one partner at once, on the database of production. */
@PlaybookTest
@ContextConfiguration(initializers = PostgresDatabase.class)
class AtTheSameMomentTests {

    @Autowired
    Partners partners;

    @Autowired
    Partnerships partnerships;

    @RepeatedTest(5)
    void startsTwoModelsOfOnePartner(RepetitionInfo time) throws Exception {
        var partner = partner("both" + time.getCurrentRepetition());

        var outcomes = together(
                () -> partnerships.start(partner, Model.WHITE_LABEL, "sari", "One"),
                () -> partnerships.start(partner, Model.RESELLER, "budi", "Other"));

        assertThat(outcomes).containsOnly("done");
        assertThat(partnerships.of(partner))
                .extracting(Partnership::code)
                .containsExactly(partner + "-1", partner + "-2");
    }

    @RepeatedTest(5)
    void tellsTheSecondPersonWhichPartnershipIsOpen(RepetitionInfo time) throws Exception {
        var partner = partner("same" + time.getCurrentRepetition());

        var outcomes = together(
                () -> partnerships.start(partner, Model.RESELLER, "sari", "One"),
                () -> partnerships.start(partner, Model.RESELLER, "budi", "Other"));

        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        "done",
                        "Moka already has an open Reseller partnership: " + partner
                                + "-1. Go on with that one, or choose another model.");
    }

    @RepeatedTest(5)
    void keepsOneOfTwoWordsOnACriterion(RepetitionInfo time) throws Exception {
        var partner = partner("fact" + time.getCurrentRepetition());

        var outcomes = together(
                () -> know(new Fact(partner, "merchants", "30000", "Annual report", null, null)),
                () -> know(new Fact(partner, "merchants", "20000", "A talk", null, null)));

        assertThat(outcomes).containsOnly("done");
        assertThat(partners.facts(partner)).hasSize(1);
    }

    private Object know(Fact fact) {
        partners.know(fact);
        return fact;
    }

    private String partner(String code) {
        partners.add(new Partner(code, "Moka", PartnerType.POS, "", "", "a", "b", false));
        return code;
    }
}
