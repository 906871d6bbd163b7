package com.clario.playbook.rules.desk;

import static com.clario.playbook.rules.desk.DraftPage.FIT;
import static com.clario.playbook.rules.desk.DraftPage.JSON;
import static com.clario.playbook.rules.desk.DraftPage.REASON;
import static com.clario.playbook.rules.desk.DraftPage.opened;
import static com.clario.playbook.rules.desk.DraftPage.put;
import static com.clario.playbook.rules.desk.DraftPage.sheet;
import static com.clario.playbook.rules.desk.DraftPage.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.rules.sheet.Workbook;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A draft is saved, overtaken, refused and submitted by the doors a browser has. */
class DraftOverHttpTests extends AtTheDraft {

    @Autowired
    ManagementService jobs;

    @Test
    void savesCellsAsTheyAreTypedAndSaysWhatIsWrongAtEach() throws Exception {
        var opened = opened(maya);
        var sheet = with(sheet(opened), 0, 3, "1,000");

        var answer =
                JSON.readTree(put(maya, opened.get("revision").asLong(), sheet).body());

        assertThat(answer.get("revision").asLong())
                .isGreaterThan(opened.get("revision").asLong());
        assertThat(answer.get("problems")).singleElement().satisfies(problem -> {
            assertThat(problem.get("table").asText()).isEqualTo("points");
            assertThat(problem.get("row").asInt()).isEqualTo(1);
            assertThat(problem.get("column").asInt()).isEqualTo(4);
            assertThat(problem.get("sentence").asText()).contains("whole number");
        });
        assertThat(answer.get("sentences").get("points").get(0).asText()).startsWith("If the partner type");
        assertThat(sheet(opened(maya))).isEqualTo(sheet);
        assertThat(maya.get(FIT + "/draft/proof").body()).contains("The marked cells come first");
    }

