package com.clario.playbook.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partnership.Partnership.ModelChanged;
import com.clario.playbook.partnership.PartnershipSteps;
import com.clario.playbook.partnership.Partnerships;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** What a signature changes, and what was signed elsewhere meanwhile. */
@PlaybookTest
@Import(SignatureTests.News.class)
class SignatureTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    TermsVersions versions;

    @Autowired
    Partnerships partnerships;

    @Autowired
    PartnershipSteps partnershipSteps;

    @Autowired
    News news;

    @AfterEach
    void endEverything() {
        partnerships.open().forEach(one -> partnershipSteps.close(one.code(), "notAgreed"));
    }

    @Test
    void changesTheModelInTheFirstNegotiation() {
        var moka = Deal.withMoka(house, "negotiation");
        assertThat(String.valueOf(moka.run.variable("proposeTerms", "models")))
                .contains("RESELLER", "INTEGRATION", "WHITE_LABEL")
                .doesNotContain("REFERRAL");
        assertThat(moka.run.variable("proposeTerms", "model")).isEqualTo("WHITE_LABEL");
        moka.propose("sari", Map.of("model", "RESELLER", "partnerShare", "40"));

        assertThat(versions.latest(moka.code()).orElseThrow().terms().model()).isEqualTo(Model.RESELLER);
        assertThat(partnerships.get(moka.code()).model()).isEqualTo(Model.WHITE_LABEL);
        moka.toTheEnd();

        assertThat(partnerships.get(moka.code()).model()).isEqualTo(Model.RESELLER);
        assertThat(moka.run.timeline()).contains("Model changed from White-label to Reseller");
        assertThat(news.heard).containsExactly(new ModelChanged(moka.code(), Model.WHITE_LABEL, Model.RESELLER));
        assertThat(partnerships.start(moka.run.partner(), Model.WHITE_LABEL, "sari", "The old model is free again"))
                .isNotNull();
    }

    @Test
    void refusesAModelThatIsTakenOrNotForThePartner() {
        var moka = Deal.withMoka(house, "contract");
        var second = partnerships
                .start(moka.run.partner(), Model.RESELLER, "sari", "Beside the first")
                .code();

        refuses(
                () -> moka.propose("sari", Map.of("model", "RESELLER", "partnerShare", "40")),
                "Moka already has an open Reseller partnership: " + second
                        + ". Go on with that one, or choose another model.");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> moka.propose("sari", Map.of("model", "REFERRAL", "collects", "US")));
        assertThat(versions.latest(moka.code())).isEmpty();
    }

    @Test
    void refusesAModelThatWasTakenMeanwhile() {
        var moka = Deal.withMoka(house, "negotiation")
                .propose("sari", Map.of("model", "RESELLER", "partnerShare", "40"))
                .approve()
                .pilot(10)
                .signOff("SIGN_OFF")
                .upload();
        partnerships.start(moka.run.partner(), Model.RESELLER, "sari", "Beside the first");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> moka.sign(Map.of()))
                .withMessageContaining("already has an open Reseller partnership");
        assertThat(versions.signed(moka.code())).isEmpty();
        assertThat(partnerships.get(moka.code()).model()).isEqualTo(Model.WHITE_LABEL);
    }

    @Test
    void looksAtExclusivityOnceMore() {
        var zahir = Deal.withAccountant(house, "Zahir", "negotiation").propose("sari", Map.of("partnerShare", "15"));
        assertThat(versions.latest(zahir.code()).orElseThrow().status()).isEqualTo(Status.WITHIN_POLICY);
        var jurnal = Deal.withAccountant(house, "Jurnal", "negotiation")
                .propose("sari", Map.of("partnerShare", "15", "exclusive", "YES"))
                .grant()
                .toTheEnd();

        assertThat(String.valueOf(zahir.run.variable("reviewContract", "standard")))
                .isNotNull();
        zahir.approve().pilot(10).signOff("SIGN_OFF").upload();
        assertThat(String.valueOf(zahir.run.variable("signContract", "shown")))
                .contains("Exclusivity now collides with", "Jurnal");
        refuses(
                () -> zahir.sign(Map.of()),
                "Version 1 of the terms cannot be signed: exclusivity stands between it and the terms signed meanwhile"
                        + " with Jurnal (" + jurnal.code()
                        + "). Choose “Back to the terms”, so that a manager decides.");

        zahir.sign(Map.of("signatureDecision", "AGAIN", "signatureNote", "Jurnal is exclusive now"));
        assertThat(String.valueOf(zahir.run.variable("proposeTerms", "shown"))).contains("Jurnal is exclusive now");
        zahir.propose("sari", Map.of("partnerShare", "15")).grant().approve();
        assertThat(zahir.run.openTasks()).containsExactly("signContract");
        zahir.upload().sign(Map.of());
        assertThat(versions.signed(zahir.code()).orElseThrow().number()).isEqualTo(2);
        assertThat(zahir.run.timeline()).contains("No second pilot: the first one is signed off");
    }

    @Test
    void goesBackToTheTermsOnlyWithANote() {
        var moka = Deal.withMoka(house, "negotiation").readyToSign();

        refuses(() -> moka.sign(Map.of("signatureDecision", "AGAIN")), "Note: say what has to be negotiated again.");
        moka.sign(Map.of("signatureDecision", "AGAIN", "signatureNote", "They want 65 %"));

        var returned = versions.latest(moka.code()).orElseThrow();
        assertThat(returned.status()).isEqualTo(Status.NOT_SIGNED);
        assertThat(returned.returned().why()).isEqualTo("They want 65 %");
        assertThat(moka.run.openTasks()).containsExactly("proposeTerms");
        moka.propose("sari", Map.of("partnerShare", "65"));
        assertThat(String.valueOf(moka.run.variable("reviewContract", "shown")))
                .contains("\"before\":\"70 %, Rp 140.000 per month\"", "\"after\":\"65 %, Rp 130.000 per month\"");
    }

    @Test
    void readsSensiblyWhereAnIntegrationSharesNoRevenue() {
        var zahir = Deal.withAccountant(house, "Zahir", "negotiation");
        var nothing = new HashMap<String, Object>(Map.of("partnerShare", "0", "collects", "US"));
        nothing.put("price", null);
        zahir.propose("sari", nothing);

        assertThat(String.valueOf(zahir.run.variable("reviewContract", "shown")))
                .contains("Exchange of data by API and co-marketing", "None: each side charges for its own product")
                .doesNotContain("Rp 0");
        zahir.toTheEnd();
        assertThat(versions.signed(zahir.code()).orElseThrow().terms().sharesRevenue())
                .isFalse();
    }

    private static void refuses(Runnable deed, String sentence) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(deed::run).withMessage(sentence);
    }

    /** Hears of models that change. */
    @TestConfiguration
    static class News {

        final List<ModelChanged> heard = new ArrayList<>();

        @EventListener
        void on(ModelChanged change) {
            heard.add(change);
        }
    }
}
