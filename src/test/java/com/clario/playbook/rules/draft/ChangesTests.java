package com.clario.playbook.rules.draft;

import static com.clario.playbook.rules.draft.DraftDesk.FIT;
import static com.clario.playbook.rules.draft.DraftDesk.edited;
import static com.clario.playbook.rules.draft.DraftDesk.proven;
import static com.clario.playbook.rules.draft.DraftDesk.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.trail.Act;
import com.clario.playbook.rules.trail.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTests {

    private static final Sheet SHIPPED = Sheet.of(FIT, DraftDesk.shipped(FIT));

    @Test
    void nameEveryCellWithWhatItWasAndIs() {
        var sheet = with(FIT, SHIPPED, "FIT-01", "Points for us", "30");
        sheet = with(FIT, sheet, "FIT-01", "Merchants from", "");
        sheet = with(FIT, sheet, "FIT-31", "Reason", "two\nlines: of it");

        assertThat(changes(SHIPPED, sheet))
                .containsExactly(
                        "FIT-01 Merchants from: 20000 → empty",
                        "FIT-01 Points for us: 25 → 30",
                        "FIT-31 Reason: " + SHIPPED.rows("vetoes").get(0).get(4) + " → two lines: of it");
    }

    @Test
    void nameRowsThatCameWentAndMoved() {
        var sheet = edited(SHIPPED, "vetoes", lines -> {
            Collections.reverse(lines);
            lines.add(List.of("FIT-33", "true", "true", "", "Both"));
        });
        sheet = edited(sheet, "points", lines -> lines.remove(27));

        assertThat(changes(SHIPPED, sheet))
                .hasSize(3)
                .satisfiesExactly(
                        gone -> assertThat(gone).startsWith("FIT-28: ").endsWith(" → deleted"),
                        come -> assertThat(come)
                                .isEqualTo("FIT-33: not there → Competitor: yes; In trouble: yes; Reason: Both"),
                        moved -> assertThat(moved).isEqualTo("Order of vetoes: FIT-31, FIT-32 → FIT-32, FIT-31"));
    }

    @Test
    void nameCasesByTheirName() {
        var sheet = proven(SHIPPED, cases -> {
            var line = new ArrayList<>(cases.get(0));
            line.set(CaseSheet.of(FIT).expectedAt(), "POOR");
            cases.set(0, line);
        });

        assertThat(changes(SHIPPED, sheet))
                .containsExactly("Case Moka as the playbook describes it Verdict: Strong → Poor");
    }

    @Test
    void tellRowsApartThatHaveNoIdYetOrTheSame() {
        var before =
                edited(SHIPPED, "vetoes", lines -> lines.addAll(List.of(List.of(""), List.of(), List.of("FIT-31"))));
        var after = edited(
                SHIPPED,
                "vetoes",
                lines -> lines.addAll(List.of(List.of("", "true"), List.of("", "false"), List.of("FIT-31", "x"))));

        assertThat(changes(before, after))
                .containsExactly(
                        "(no id) Competitor: empty → yes",
                        "(no id) (2) Competitor: empty → no",
                        "FIT-31 (2) Competitor: empty → x");
    }

    @Test
    void keepEveryLineWholeHoweverMuchIsPasted() {
        var sheet = edited(SHIPPED, "points", lines -> {
            for (var i = 100; i < 300; i++) {
                lines.add(List.of("FIT-" + i, "x".repeat(1000)));
            }
        });

        assertThat(changes(SHIPPED, sheet))
                .hasSize(200)
                .last()
                .isEqualTo("FIT-299: not there → Partner type: " + "x".repeat(1000));
    }

    private static List<String> changes(Sheet before, Sheet after) {
        var changes = Changes.between(FIT, before, after);
        return new Entry(1, Instant.EPOCH, "maya", "x", Act.EDITED, changes.before(), changes.after(), "").changes();
    }
}
