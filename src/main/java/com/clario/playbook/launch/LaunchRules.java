package com.clario.playbook.launch;

import static com.clario.playbook.rules.table.Column.note;
import static com.clario.playbook.rules.table.Column.oneOf;
import static com.clario.playbook.rules.table.Column.rowsBelow;
import static com.clario.playbook.rules.table.Column.rowsFrom;
import static com.clario.playbook.rules.table.Column.verdict;
import static com.clario.playbook.rules.table.Column.yes;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stage 4 decides by rules: whether everything is in place to go live. */
@Configuration(proxyBeanMethods = false)
class LaunchRules {

    private static final String[] MODELS = {"RESELLER", "INTEGRATION", "WHITE_LABEL", "REFERRAL"};
    private static final String[] TYPES = {"POS", "ACCOUNTING", "CHANNEL"};

    @Bean
    RuleSet<ReadinessFacts> readinessRuleSet() {
        return RuleSet.of(
                "launch/readiness",
                "rules/4-launch/readiness",
                "Whether a partnership is ready to go live, and what is missing",
                "When the preparations of a launch are done, and again after gaps were closed.",
                ReadinessFacts.class,
                List.of(ReadinessFacts.READY, ReadinessFacts.NOT_READY),
                Table.allOf(
                                "missing",
                                oneOf("model", "Model", MODELS),
                                oneOf("partnerType", "Partner type", TYPES),
                                yes("signed", "Signed").said("the terms are signed", "the terms are not signed"),
                                yes("announced", "Announced")
                                        .said("the announcement is agreed", "the announcement is not agreed"),
                                yes("partnerTrained", "Partner trained")
                                        .said("the partner is trained", "the partner is not trained"),
                                yes("brandApproved", "Brand approved")
                                        .said("the brand is approved", "the brand is not approved"),
                                yes("keyIssued", "API key issued").said("an API key is issued", "no API key is issued"),
                                yes("integrationTested", "Integration tested")
                                        .said("the integration is tested", "the integration is not tested"),
                                yes("referralCodeIssued", "Referral code issued")
                                        .said("a referral code is issued", "no referral code is issued"),
                                yes("supportContacts", "Support contacts named")
                                        .said("support contacts are named", "no support contacts are named"),
                                note())
                        .saying("a missing piece"),
                Table.firstOf(
                        "verdict",
                        oneOf("model", "Model", MODELS),
                        rowsFrom("missing", "Missing from").said("missing piece", "missing pieces"),
                        rowsBelow("missing", "Missing below"),
                        verdict(ReadinessFacts.READY, ReadinessFacts.NOT_READY),
                        note()));
    }
}
