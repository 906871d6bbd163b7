package com.clario.playbook.rules.desk;

import static com.clario.playbook.rules.desk.DraftPage.FIT;
import static com.clario.playbook.rules.desk.DraftPage.REASON;
import static com.clario.playbook.rules.desk.DraftPage.opened;
import static com.clario.playbook.rules.desk.DraftPage.put;
import static com.clario.playbook.rules.desk.DraftPage.sheet;
import static com.clario.playbook.rules.desk.DraftPage.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** What the page of submission says of moments nobody can mean, and of drafts nobody could approve. */
@TestPropertySource(properties = "playbook.test=submit over http")
class SubmitOverHttpTests extends AtTheDraft {

    private static final String NOBODY = "No manager is left who could approve this";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-12-24T09:00              | choose a moment to come, or leave it empty for at once.",
                "2000-01-01                    | choose a moment to come, or leave it empty for at once.",
                " 2001-02-03T04:05:06.7        | choose a moment to come, or leave it empty for at once.",
                "1999-12-31T23:59              | choose a day from 2000 to 2100.",
                "2101-01-01T00:00              | choose a day from 2000 to 2100.",
                "-0001-01-01T00:00             | choose a day from 2000 to 2100.",
                "+999999999-12-31T23:59        | choose a day from 2000 to 2100.",
                "-999999999-01-01T00:00        | choose a day from 2000 to 2100.",
                "2099-02-30T09:00              | 2099-02-30T09:00 is not a date and time.",
                "2099-13-01                    | 2099-13-01 is not a date and time.",
                "2099-01-01T25:00              | 2099-01-01T25:00 is not a date and time.",
                "2099-01-01T09:00Z             | 2099-01-01T09:00Z is not a date and time.",
                "2099-01-01T                   | 2099-01-01T is not a date and time.",
                "2099-01-01T09:00,2099-01-01   | 2099-01-01T09:00,2099-01-01 is not a date and time.",
                "0                             | 0 is not a date and time.",
                "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde | aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd… is not a date"
            })
    void refusesAMomentThatIsNone(String from, String sentence) throws Exception {
        type(maya, "Reaches very many merchants");
        maya.get(FIT + "/submit");

        var answer = maya.post(FIT + "/submit", DraftPage.of(opened(maya), "reason", "Clearer", "from", from));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("In force from: " + sentence, "Clearer", "One difference from version 1");
    }

    @Test
    void warnsBeforeNobodyIsLeftWhoCouldApproveAndThenRefuses() throws Exception {
        assertThat(maya.get(FIT + "/submit").body()).contains("Nobody has changed a cell of it. Another manager");
        type(maya, "Of Maya");
        assertThat(maya.get(FIT + "/draft").body()).doesNotContain("Maya Kusuma has changed this draft.");
        assertThat(rizal.get(FIT + "/draft").body())
                .contains("Maya Kusuma has changed this draft. If you change it, too, you cannot approve it, and no"
                        + " manager is left who could.");
        type(rizal, "Of Rizal");

        assertThat(maya.get(FIT + "/draft").body())
                .contains("Maya Kusuma and Rizal Pratama have changed this draft, so none of them can approve it. Ask"
                        + " an administrator to add a manager, or discard the draft");
        assertThat(maya.get(FIT + "/submit").body()).contains(NOBODY);
        var answer = maya.post(FIT + "/submit", DraftPage.of(opened(maya), "reason", "Clearer"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(NOBODY + ": Maya Kusuma and Rizal Pratama have written in it.");

        type(rizal, "Of Maya");
        assertThat(maya.get(FIT + "/draft").body()).doesNotContain("have changed this draft");
        assertThat(maya.get(FIT + "/submit").body()).doesNotContain(NOBODY);
    }

    private static void type(Visitor who, String reason) throws Exception {
        var read = opened(who);
        var answer = put(who, read.get("revision").asLong(), with(sheet(read), 0, REASON, reason));
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
