package com.clario.playbook.rules.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.sheet.Workbook;
import com.clario.playbook.rules.table.Attack;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A draft is saved, overtaken, refused and attacked by the doors a browser has. */
@PlaybookTest
class DraftOverHttpTests {

    private static final String FIT = "/rules/identify/fit";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REASON = 18;

    @LocalServerPort
    int port;

    @Autowired
    List<RuleSet<?>> sets;

    private Visitor maya;
    private Visitor rizal;

    @BeforeEach
    void openADraft() {
        maya = Visitor.signedIn(port, "maya");
        rizal = Visitor.signedIn(port, "rizal");
        maya.get(FIT);
        rizal.get(FIT);
        maya.post(FIT + "/draft/open", Map.of());
    }

    @AfterEach
    void discardIt() {
        maya.get("/rules");
        maya.post(FIT + "/draft/discard", Map.of());
    }

    @Test
    void savesCellsAsTheyAreTypedAndSaysWhatIsWrongAtEach() throws Exception {
        var opened = opened(maya);
        var sheet = with(sheet(opened), 0, 3, "1,000");

        var answer = JSON.readTree(put(maya, opened.get("revision").asLong(), sheet).body());

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
        assertThat(put(maya, body.get("revision").asLong(), with(theirs, 0, REASON, "Mine")).statusCode())
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
        rizal.post(FIT + "/draft/discard", Map.of());

        var answer = put(maya, opened.get("revision").asLong(), sheet(opened));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("has ended this draft");
        assertThat(maya.get(FIT + "/draft").uri().getPath()).isEqualTo(FIT);
    }

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
        assertThat(maya.post(FIT + "/submit", Map.of("reason", "Try it")).statusCode())
                .isEqualTo(400);
        assertThat(maya.post(FIT + "/back-test", Map.of()).statusCode()).isEqualTo(400);
        assertThat(broken()).isZero();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void keepsAttacksInAWorkbookOutAsWell(Attack attack) throws Exception {
        var set = sets.stream()
                .filter(one -> one.name().equals("identify/fit"))
                .findFirst()
                .orElseThrow();
        var sheet = attacked(sheet(opened(maya)), attack);

        var answer = maya.upload(FIT + "/draft/upload", Map.of(), "rules.xlsx", Workbook.write(set, sheet));

        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.body()).containsAnyOf("must be mended", "role=\"alert\"");
        assertThat(broken()).isZero();
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
    void refusesWhatIsNoWorkbook() {
        var answer = maya.upload(FIT + "/draft/upload", Map.of(), "rules.xlsx", "no workbook".getBytes());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("role=\"alert\"");
        assertThat(maya.upload(FIT + "/draft/upload", Map.of(), "rules.xlsx", new byte[0]).body())
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

    private static JsonNode opened(Visitor visitor) throws JsonProcessingException {
        var page = visitor.get(FIT + "/draft").body();
        var start = page.indexOf("data-draft=\"") + "data-draft=\"".length();
        var json = page.substring(start, page.indexOf('"', start));
        return JSON.readTree(json.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"));
    }

    private static Sheet sheet(JsonNode opened) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        opened.get("tables").forEach(table -> tables.put(table.get("name").asText(), lines(table)));
        return new Sheet(tables, lines(opened.get("cases")));
    }

    private static List<List<String>> lines(JsonNode grid) {
        var lines = new ArrayList<List<String>>();
        grid.get("lines").forEach(line -> {
            var cells = new ArrayList<String>();
            line.forEach(cell -> cells.add(cell.asText()));
            lines.add(cells);
        });
        return lines;
    }

    private static Sheet with(Sheet sheet, int row, int column, String cell) {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>(sheet.tables());
        var points = new ArrayList<>(sheet.rows("points"));
        var line = new ArrayList<>(points.get(row));
        line.set(column, cell);
        points.set(row, line);
        tables.put("points", points);
        return new Sheet(tables, sheet.cases());
    }

    private static HttpResponse<String> put(Visitor visitor, long revision, Sheet sheet)
            throws JsonProcessingException {
        return visitor.put(
                FIT + "/draft",
                JSON.writeValueAsString(
                        Map.of("revision", revision, "tables", sheet.tables(), "cases", sheet.cases())));
    }
}
