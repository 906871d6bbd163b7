package com.clario.playbook.optimize.renewal;

import static com.clario.playbook.rules.table.Column.below;
import static com.clario.playbook.rules.table.Column.from;
import static com.clario.playbook.rules.table.Column.note;
import static com.clario.playbook.rules.table.Column.oneOf;
import static com.clario.playbook.rules.table.Column.verdict;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rules advise when terms come to an end; a manager decides. */
@Configuration(proxyBeanMethods = false)
class RenewalRules {

    @Bean
    RuleSet<RenewalFacts> renewalRuleSet() {
        return RuleSet.of(
                "optimize/renewal",
                "rules/5-optimize/renewal",
                "Whether the terms should go on",
                "Thirty days before the last day on which a contract can be ended.",
                RenewalFacts.class,
                List.of(RenewalFacts.RENEW, RenewalFacts.CHANGE, RenewalFacts.END),
                Table.firstOf(
                        "renewal",
                        oneOf("model", "Model", "RESELLER", "INTEGRATION", "WHITE_LABEL", "REFERRAL"),
                        from("reviews", "Reviews held from", 0, 1200).said("the number of reviews held is {}"),
                        from("adjustVerdicts", "Reviews asking for other terms from", 0, 1200)
                                .said("the number of reviews asking for other terms is {}"),
                        below("reachedPercent", "Three months' % of target below", "0", "100000", 2)
                                .said("the last three months reached {}% of their target"),
                        from("reachedPercent", "Three months' % of target from", "0", "100000", 2),
                        below("retentionMargin", "Retention, % points over direct below", "-100", "100", 0)
                                .said("retention, compared with direct customers, is {} percentage points"),
                        verdict(RenewalFacts.RENEW, RenewalFacts.CHANGE, RenewalFacts.END),
                        note()));
    }
}
