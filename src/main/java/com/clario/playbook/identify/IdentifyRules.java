package com.clario.playbook.identify;

import static com.clario.playbook.rules.table.Column.below;
import static com.clario.playbook.rules.table.Column.evidence;
import static com.clario.playbook.rules.table.Column.from;
import static com.clario.playbook.rules.table.Column.note;
import static com.clario.playbook.rules.table.Column.oneOf;
import static com.clario.playbook.rules.table.Column.points;
import static com.clario.playbook.rules.table.Column.rowsFrom;
import static com.clario.playbook.rules.table.Column.sumFrom;
import static com.clario.playbook.rules.table.Column.verdict;
import static com.clario.playbook.rules.table.Column.yes;

import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.table.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stage 1 decides by rules: how well a candidate fits, and who comes first. */
@Configuration(proxyBeanMethods = false)
class IdentifyRules {

    private static final int MOST_MERCHANTS = 100_000_000;
    private static final int MOST_LEADS = 1_000_000;
    private static final String[] PARTNER_TYPES = {"POS", "ACCOUNTING", "CHANNEL"};
    private static final String[] MODELS = {"RESELLER", "INTEGRATION", "WHITE_LABEL", "REFERRAL"};

    @Bean
    RuleSet<FitFacts> fitRuleSet() {
        return RuleSet.of(
                "identify/fit",
                "rules/1-identify/fit",
                "How well a candidate fits us, and we them",
                "When the research on a candidate is handed in, and again when its facts change.",
                FitFacts.class,
                List.of(FitFacts.STRONG, FitFacts.POSSIBLE, FitFacts.POOR),
                fitPoints(),
                Table.allOf(
                                "vetoes",
                                yes("competitor", "Competitor")
                                        .said("the candidate is a competitor", "the candidate is no competitor"),
                                yes("troubled", "In trouble")
                                        .said("the candidate is in trouble", "the candidate is not in trouble"),
                                note())
                        .saying("a veto"),
                fitVerdict());
    }

    private static Table fitPoints() {
        return Table.allOf(
                "points",
                oneOf("partnerType", "Partner type", PARTNER_TYPES),
                oneOf("model", "Model", MODELS),
                from("merchants", "Merchants from", 0, MOST_MERCHANTS),
                below("merchants", "Merchants below", 0, MOST_MERCHANTS),
                from("overlap", "F&B % from", 0, 100).said("the share of their customers in F&B is {}%"),
                below("overlap", "F&B % below", 0, 101),
                oneOf("api", "API", "NONE", "READ", "FULL"),
                yes("analyticsGap", "Lacks analytics")
                        .said("their customers lack analytics", "their customers do not lack analytics"),
                yes("upsell", "Could sell it on").said("they could sell it on", "they could not sell it on"),
                yes("sponsor", "Has a sponsor").said("there is a sponsor", "there is no sponsor"),
                from("leads", "Leads a month from", 0, MOST_LEADS),
                below("leads", "Leads a month below", 0, MOST_LEADS),
                yes("trusted", "Clients follow the advice")
                        .said("their clients follow the advice", "their clients do not follow the advice"),
                evidence(
                        "Rests on",
                        "MERCHANTS",
                        "OVERLAP",
                        "API",
                        "ANALYTICS_GAP",
                        "UPSELL",
                        "SPONSOR",
                        "LEADS",
                        "TRUST"),
                points(FitFacts.US, "Points for us", -100, 100),
                points(FitFacts.THEM, "Points for them", -100, 100),
                note());
    }

    private static Table fitVerdict() {
        return Table.firstOf(
                "verdict",
                rowsFrom("vetoes", "Vetoes from").said("veto", "vetoes"),
                rowsFrom("points", "Rows with points from").said("row with points", "rows with points"),
                sumFrom(FitFacts.US, "Points for us from", -1000, 1000),
                sumFrom(FitFacts.THEM, "Points for them from", -1000, 1000),
                verdict(FitFacts.STRONG, FitFacts.POSSIBLE, FitFacts.POOR),
                note());
    }

    @Bean
    RuleSet<PriorityFacts> priorityRuleSet() {
        return RuleSet.of(
                "identify/prioritisation",
                "rules/1-identify/prioritisation",
                "Which of the waiting candidates comes first",
                "When a round is started, for every candidate that waits, and on the candidates page as a preview.",
                PriorityFacts.class,
                List.of(PriorityFacts.RANKED, PriorityFacts.RESEARCH_AGAIN),
                priorityPoints(),
                Table.firstOf(
                        "verdict",
                        from("researchAgeDays", "Research days old from", 0, 3650)
                                .said("the research is {} days old"),
                        rowsFrom("points", "Rows with points from").said("row with points", "rows with points"),
                        verdict(PriorityFacts.RANKED, PriorityFacts.RESEARCH_AGAIN),
                        note()));
    }

    private static Table priorityPoints() {
        return Table.allOf(
                "points",
                oneOf("partnerType", "Partner type", PARTNER_TYPES),
                oneOf("model", "Model", MODELS),
                oneOf("fit", "Fit", FitFacts.STRONG, FitFacts.POSSIBLE),
                from("valueToUs", "Value to us from", -1000, 1000),
                below("valueToUs", "Value to us below", -1000, 1000),
                from("valueToThem", "Value to them from", -1000, 1000),
                below("valueToThem", "Value to them below", -1000, 1000),
                from("samePartnerTypeActive", "Same type active from", 0, 1000)
                        .said("the number of active partnerships of the same type is {}"),
                below("samePartnerTypeActive", "Same type active below", 0, 1000),
                yes("mutualContact", "Mutual contact").said("there is a mutual contact", "there is no mutual contact"),
                from("researchAgeDays", "Research days old from", 0, 3650).said("the research is {} days old"),
                below("researchAgeDays", "Research days old below", 0, 3650),
                points(PriorityFacts.RANK, "Points", -100, 100),
                note());
    }
}
