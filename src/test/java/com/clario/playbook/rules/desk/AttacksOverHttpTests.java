package com.clario.playbook.rules.desk;

import static com.clario.playbook.rules.desk.DraftPage.FIT;
import static com.clario.playbook.rules.desk.DraftPage.JSON;
import static com.clario.playbook.rules.desk.DraftPage.REASON;
import static com.clario.playbook.rules.desk.DraftPage.opened;
import static com.clario.playbook.rules.desk.DraftPage.put;
import static com.clario.playbook.rules.desk.DraftPage.sheet;
import static com.clario.playbook.rules.desk.DraftPage.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.sheet.Workbook;
import com.clario.playbook.rules.table.Attack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.HtmlUtils;

/** The cells that ran foreign code in Drools itself come to the pages and to the upload, and get no further. */
class AttacksOverHttpTests extends AtTheDraft {

    private static final int NOTE = 17;

    static Stream<Attack> attacks() {
        return Attack.all().stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void keepsAttacksOutOfDroolsAndMarksTheirCells(Attack attack) throws Exception {
        var opened = opened(maya);
        var sheet = attacked(sheet(opened), attack);

        var answer = put(maya, opened.get("revision").asLong(), sheet);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).get("problems")).isNotEmpty();
        assertThat(maya.get(FIT + "/draft/proof").body()).contains("The marked cells come first");
        assertThat(maya.get(FIT + "/try?what=draft&merchants=1").statusCode()).isEqualTo(400);
        assertThat(maya.get(FIT + "/submit").body()).contains("Some cells have to be mended first.");
        assertThat(maya.post(FIT + "/submit", DraftPage.of(opened(maya), "reason", "Try it"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(maya.post(FIT + "/back-test", Map.of()).statusCode()).isEqualTo(400);
        assertThat(broken()).isZero();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void keepsAttacksInAWorkbookOutAsWell(Attack attack) throws Exception {
        var sheet = attacked(sheet(opened(maya)), attack);

        var answer = maya.upload(FIT + "/draft/upload", Map.of(), "rules.xlsx", Workbook.write(fit(), sheet));

        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.body()).containsAnyOf("must be mended", "role=\"alert\"");
        assertThat(broken()).isZero();
    }

    static Stream<String> texts() {
        return Stream.concat(
                attacks()
                        .filter(Attack::harmless)
                        .map(attack -> attack.lines().get(0).get(9)),
                Stream.of("Moka \"Analytics\"", "\"The partner's own\""));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void saysWordForWordWhatIsOnlyAText(String text) throws Exception {
        var opened = opened(maya);
        var sheet = with(with(sheet(opened), 0, REASON, text), 0, NOTE, text);

        var answer = put(maya, opened.get("revision").asLong(), sheet);

        assertThat(JSON.readTree(answer.body()).get("problems")).isEmpty();
        judgesByIt(text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void takesItFromAWorkbookAsWell(String text) throws Exception {
        var opened = opened(maya);
        var sheet = with(with(sheet(opened), 0, REASON, text), 0, NOTE, text);

        var answer = maya.upload(FIT + "/draft/upload", Map.of(), "rules.xlsx", Workbook.write(fit(), sheet));
        assertThat(answer.body())
                .contains("Put it into the draft", HtmlUtils.htmlEscape(text))
                .doesNotContain("must be mended");
        var read = JSON.writeValueAsString(Workbook.read(fit(), Workbook.write(fit(), sheet)));
        maya.post(FIT + "/draft/upload/take", DraftPage.of(opened, "sheet", read));

        assertThat(sheet(opened(maya)).rows("points").get(0)).contains(text);
        judgesByIt(text);
    }

    /** The first row fires in the case the page begins with. */
    private void judgesByIt(String text) throws ReflectiveOperationException {
        assertThat(maya.get(FIT + "/draft/proof").body()).contains("cases come out as they expect");
        assertThat(maya.get(FIT + "/try?what=draft&merchants=30000").body()).contains(HtmlUtils.htmlEscape(text));
        assertThat(broken()).isZero();
    }

    /** Each of the attack's cells in a row of its own, in a number, an option, a yes or no, the note, the reason, the id. */
    private static Sheet attacked(Sheet sheet, Attack attack) {
        var points = new ArrayList<>(sheet.rows("points"));
        for (var line : attack.lines()) {
            for (var cell : line) {
                if (cell.matches("[A-Za-z0-9-]*|a good base")) {
                    continue;
                }
                for (var column : List.of(0, 1, 3, 8, 14, 15, 17, REASON)) {
                    var row = new ArrayList<>(points.get(0));
                    row.set(0, "ATT-" + (points.size() + 10));
                    row.set(column, cell);
                    points.add(row);
                }
            }
        }
        Map<String, List<List<String>>> tables = new LinkedHashMap<>(sheet.tables());
        tables.put("points", points);
        return new Sheet(tables, sheet.cases());
    }

    private static int broken() throws ReflectiveOperationException {
        var times = Class.forName("com.clario.playbook.rules.check.Break").getDeclaredField("TIMES");
        times.setAccessible(true);
        return ((Number) times.get(null)).intValue();
    }
}
