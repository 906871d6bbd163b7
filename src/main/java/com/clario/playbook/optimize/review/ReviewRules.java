package com.clario.playbook.optimize.review;

import static com.clario.playbook.rules.table.Column.above;
import static com.clario.playbook.rules.table.Column.below;
import static com.clario.playbook.rules.table.Column.from;
import static com.clario.playbook.rules.table.Column.note;
import static com.clario.playbook.rules.table.Column.oneOf;
import static com.clario.playbook.rules.table.Column.verdict;
import static com.clario.playbook.rules.table.Column.yes;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the monthly review decides by rules: whether to expand, keep, adjust or end a partnership. */
@Configuration(proxyBeanMethods = false)
class ReviewRules {

    private static final String[] MODELS = {"RESELLER", "INTEGRATION", "WHITE_LABEL", "REFERRAL"};

    @Bean
    RuleSet<ReviewFacts> reviewRuleSet() {
        return RuleSet.of(
                "optimize/review",
                "rules/5-optimize/review",
                "What the monthly review recommends",
                "Before every monthly review of a live partnership.",
                ReviewFacts.class,
                List.of(ReviewFacts.EXPAND, ReviewFacts.KEEP, ReviewFacts.ADJUST, ReviewFacts.TERMINATE),
                Table.firstOf(
                        "review",
                        oneOf("model", "Model", MODELS),
                        from("monthsLive", "Months live from", 0, 1200)
                                .said("the partnership has been live for {} months"),
                        yes("monthOver", "Month is over").said("the month is over", "the month is not over"),
                        percentBelow("threeMonthsRevenuePercent", "Three months' revenue % of target below")
                                .said("the revenue of the last three months is {}% of its target"),
                        percentFrom("threeMonthsRevenuePercent", "Three months' revenue % of target from"),
                        percentBelow("revenuePercent", "Revenue % of target below")
                                .said("the revenue is {}% of its target"),
                        percentAbove("revenuePercent", "Revenue % of target above"),
                        percentFrom("revenueShare", "% of all our revenue from")
                                .said("the share of this partner in all our revenue is {}%"),
                        percentBelow("referralsPercent", "Referrals % of target below")
                                .said("referrals are {}% of their target"),
                        percentBelow("threeMonthsConnectedPercent", "Three months' connected % of target below")
                                .said("the customers connected in the last three months are {}% of their target"),
                        percentFrom("threeMonthsConnectedPercent", "Three months' connected % of target from"),
                        percentAbove("connectedPercent", "Connected % of target above")
                                .said("connected customers are {}% of their target"),
                        percentBelow("leadsPercent", "Leads % of target below").said("leads are {}% of their target"),
                        from("retentionMargin", "Retention, % points over direct from", "-100", "100", 0)
                                .said("retention, compared with direct customers, is {} percentage points"),
                        below("retentionMargin", "Retention, % points over direct below", "-100", "100", 0),
                        from("openComplaints", "Open complaints from", 0, 1000),
                        verdict(ReviewFacts.EXPAND, ReviewFacts.KEEP, ReviewFacts.ADJUST, ReviewFacts.TERMINATE),
                        note()));
    }

    private static Column percentFrom(String field, String label) {
        return from(field, label, "0", "100000", 2);
    }

    private static Column percentAbove(String field, String label) {
        return above(field, label, "0", "100000", 2);
    }

    private static Column percentBelow(String field, String label) {
        return below(field, label, "0", "100000", 2);
    }
}
