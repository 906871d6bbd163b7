package com.clario.playbook.negotiation;

import static com.clario.playbook.rules.table.Column.above;
import static com.clario.playbook.rules.table.Column.answer;
import static com.clario.playbook.rules.table.Column.below;
import static com.clario.playbook.rules.table.Column.from;
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

/** What stage 3 decides by rules: which terms need an exception, and whether a pilot must come first. */
@Configuration(proxyBeanMethods = false)
class NegotiationRules {

    private static final String[] MODELS = {"RESELLER", "INTEGRATION", "WHITE_LABEL", "REFERRAL"};

    @Bean
    RuleSet<TermsFacts> termsRuleSet() {
        return RuleSet.of(
                "negotiation/terms",
                "rules/3-negotiation/terms",
                "Which of the proposed terms need an exception",
                "Whenever terms are proposed, before a contract is drafted from them.",
                TermsFacts.class,
                List.of(TermsFacts.STANDARD, TermsFacts.EXCEPTION),
                exceptions(),
                Table.firstOf(
                        "verdict",
                        oneOf("model", "Model", MODELS),
                        rowsFrom("exceptions", "Exceptions from").said("exception", "exceptions"),
                        rowsBelow("exceptions", "Exceptions below"),
                        verdict(TermsFacts.STANDARD, TermsFacts.EXCEPTION),
                        note()),
                Table.firstOf(
                        "pilot-policy",
                        oneOf("model", "Model", MODELS),
                        yes("standardTerms", "Standard terms")
                                .said("the terms are our standard terms", "the terms are not our standard terms"),
                        rowsFrom("exceptions", "Exceptions from").said("exception", "exceptions"),
                        rowsBelow("exceptions", "Exceptions below"),
                        answer(TermsFacts.PILOT_REQUIRED, "Pilot required")
                                .said("a pilot is required", "no pilot is required"),
                        note()));
    }

    private static Table exceptions() {
        return Table.allOf(
                        "exceptions",
                        oneOf("model", "Model", MODELS),
                        below("partnerShare", "Partner's share % below", "0", "100", 2)
                                .said("the partner's share is {}%"),
                        above("partnerShare", "Partner's share % above", "0", "100", 2),
                        yes("exclusive", "Exclusive").said("the terms are exclusive", "the terms are not exclusive"),
                        yes("exclusivityCollides", "Exclusivity collides")
                                .said(
                                        "the exclusivity collides with other terms",
                                        "the exclusivity collides with no other terms"),
                        below("durationMonths", "Months below", 0, 1200).said("the duration is {} months"),
                        from("durationMonths", "Months from", 0, 1200),
                        below("noticeDays", "Notice days below", 0, 3650).said("the notice is {} days"),
                        from("noticeDays", "Notice days from", 0, 3650),
                        below("supportResponseHours", "Support hours below", 0, 8760)
                                .said("the time to answer a support call is {} hours"),
                        yes("pilotClause", "Pilot clause").said("there is a pilot clause", "there is no pilot clause"),
                        yes("standardTerms", "Standard terms")
                                .said("the terms are our standard terms", "the terms are not our standard terms"),
                        note())
                .saying("an exception");
    }
}
