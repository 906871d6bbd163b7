package com.clario.playbook.rules.desk;

import static com.clario.playbook.rules.desk.DraftPage.FIT;
import static com.clario.playbook.rules.desk.DraftPage.JSON;
import static com.clario.playbook.rules.desk.DraftPage.REASON;
import static com.clario.playbook.rules.desk.DraftPage.opened;
import static com.clario.playbook.rules.desk.DraftPage.put;
import static com.clario.playbook.rules.desk.DraftPage.sheet;
import static com.clario.playbook.rules.desk.DraftPage.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.sheet.Workbook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages say where a draft is tried, followed and filled from files, also when something goes wrong. */
class TrialPagesTests extends AtTheDraft {

    private static final Pattern FOLLOWED = Pattern.compile("hx-get=\"" + FIT + "/back-test\\?test=(\\d+)\"");

    @Autowired
    JdbcClient jdbc;

    @Test
    void followABackTestAlsoWhereAColleagueChangesTheDraft() throws Exception {
        var opened = opened(maya);
        put(maya, opened.get("revision").asLong(), with(sheet(opened), 0, 3, "24100"));
        maya.get(FIT + "/back-test");
        maya.post(FIT + "/back-test", Map.of());
        var test = FIT + "/back-test?test=" + newest();
        await().atMost(Duration.ofMinutes(1)).until(() -> maya.get(test).body().contains("decisions judged</div>"));
        assertThat(maya.get(test).body()).doesNotContain("Start it again");

        var now = opened(rizal);
        put(rizal, now.get("revision").asLong(), with(sheet(now), 0, 3, "24200"));

        assertThat(maya.get(test).statusCode()).isEqualTo(200);
        assertThat(maya.get(test).body()).contains("was changed since this back-test began");
        assertThat(maya.get(FIT + "/back-test").body())
                .contains("This draft has not been tested since it was changed.");
        assertThat(maya.get("/rules/outreach/approach/back-test?test=" + newest())
                        .statusCode())
                .isEqualTo(404);
        assertThat(maya.get(FIT + "/back-test?test=999999").statusCode()).isEqualTo(404);
    }

    @Test
    void askForABackTestThatRunsByItsNumber() throws Exception {
        var opened = opened(maya);
        put(maya, opened.get("revision").asLong(), with(sheet(opened), 0, 3, "24300"));
        maya.get(FIT + "/back-test");
        maya.post(FIT + "/back-test", Map.of());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> maya.get(FIT + "/back-test").body().contains("decisions judged</div>"));
        jdbc.sql("update playbook.rule_back_test set finished_at = null, result = null where id = :id")
                .param("id", newest())
                .update();

        var asked = FOLLOWED.matcher(maya.get(FIT + "/back-test").body());

        assertThat(asked.find()).isTrue();
        assertThat(asked.group(1)).isEqualTo(Long.toString(newest()));
    }

    @Test
    void tellEditsOfOnePersonAsOneActThatHidesNoOther() throws Exception {
        for (var limit = 100; limit < 155; limit++) {
            var opened = opened(maya);
            put(maya, opened.get("revision").asLong(), with(sheet(opened), 0, 3, "24" + limit));
        }

        var page = maya.get(FIT).body();

        assertThat(page)
                .contains("Edited 55 times", "55 changes", "FIT-01 Merchants from: 24153 → 24154")
                .contains(">Started<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "[]", "no json"})
    void refuseInASentenceCellsThatAreNone(String cells) {
        var answer = maya.post(FIT + "/draft/upload/take", Map.of("revision", "1", "sheet", cells));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("File: upload it again.");
    }

    @Test
    void takeAFileWhoseCellsAreMoreThanAFormOfWordsHolds() throws Exception {
        var before = opened(maya);
        var sheet = filled(sheet(before), 200);

        assertThat(maya.upload(FIT + "/draft/upload", Map.of(), "rules.xlsx", Workbook.write(fit(), sheet))
                        .body())
                .contains("enctype=\"multipart/form-data\"", "Put it into the draft");
        var fields = Map.of("revision", before.get("revision").asText(), "sheet", JSON.writeValueAsString(sheet));
        assertThat(maya.upload(FIT + "/draft/upload/take", fields, "", new byte[0])
                        .body())
                .contains("The file is in the draft.");
    }

    @Test
    void refuseAFileWhoseCellsWouldNotComeBack() throws Exception {
        var sheet = filled(sheet(opened(maya)), 400);

        var answer = maya.upload(FIT + "/draft/upload", Map.of(), "rules.xlsx", Workbook.write(fit(), sheet));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("File: its cells hold too much text.");
    }

    @Test
    void refuseADayFarBeyondTheCalendar() throws Exception {
        var opened = opened(maya);
        var saved = JSON.readTree(put(
                        maya,
                        opened.get("revision").asLong(),
                        with(sheet(opened), 0, REASON, "Reaches very many merchants"))
                .body());
        maya.get(FIT + "/submit");

        for (var beyond : List.of("+300000-01-01T00:00", "2101-01-01T00:00", "+999999999-12-31T00:00")) {
            var fields = Map.of(
                    "reason",
                    "Clearer",
                    "from",
                    beyond,
                    "revision",
                    saved.get("revision").asText());
            var answer = maya.post(FIT + "/submit", fields);
            assertThat(answer.statusCode()).as(beyond).isEqualTo(400);
            assertThat(answer.body()).as(beyond).contains("In force from: choose a day from 2000 to 2100.");
        }
    }

    private long newest() {
        return jdbc.sql("select max(id) from playbook.rule_back_test where rule_set = 'identify/fit'")
                .query(Long.class)
                .single();
    }

    /** As many rows as a table may have, each cell with so many characters that no two are alike. */
    private static Sheet filled(Sheet sheet, int characters) {
        var dice = new Random(1);
        var points = new ArrayList<List<String>>();
        for (var row = 0; row < 300; row++) {
            var line = new ArrayList<String>();
            for (var cell = 0; cell <= REASON; cell++) {
                line.add(dice.ints(characters, 0, 26)
                        .collect(StringBuilder::new, (text, i) -> text.append((char) ('a' + i)), StringBuilder::append)
                        .toString());
            }
            points.add(line);
        }
        return new Sheet(
                Map.of("points", points, "vetoes", sheet.rows("vetoes"), "verdict", sheet.rows("verdict")),
                sheet.cases());
    }
}
