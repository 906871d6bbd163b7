package com.clario.playbook.rules.trial;

import static com.clario.playbook.rules.trial.TrialDesk.FIT;
import static com.clario.playbook.rules.trial.TrialDesk.MAYA;
import static com.clario.playbook.rules.trial.TrialDesk.MOKA;
import static com.clario.playbook.rules.trial.TrialDesk.edited;
import static com.clario.playbook.rules.trial.TrialDesk.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.table.RowsRefused;
import com.clario.playbook.rules.trial.BackTest.Flip;
import com.clario.playbook.rules.version.Content;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** A draft runs in shadow beside the version in force. */
class ChallengersTests {

    private static final Content STRICTER =
            edited(shipped(FIT), "verdict", "FIT-42,,,40,30,STRONG", "FIT-42,,,60,30,STRONG");

    private TrialDesk node;
    private Challengers challengers;

    @BeforeEach
    void open() {
        node = TrialDesk.onH2();
        challengers = node.challengers(MAYA);
    }

    @Test
    void judgeWhatIsDecidedSinceTheyBeganAndChangeNothingOfIt() {
        node.decide(MOKA, "moka-1");
        challengers.start(FIT, STRICTER, "Too many are strong");
        node.decide(MOKA, "moka-2");

        var standing = challengers.standing(FIT).orElseThrow();

        var decision = node.desk().rules().decisions("moka-2").get(0);
        assertThat(decision.verdict()).isEqualTo("STRONG");
        assertThat(standing.problem()).isEmpty();
        assertThat(standing.challenger().content()).isEqualTo(STRICTER);
        assertThat(standing.challenger().startedBy()).isEqualTo("maya");
        assertThat(standing.decided()).isEqualTo(1);
        assertThat(standing.differing()).isEqualTo(1);
        assertThat(standing.result().flips())
                .containsExactly(new Flip(
                        decision.id(),
                        "moka-2",
                        decision.decidedAt(),
                        1,
                        "STRONG",
                        "STRONG",
                        "POSSIBLE",
                        List.of("FIT-42"),
                        List.of("FIT-43"),
                        List.of(),
                        Map.of("us", "55", "them", "50"),
                        Map.of("us", "55", "them", "50")));
    }

    @Test
    void runOneAtATimeAndEndWithAReason() {
        challengers.start(FIT, STRICTER, "Too many are strong");

        assertThatThrownBy(() -> challengers.start(FIT, shipped(FIT), "Another one"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Another draft of these rules runs in shadow already; end that one first");
        assertThatThrownBy(() -> challengers.end(FIT, " ")).hasMessage("Ending a draft's run in shadow needs a reason");

        challengers.end(FIT, "Seen enough");
        assertThat(challengers.standing(FIT)).isEmpty();
        assertThatThrownBy(() -> challengers.end(FIT, "Again")).hasMessage("No draft of these rules runs in shadow");

        challengers.start(FIT, shipped(FIT), "The next one");
        assertThat(challengers.running(FIT).orElseThrow().why()).isEqualTo("The next one");
    }

    @Test
    void areStartedByManagersOnlyAndNeverWithWrongRows() {
        var sari = node.challengers(new Person("sari", "Sari", "", Set.of(Groups.PARTNERSHIPS)));

        assertThatThrownBy(() -> sari.start(FIT, STRICTER, "I want to")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> sari.end(FIT, "I want to")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> challengers.start(FIT, STRICTER, ""))
                .hasMessage("Running a draft in shadow needs a reason");
        assertThatThrownBy(() ->
                        challengers.start(FIT, edited(shipped(FIT), "verdict", "FIT-42,,,40", "FIT-42,,,4O"), "A slip"))
                .isInstanceOf(RowsRefused.class);
        assertThat(challengers.running(FIT)).isEmpty();
    }

    @Test
    void judgeAgainOnlyWhatWasDecidedSince() {
        challengers.start(FIT, STRICTER, "Too many are strong");
        node.decide(MOKA, "moka-1");
        var first = challengers.standing(FIT).orElseThrow();

        assertThat(challengers.standing(FIT).orElseThrow()).isSameAs(first);

        node.decide(MOKA, "moka-2");
        assertThat(challengers.standing(FIT).orElseThrow().decided()).isEqualTo(2);
        challengers.end(FIT, "Seen enough");
        challengers.start(FIT, shipped(FIT), "The next one");
        assertThat(challengers.standing(FIT).orElseThrow().decided()).isZero();
    }

    @Test
    void refuseInASentenceRowsThatDoNotCompile() {
        var twice = edited(shipped(FIT), "verdict", "FIT-42,,,40", "FIT-01,,,40");

        assertThatThrownBy(() -> challengers.start(FIT, twice, "A slip"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("These rows do not become rules: ");
        assertThat(challengers.running(FIT)).isEmpty();
    }

    @Test
    void sayWhyTheyCannotJudgeAnyMore() {
        challengers.start(FIT, STRICTER, "Too many are strong");
        node.desk()
                .jdbc()
                .sql("update playbook.rule_challenger set content = replace(content, 'FIT-42,,,60', 'FIT-42,,60')")
                .update();

        var standing = challengers.standing(FIT).orElseThrow();

        assertThat(standing.problem()).startsWith("Table verdict is refused.");
        assertThat(standing.decided()).isZero();
    }
}
