package com.clario.playbook.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.partner.Model;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTests {

    @Test
    void readLikeTheSampleOfThePlaybook() {
        assertThat(terms(Model.WHITE_LABEL, Map.of()).lines())
                .containsEntry("Product", "Moka Analytics powered by Clario")
                .containsEntry("Price for the customer", "Rp 200.000 per month")
                .containsEntry("Partner's share", "70 %, Rp 140.000 per month")
                .containsEntry("Our share", "30 %, Rp 60.000 per month");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WHITE_LABEL | product        |        | Product name: fill it in.",
                "WHITE_LABEL | collects       | THEM   | Who collects: choose the partner or us.",
                "REFERRAL    | collects       | PARTNER| Who collects: a referred customer pays us",
                "RESELLER    | collects       | US     | Who collects: a reseller's customer pays the reseller",
                "WHITE_LABEL | collects       | US     | Who collects: a white-label customer pays the brand it knows",
                "INTEGRATION | price          | 0      | Price: enter 1 to 1,000,000,000 rupiah.",
                "WHITE_LABEL | partnerShare   | 100.01 | Partner's share: enter 0 to 100 %",
                "WHITE_LABEL | partnerShare   | -1     | Partner's share: enter 0 to 100 %",
                "WHITE_LABEL | partnerShare   | 70.005 | Partner's share: two decimals are enough.",
                "WHITE_LABEL | partnerShare   | much   | Partner's share: enter a number",
                "WHITE_LABEL | partnerShare   | 7e1    | Partner's share: enter a number",
                "WHITE_LABEL | partnerShare   | 0e-999999999 | Partner's share: enter a number",
                "WHITE_LABEL | partnerShare   | 1e999999999  | Partner's share: enter a number",
                "WHITE_LABEL | price          | 0      | Price: enter 1 to 1,000,000,000 rupiah.",
                "WHITE_LABEL | exclusive      | MAYBE  | Exclusive: choose yes or no.",
                "WHITE_LABEL | supportHours   | 721    | Answer within: enter 1 to 720 hours.",
                "WHITE_LABEL | durationMonths | 121    | Duration: enter 1 to 120 months.",
                "WHITE_LABEL | noticeDays     | 0      | Notice: enter 1 to 365 days."
            })
    void refuseWhatCannotBeAgreed(Model model, String field, String answer, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> terms(model, Map.of(field, answer == null ? "" : answer)))
                .withMessageStartingWith(sentence);
    }

    @Test
    void sayInOneMonthWhoOwesWhom() {
        assertThat(terms(Model.WHITE_LABEL, Map.of()).lines("Moka"))
                .containsEntry("Who collects", "Moka, and owes us our share")
                .containsEntry(
                        "In one month",
                        "Rp 200.000 collected by Moka: Rp 140.000 stays with Moka, Moka owes us Rp 60.000");
        assertThat(terms(Model.REFERRAL, Map.of("collects", "US", "partnerShare", "15"))
                        .lines("Boga"))
                .containsEntry("Who collects", "We, and owe Boga the commission")
                .containsEntry("Partner's commission", "15 %, Rp 30.000 per month")
                .containsEntry(
                        "In one month", "Rp 200.000 collected by us: Rp 170.000 stays with us, we owe Boga Rp 30.000");
    }

    @Test
    void nameDutiesInsteadOfASplitWhereNoRevenueIsShared() {
        var integration = terms(Model.INTEGRATION, Map.of("collects", "US", "partnerShare", "0", "price", "0"));

        assertThat(integration.sharesRevenue()).isFalse();
        assertThat(integration.lines("Zahir"))
                .containsEntry("Price for the customer", "None: each side charges for its own product")
                .containsEntry("Revenue share", "None: each side keeps what its own customers pay")
                .containsEntry("Duties instead", "Exchange of data by API and co-marketing, on both sides")
                .doesNotContainKeys("Who collects", "Our share", "In one month", "Shares are of");
    }

    @Test
    void startFromATemplateWithoutShareAndPrice() {
        var template = Terms.template(Model.WHITE_LABEL, "Moka", "Clario", "Clario support");

        assertThat(template.product()).isEqualTo("Moka Analytics powered by Clario");
        assertThat(template.collects()).isEqualTo(Terms.PARTNER);
        assertThat(template.partnerShare()).isNull();
        assertThat(template.price()).isNull();
        assertThat(Terms.template(Model.REFERRAL, "Boga", "Clario", "Clario support")
                        .collects())
                .isEqualTo(Terms.US);
    }

    @Test
    void keepTheTemplateWhateverShareAndPriceAre() {
        var template = Terms.template(Model.WHITE_LABEL, "Moka", "Clario", "Clario support");

        assertThat(terms(Model.WHITE_LABEL, Map.of()).keeps(template)).isTrue();
        assertThat(terms(Model.WHITE_LABEL, Map.of("noticeDays", "90")).keeps(template))
                .isFalse();
        assertThat(terms(Model.WHITE_LABEL, Map.of("product", "Another name")).keeps(template))
                .isFalse();
    }

    @Test
    void areCountedInRupiah() {
        assertThat(terms(Model.WHITE_LABEL, Map.of()).price()).isEqualTo(Amounts.rupiah(200_000));
    }

    private static Terms terms(Model model, Map<String, String> changed) {
        return Terms.proposed(
                model,
                changed.getOrDefault("product", "Moka Analytics powered by Clario"),
                changed.getOrDefault("collects", "PARTNER"),
                changed.getOrDefault("partnerShare", "70"),
                Integer.valueOf(changed.getOrDefault("price", "200000")),
                changed.getOrDefault("exclusive", "NO"),
                "Clario support",
                Integer.valueOf(changed.getOrDefault("supportHours", "24")),
                Integer.valueOf(changed.getOrDefault("durationMonths", "12")),
                Integer.valueOf(changed.getOrDefault("noticeDays", "60")),
                "YES");
    }
}
