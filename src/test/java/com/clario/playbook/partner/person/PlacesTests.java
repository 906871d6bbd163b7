package com.clario.playbook.partner.person;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever adds a column people write in says whether a contact is to be taken out of it. */
@PlaybookTest
class PlacesTests {

    /** Long columns in which erasing looks for nobody, by the reason why. */
    private static final Map<String, Set<String>> NOBODY = Map.of(
            "erased by itself, not by looking for it",
            Set.of("contact.name", "contact.mail", "opt_out.address", "opt_out_link.address", "partner_import.content"),
            "of our own colleagues, kept by an administrator",
            Set.of("account.one_time_mark", "account_change.text", "account_change.who"),
            "a server, not a person",
            Set.of("node.name"),
            "a company, not a person",
            Set.of("partner.name", "partner.website"),
            "the colleague who did it or is asked to",
            Set.of(
                    "outreach.approved_by",
                    "programme_year.owner",
                    "research.done_by",
                    "review_action_reminder.sent_to",
                    "round.decided_by",
                    "rule_call_off.called_off_by",
                    "rule_change.decided_by",
                    "rule_change.submitted_by",
                    "rule_change_editor.person",
                    "rule_back_test.started_by",
                    "rule_challenger.ended_by",
                    "rule_challenger.started_by",
                    "rule_act.who",
                    "rule_draft.changed_by",
                    "rule_draft.started_by",
                    "rule_draft_save.person",
                    "rule_version.approved_by",
                    "rule_version.author",
                    "decision.decided_by",
                    "start_permit.who",
                    "timeline.who",
                    "touch.who"),
            "the programme's notes are about us and never change",
            Set.of(
                    "programme_version.gate_by",
                    "programme_version.gate_note",
                    "programme_version.priority",
                    "programme_version.who",
                    "programme_version.why"),
            "the rules, their facts and what they said: figures, choices and codes, and evidence that never changes",
            Set.of(
                    "decision.facts",
                    "decision.subject",
                    "decision.sums",
                    "decision_row.outputs",
                    "decision_row.reason",
                    "rule_call_off.why",
                    "rule_change.comment",
                    "rule_change.content",
                    "rule_change.reason",
                    "rule_back_test.error",
                    "rule_back_test.result",
                    "rule_challenger.content",
                    "rule_challenger.end_why",
                    "rule_challenger.why",
                    "rule_act.after",
                    "rule_act.before",
                    "rule_act.why",
                    "rule_draft.sheet",
                    "rule_version.cases",
                    "rule_version.reason",
                    "rule_version_table.csv",
                    "terms_version.collides_with",
                    "terms_version.pilot_reason"),
            "one of a few choices, or a number",
            Set.of("contract_review.clauses", "partner_fact.worth", "terms_version.base"),
            "the partner's own number of a merchant, reported by its system",
            Set.of("activity.customer"),
            "a link with a number in it",
            Set.of("outreach.opt_out_link"));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Texts texts;

    @Test
    void nameEveryColumnPeopleWriteIn() {
        var named = named();
        var excused = NOBODY.values().stream().flatMap(Set::stream).collect(toSet());

        assertThat(new Everywhere(jdbc).longTexts())
                .filteredOn(column -> !named.contains(column))
                .containsExactlyInAnyOrderElementsOf(excused);
        assertThat(named).doesNotContainAnyElementsOf(excused);
    }

    @Test
    void nameOnlyColumnsThatAreThere() {
        assertThat(new Everywhere(jdbc).ourTexts()).containsAll(named());
    }

    private Set<String> named() {
        return texts.places()
                .flatMap(place ->
                        place.texts().stream().map(column -> place.table().replace("playbook.", "") + "." + column))
                .collect(toSet());
    }
}
