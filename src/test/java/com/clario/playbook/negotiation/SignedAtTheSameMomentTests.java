package com.clario.playbook.negotiation;

import static com.clario.playbook.AtTheSameMoment.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.PostgresDatabase;
import com.clario.playbook.access.People;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.PartnershipSteps;
import com.clario.playbook.partnership.Partnerships;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Two signatures at once, on the database of production. */
@PlaybookTest
@ContextConfiguration(initializers = PostgresDatabase.class)
class SignedAtTheSameMomentTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    TermsVersions versions;

    @Autowired
    NegotiationSteps steps;

    @Autowired
    Partnerships partnerships;

    @Autowired
    PartnershipSteps partnershipSteps;

    @Autowired
    People people;

    @Autowired
    BusinessDays days;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void endEverything() {
        partnerships.open().forEach(one -> partnershipSteps.close(one.code(), "notAgreed"));
    }

    @RepeatedTest(3)
    void countsOneOfTwoSignaturesOfTheSameTerms() throws Exception {
        var moka = Deal.withMoka(house, "negotiation").readyToSign().upload();

        var outcomes = together(() -> sign("sari", moka), () -> sign("budi", moka));

        assertThat(outcomes).containsExactlyInAnyOrder("done", "Version 1 is signed already.");
        assertThat(moka.run.timeline())
                .filteredOn(line -> line.startsWith("Version 1 signed by"))
                .hasSize(1);
    }

    @RepeatedTest(3)
    void keepsTwoExclusivePartnersOfATypeApart() throws Exception {
        var jurnal = exclusive("Jurnal");
        var zahir = exclusive("Zahir");

        var outcomes = together(() -> sign("sari", jurnal), () -> sign("budi", zahir));

        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.equals("done"))
                .singleElement()
                .asString()
                .contains("exclusivity stands between it and the terms signed meanwhile with");
        assertThat(Stream.of(jurnal, zahir)
                        .filter(deal -> versions.signed(deal.code()).isPresent()))
                .hasSize(1);
    }

    @RepeatedTest(3)
    void givesAModelToOneOfTwoPartnerships() throws Exception {
        var moka = Deal.withMoka(house, "negotiation");
        var second = partnerships
                .start(moka.run.partner(), Model.INTEGRATION, "sari", "Beside the first")
                .code();

        var outcomes = together(() -> change(moka.code()), () -> change(second));

        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes).anyMatch(outcome -> outcome.startsWith("Moka already has an open Reseller partnership"));
        assertThat(partnerships.of(moka.run.partner()))
                .filteredOn(one -> one.model() == Model.RESELLER)
                .hasSize(1);
    }

    @Test
    void keepsTheStartedPilotAsItWasPlanned() {
        var moka = Deal.withMoka(house, "negotiation").readyToSign();

        for (var change : List.of(
                "update playbook.pilot set target_active_percent = 1 where partnership = ?",
                "update playbook.pilot set failure_criteria = 'None' where partnership = ?",
                "delete from playbook.pilot_customer where partnership = ?",
                "insert into playbook.pilot_customer (partnership, place, name) values (?, 99, 'A friend')",
                "update playbook.pilot_letter set reviewed_by = 'sari' where partnership = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(moka.code()).update())
                    .hasMessageMatching("(?s).*never changes?.*");
        }
    }

    private Deal exclusive(String name) {
        return Deal.withAccountant(house, name, "negotiation")
                .propose("sari", Map.of("partnerShare", "15", "exclusive", "YES"))
                .grant()
                .approve()
                .pilot(10)
                .signOff("SIGN_OFF")
                .upload();
    }

    private Object sign(String person, Deal deal) {
        return people.actAs(
                person,
                () -> steps.recordSignature(
                        deal.code(), "SIGNED", "Rina", "Andi", days.today().toString(), null));
    }

    private Object change(String code) {
        partnerships.changeModel(code, Model.RESELLER);
        return code;
    }
}
