package com.clario.playbook.outreach;

import static com.clario.playbook.rules.table.Column.note;
import static com.clario.playbook.rules.table.Column.oneOf;
import static com.clario.playbook.rules.table.Column.points;
import static com.clario.playbook.rules.table.Column.verdict;
import static com.clario.playbook.rules.table.Column.yes;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stage 2 decides by rules: how to approach a partner. */
@Configuration(proxyBeanMethods = false)
class OutreachRules {

    @Bean
    RuleSet<ApproachFacts> approachRuleSet() {
        return RuleSet.of(
                "outreach/approach",
                "rules/2-outreach/approach",
                "How we approach a partner: introduced, by cold mail, or not at all",
                "When outreach to a selected candidate begins.",
                ApproachFacts.class,
                List.of(ApproachFacts.WARM, ApproachFacts.COLD, ApproachFacts.NONE),
                Table.firstOf(
                        "approach",
                        yes("mutualContact", "Mutual contact")
                                .said("there is a mutual contact", "there is no mutual contact"),
                        yes("contactHasMail", "Has a mail address")
                                .said("the contact has a mail address", "the contact has no mail address"),
                        yes("contactMayBeMailed", "May be mailed")
                                .said("the contact may be mailed", "the contact may not be mailed"),
                        verdict(ApproachFacts.WARM, ApproachFacts.COLD, ApproachFacts.NONE),
                        note()));
    }

    @Bean
    RuleSet<FollowUpFacts> followUpRuleSet() {
        return RuleSet.of(
                "outreach/follow-up",
                "rules/2-outreach/follow-up",
                "How often we write again, and how long we wait in silence",
                "When we begin to wait for an answer: after an introduction, or after our first mail.",
                FollowUpFacts.class,
                List.of(FollowUpFacts.PLANNED),
                Table.firstOf(
                        "follow-up",
                        oneOf("approach", "Approach", ApproachFacts.WARM, ApproachFacts.COLD),
                        oneOf("partnerType", "Partner type", "POS", "ACCOUNTING", "CHANNEL"),
                        points(FollowUpFacts.FOLLOW_UPS, "Follow-ups", 0, 3),
                        points(FollowUpFacts.DAYS_BETWEEN, "Days between", 1, 60),
                        points(FollowUpFacts.DAYS_OF_SILENCE, "Days of silence after the last", 1, 180),
                        verdict(FollowUpFacts.PLANNED),
                        note()));
    }
}
