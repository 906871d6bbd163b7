package com.clario.playbook.rules.sweep;

import static com.clario.playbook.rules.table.Column.note;
import static com.clario.playbook.rules.table.Column.oneOf;
import static com.clario.playbook.rules.table.Column.rowsBelow;
import static com.clario.playbook.rules.table.Column.rowsFrom;
import static com.clario.playbook.rules.table.Column.verdict;
import static com.clario.playbook.rules.table.Column.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.clario.playbook.rules.table.Gate;
import com.clario.playbook.rules.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemarkWordsTests {

    private enum Type {
        POS
    }

    /** Facts that are always known. */
    private interface Facts {
        Type type();

        boolean competitor();

        boolean late();
    }

    private static final Table VETOES =
            Table.allOf("vetoes", yes("competitor", "Competitor"), yes("late", "Late"), note());

    @Test
    void saysOptionsAnswersAndCountsInTheWordsOfTheDesk() {
        var table = Table.allOf(
                "verdict",
                oneOf("type", "Partner type", "POS", "CHANNEL", "WHITE_LABEL"),
                yes("competitor", "Competitor"),
                rowsFrom("vetoes", "Vetoes from").said("veto", "vetoes"),
                rowsBelow("vetoes", "Vetoes below"),
                verdict("GOOD", "BAD"));
        var vetoes = Gate.pass(VETOES, "V-01,true,,,r\nV-02,,true,,r\nV-03,true,true,,r\n");
        var csv = "A-01,\"POS, CHANNEL\",,0,,GOOD,r\nA-02,WHITE_LABEL,true,1,3,GOOD,r\n"
                + "A-03,WHITE_LABEL,false,0,,GOOD,r\nA-04,WHITE_LABEL,true,,1,GOOD,r\nA-05,CHANNEL,,1,2,BAD,r\n";

        var remarks = Sweep.of(Facts.class, List.of(vetoes, Gate.pass(table, csv)), List.of());

        assertThat(remarks)
                .filteredOn(remark -> remark.table().equals("verdict"))
                .extracting(Remark::sentence, Remark::exampleInWords)
                .containsExactly(
                        tuple(
                                "A-01 and A-05 both decide partner type Channel with 1 veto, and say different things.",
                                "partner type Channel, competitor: yes, 1 veto (V-01 fires)"),
                        tuple(
                                "No row decides for partner type White label with competitor: yes and 3 vetoes.",
                                "partner type White label, competitor: yes, 3 vetoes (V-01, V-02 and V-03 fire)"));
    }
}
