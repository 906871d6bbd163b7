package com.clario.playbook.rules.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import com.clario.playbook.rules.check.Cases;
import com.clario.playbook.rules.draft.Sheet;
import com.clario.playbook.rules.version.Shipped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** The pages where a draft is tried, for rules that measure and for rules whose verdict is always the same. */
@PlaybookTest
class OtherSetsPagesTests {

    private static final String REVIEW = "/rules/optimize/review";
    private static final String FOLLOW_UP = "/rules/outreach/follow-up";

    @LocalServerPort
    int port;

    @Autowired
    List<RuleSet<?>> sets;

    @Autowired
    Rules rules;

    @Autowired
    JdbcClient jdbc;

    private Visitor maya;

    @BeforeEach
    void signIn() {
        maya = Visitor.signedIn(port, "maya");
    }

    @AfterEach
    void discardDrafts() throws Exception {
        DraftPage.discard(maya, REVIEW);
        DraftPage.discard(maya, FOLLOW_UP);
        jdbc.sql("delete from playbook.decision_row where decision_id in"
                        + " (select id from playbook.decision where subject like 'Case %')")
                .update();
        jdbc.sql("delete from playbook.decision where subject like 'Case %'").update();
    }

    @Test
    void showWhatBecomesOfReviews() throws Exception {
        decideCases("optimize/review");

        var page = backTest(REVIEW, "review", "REV-02", "80", "90");

        assertThat(page)
                .contains("Keep → Adjust: 2", "no longer REV-07;", "now REV-02")
                .doesNotContain("cannot be judged today", "Nothing has been decided");
    }

    @Test
    void sayWhyDecisionsCannotBeJudged() throws Exception {
        decideCases("optimize/review");
        jdbc.sql("update playbook.decision set facts = replace(facts, '\"partnerRevenue\":', '\"revenue\":')"
                        + " where subject like 'Case %'")
                .update();

        assertThat(backTest(REVIEW, "review", "REV-02", "80", "90"))
                .contains("The fact partnerRevenue was not kept then, or was of another kind: ")
                .doesNotContain("Nothing has been decided");
    }

    @Test
    void listWhatKeepsItsVerdictAndComesOutOtherwise() throws Exception {
        var before = challenge(FOLLOW_UP, "FUP-03", "10", "12");
        decideCases("outreach/follow-up");

        var page = backTest(FOLLOW_UP, "follow-up", "FUP-03", "10", "12");

        assertThat(before).contains("The draft now runs in shadow");
        assertThat(page)
                .contains("No verdict would have been another one, but not all would have come out as it did.")
                .contains("Same verdict, but other rows, sums or answers", "Case We wrote to a POS")
                .contains("Days of silence after the last 10 → 12", "otherwise FUP-03");
        assertThat(maya.get(FOLLOW_UP + "?piece=shadow").body())
                .contains("same verdict, but other rows, sums or answers")
                .contains("Days of silence after the last 10 → 12, otherwise FUP-03");
        maya.get(FOLLOW_UP);
        maya.post(FOLLOW_UP + "/challenger/end", Map.of("why", "Seen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999", "1e9999999", "banana"})
    void refuseANumberNobodyCanReckonWith(String typed) {
        var sari = Visitor.signedIn(port, "sari");

        var answer = sari.get(REVIEW + "/try?model=RESELLER&partnerRevenue=" + typed + "&targetRevenue=3");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "Partner revenue: needs a number such as 12.5, with a point before the decimals; or not measured");
    }

    /** A page with an example in its address is passed on as it is. */
    @Test
    void takeACaseInWhichNothingWasMeasured() {
        var answer = maya.get(REVIEW + "/try?model=RESELLER&partnerRevenue=not+measured&targetRevenue=3");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private String challenge(String page, String row, String old, String now) throws Exception {
        change(page, "follow-up", row, old, now);
        maya.get(page);
        return maya.post(page + "/challenger", Map.of("why", "See first")).body();
    }

    private String backTest(String page, String table, String row, String old, String now) throws Exception {
        change(page, table, row, old, now);
        maya.get(page + "/back-test");
        maya.post(page + "/back-test", Map.of());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> maya.get(page + "/back-test").body().contains("decisions judged</div>"));
        return HtmlUtils.htmlUnescape(maya.get(page + "/back-test").body());
    }

    /** Writes a number of one row otherwise, wherever it stands in it. */
    private void change(String page, String table, String row, String old, String now) throws Exception {
        maya.get(page);
        maya.post(page + "/draft/open", Map.of());
        var opened = DraftPage.opened(maya, page);
        var sheet = DraftPage.sheet(opened);
        Map<String, List<List<String>>> tables = new LinkedHashMap<>(sheet.tables());
        tables.computeIfPresent(table, (name, lines) -> lines.stream()
                .map(line -> line.get(0).equals(row) ? replaced(line, old, now) : line)
                .toList());
        DraftPage.put(maya, page, opened.get("revision").asLong(), new Sheet(tables, sheet.cases()));
    }

    private static List<String> replaced(List<String> line, String old, String now) {
        var cells = new ArrayList<>(line);
        cells.replaceAll(cell -> cell.equals(old) ? now : cell);
        return cells;
    }

    private void decideCases(String name) {
        sets.stream().filter(set -> set.name().equals(name)).forEach(this::decideCases);
    }

    private <F> void decideCases(RuleSet<F> set) {
        Cases.read(Shipped.cases(set), set.facts())
                .forEach(each -> rules.decide(set, set.facts().cast(each.facts()), "Case " + each.name()));
    }
}
