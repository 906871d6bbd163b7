package com.clario.playbook.optimize;

import static com.clario.playbook.rules.table.Column.above;
import static com.clario.playbook.rules.table.Column.below;
import static com.clario.playbook.rules.table.Column.from;
import static com.clario.playbook.rules.table.Column.note;
import static com.clario.playbook.rules.table.Column.verdict;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stage 5 decides by rules: whether to expand, keep, adjust or end a partnership. */
@Configuration(proxyBeanMethods = false)
class OptimizeRules {

    @Bean
    RuleSet<ReviewFacts> reviewRuleSet() {
        return RuleSet.of(
                "optimize/review",
                "rules/5-optimize/review",
                "What the monthly review recommends",
                ReviewFacts.class,
                List.of(ReviewFacts.EXPAND, ReviewFacts.KEEP, ReviewFacts.ADJUST, ReviewFacts.TERMINATE),
                Table.firstOf(
                        "review",
                        from("monthsLive", "Months live from", 0, 1200),
                        from("revenuePercent", "Revenue % of target from", "0", "100000", 2),
                        above("revenuePercent", "Revenue % of target above", "0", "100000", 2),
                        below("revenuePercent", "Revenue % of target below", "0", "100000", 2),
                        below("referralsPercent", "Referrals % of target below", "0", "100000", 2),
                        from("retentionMargin", "Retention, % points over direct from", -100, 100),
                        below("retentionMargin", "Retention, % points over direct below", -100, 100),
                        from("openComplaints", "Open complaints from", 0, 1000),
                        verdict(ReviewFacts.EXPAND, ReviewFacts.KEEP, ReviewFacts.ADJUST, ReviewFacts.TERMINATE),
                        note()));
    }
}