    @Test
    void neverLetsOneManagerOverwriteAnother() throws Exception {
        var read = opened(maya);
        var revision = read.get("revision").asLong();
        var theirs = with(sheet(read), 0, REASON, "Reaches many merchants");
        assertThat(put(rizal, revision, theirs).statusCode()).isEqualTo(200);

        var answer = put(maya, revision, with(sheet(read), 0, REASON, "Mine"));

        assertThat(answer.statusCode()).isEqualTo(409);
        var body = JSON.readTree(answer.body());
        assertThat(body.get("who").asText()).startsWith("Rizal");
        assertThat(body.get("at").asText()).isNotBlank();
        assertThat(JSON.convertValue(body.get("tables").get("points").get(0).get(REASON), String.class))
                .isEqualTo("Reaches many merchants");
        assertThat(sheet(opened(maya))).isEqualTo(theirs);
        assertThat(put(maya, body.get("revision").asLong(), with(theirs, 0, REASON, "Mine"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "not json",
                "{\"revision\":\"x\"}",
                "{\"revision\":1,\"tables\":{\"points\":\"x\"}}",
                "{\"revision\":1,\"tables\":{\"other\":[]},\"cases\":[]}"
            })
    void refusesInASentenceWhatIsNoDraft(String body) throws Exception {
        var before = opened(maya);

        var answer = maya.put(FIT + "/draft", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("sentence").asText()).isNotBlank();
        assertThat(opened(maya)).isEqualTo(before);
    }

    @Test
    void saysSoWhereTheDraftIsGone() throws Exception {
        var opened = opened(maya);
        rizal.post(FIT + "/draft/discard", DraftPage.of(opened));

        var answer = put(maya, opened.get("revision").asLong(), sheet(opened));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("has ended this draft");
        assertThat(maya.get(FIT + "/draft").uri().getPath()).isEqualTo(FIT);
    }

    @Test
    void asksAnotherManagerWithAReasonAndTakesItBack() throws Exception {
        var opened = opened(maya);
        assertThat(maya.get(FIT + "/submit").body()).contains("Nothing is changed.");
        put(maya, opened.get("revision").asLong(), with(sheet(opened), 0, REASON, "Reaches very many merchants"));
        maya.get(FIT + "/submit");
        var read = opened(maya);
        assertThat(maya.post(FIT + "/submit", DraftPage.of(read, "reason", " ")).body())
                .contains("Reason: say why the rules should change.");
        assertThat(maya.post(FIT + "/submit", DraftPage.of(read, "reason", "Clearer", "from", "soon"))
                        .body())
                .contains("In force from: soon is not a date and time.", "Clearer");
        assertThat(maya.post(FIT + "/submit", DraftPage.of(opened, "reason", "Clearer")))
                .satisfies(page -> assertThat(page.statusCode()).isEqualTo(409))
                .satisfies(page -> assertThat(page.body()).contains("has saved this draft since you read it"));

        assertThat(maya.post(FIT + "/submit", DraftPage.of(read, "reason", "Clearer"))
                        .body())
                .contains("Submitted: another manager finds it in Tasklist.")
                .contains("A change by Maya Kusuma waits for another manager.", "Take it back");

        assertThat(maya.get("/rules").body()).contains("A change by Maya Kusuma waits for another manager");
        showsWhatWasSubmittedWhateverIsTypedSince();
        assertThat(maya.get(FIT + "/submit").body()).contains("waits for an approval already");
        maya.get(FIT);
        assertThat(maya.post(FIT + "/withdraw", Map.of()).body()).contains("The change is still being checked.");
        runJobs();
        assertThat(maya.post(FIT + "/withdraw", Map.of()).body())
                .contains("The change is taken back.")
                .doesNotContain("waits for another manager");
    }

    private void showsWhatWasSubmittedWhateverIsTypedSince() throws Exception {
        var draft = opened(maya);
        put(maya, draft.get("revision").asLong(), with(sheet(draft), 0, REASON, "Typed since"));
        var choice = Pattern.compile("value=\"(change-\\d+)\"")
                .matcher(maya.get(FIT + "/compare?to=draft").body());
        assertThat(choice.find()).isTrue();

        assertThat(maya.get(FIT + "/compare?to=" + choice.group(1)).body())
                .contains("Reaches very many merchants", "as submitted", "One difference")
                .doesNotContain("Typed since");
        assertThat(maya.get(FIT + "/compare?to=change-99").statusCode()).isEqualTo(404);
    }

    /** Checks, then the back-test: each leaves the next step behind as a job. */
    private void runJobs() {
        var waiting = jobs.createJobQuery().messages();
        for (var list = waiting.list(); !list.isEmpty(); list = waiting.list()) {
            list.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    @Test
    void goesBackToAnOldVersionByADraft() throws Exception {
        var opened = opened(maya);
        var sheet = sheet(opened);
        put(maya, opened.get("revision").asLong(), with(sheet, 0, REASON, "Reaches very many merchants"));

        var old = maya.post(FIT + "/draft/restart", DraftPage.of(opened, "version", "1"));
        assertThat(old.body()).contains("has saved this draft since you read it. Nothing was done");
        var answer = maya.post(FIT + "/draft/restart", DraftPage.of(opened(maya), "version", "1"));

        assertThat(answer.body()).contains("This draft holds the rows of version 1.");
        assertThat(sheet(opened(maya))).isEqualTo(sheet);
    }

    @Test
    void saysWhatADraftWouldHaveDecidedAndRunsItInShadow() throws Exception {
        var opened = opened(maya);
        put(maya, opened.get("revision").asLong(), with(sheet(opened), 0, 3, "21000"));

        assertThat(maya.get(FIT + "/back-test").body())
                .contains("This draft has not been tested since it was changed.", "20000", "21000");
        assertThat(maya.post(FIT + "/back-test", Map.of()).body()).contains("Start it again");
        assertThat(maya.get(FIT + "/compare?to=draft").body()).contains("One difference", "FIT-01", "21000");
        maya.get(FIT);
        assertThat(maya.post(FIT + "/challenger", Map.of("why", "")).body()).contains("needs a reason");
        assertThat(maya.post(FIT + "/challenger", Map.of("why", "See first")).body())
                .contains("The draft now runs in shadow", "In shadow since");
        assertThat(maya.get(FIT + "?piece=shadow").body()).contains("decisions judged", "would have another verdict");
        assertThat(maya.post(FIT + "/challenger/end", Map.of("why", "Seen")).body())
                .contains("Nothing runs in shadow any more.");
    }

    @Test
    void letsACaseExpectWhatTheDraftSays() throws Exception {
        var opened = opened(maya);
        put(maya, opened.get("revision").asLong(), with(sheet(opened), 0, 3, "30000"));
        var proof = maya.get(FIT + "/draft/proof").body();
        assertThat(proof).contains("Exactly 20000 merchants", "This is what I want");
        assertThat(maya.get(FIT + "/submit").body()).contains("Some cases come out otherwise than they expect.");

        assertThat(maya.post(FIT + "/draft/accept", DraftPage.of(opened, "case", "Exactly 20000 merchants"))
                        .body())
                .contains("has saved this draft since you read it. Nothing was done");
        maya.post(FIT + "/draft/accept", DraftPage.of(opened(maya), "case", "Exactly 20000 merchants"));

        assertThat(maya.get(FIT + "/draft/proof").body()).doesNotContain("Exactly 20000 merchants");
        assertThat(maya.post(FIT + "/draft/accept", DraftPage.of(opened(maya), "case", "Nobody"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsWhatAWorkbookWouldChangeBeforeItDoes() throws Exception {
        var before = opened(maya);
        var set = sets.stream()
                .filter(one -> one.name().equals("identify/fit"))
                .findFirst()
                .orElseThrow();
        var changed = with(sheet(before), 0, REASON, "Reaches very many merchants");

        var preview = maya.upload(FIT + "/draft/upload", Map.of(), "rules.xlsx", Workbook.write(set, changed));

        assertThat(preview.body()).contains("What the file would change", "One difference", "very many merchants");
        assertThat(sheet(opened(maya))).isEqualTo(sheet(before));
        var fields = Map.of("revision", before.get("revision").asText(), "sheet", JSON.writeValueAsString(changed));
        assertThat(maya.post(FIT + "/draft/upload/take", fields).body()).contains("The file is in the draft.");
        assertThat(sheet(opened(maya))).isEqualTo(changed);
        assertThat(maya.post(FIT + "/draft/upload/take", fields).statusCode()).isEqualTo(409);
    }

    @Test
    void namesACellOfAWorkbookAsExcelDoes() throws Exception {
        var set = sets.stream()
                .filter(one -> one.name().equals("identify/fit"))
                .findFirst()
                .orElseThrow();
        var changed = with(with(sheet(opened(maya)), 0, 3, "20.000"), 1, 0, "");

        var preview = maya.upload(FIT + "/draft/upload", Map.of(), "rules.xlsx", Workbook.write(set, changed));

        assertThat(preview.body()).contains("tab points, cell D2, ", "tab points, cell A3, Row");
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        var answer = maya.upload(FIT + "/draft/upload", Map.of(), "rules.xlsx", "no workbook".getBytes());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("role=\"alert\"");
        assertThat(maya.upload(FIT + "/draft/upload", Map.of(), "rules.xlsx", new byte[0])
                        .body())
                .contains("File: choose an Excel file.");
    }

    @Test
    void givesBackInAWorkbookExactlyTheCellsOfTheDraft() throws Exception {
        var set = sets.stream()
                .filter(one -> one.name().equals("identify/fit"))
                .findFirst()
                .orElseThrow();
        var file = maya.download(FIT + "/draft/sheet.xlsx");

        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("identify-fit-draft.xlsx");
        assertThat(Workbook.read(set, file.body())).isEqualTo(sheet(opened(maya)));
    }
}
