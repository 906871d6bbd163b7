package com.clario.playbook.partnership.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.partnership.AnyTime;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Shown;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@PlaybookTest
class AnyTimePagesTests {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @Autowired
    ApplicationContext house;

    @Autowired
    BusinessDays days;

    @LocalServerPort
    int port;

    AnyTime moka;
    String page;
    Visitor maya;

    @BeforeEach
    void somebodyNew() throws Exception {
        moka = AnyTime.with(house, "Moka");
        page = "/partnerships/" + moka.run.code();
        maya = Visitor.signedIn(port, "maya");
        maya.get("/mails");
    }

    @Test
    void pausesAndResumesOnPagesThatSayWhatFollows() throws Exception {
        moka.researching();
        var until = days.today().plusDays(17);
        assertThat(maya.get(page).body()).contains(page + "/pause", page + "/close", page + "/owner");
        assertThat(maya.get(page + "/pause").body())
                .contains("This task leaves", "Research: Moka", "No timer runs", "takes no part in a round");

        var refused = maya.post(page + "/pause", Map.of("until", "tomorrow", "why", "They move <house>"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Until: tomorrow is not a date", "They move &lt;house&gt;", "aria-describedby=\"untilHelp\"");
        assertThat(maya.post(page + "/pause", Map.of("until", until.toString(), "why", "They move <house>"))
                        .body())
                .contains("is paused. It goes on by itself on " + Shown.day(until), "Nothing moves until then");
        moka.run.runJobs();

        assertThat(maya.get(page).body())
                .contains("Paused until " + Shown.day(until), "They move &lt;house&gt;", page + "/resume")
                .doesNotContain(page + "/pause\"", "Research: Moka</span>", "The system is at work");
        var board = maya.get("/").body();
        assertThat(board).contains("Paused until " + Shown.day(until), " paused</span>");
        assertThat(maya.get(page + "/resume").body()).contains("all dates stay as they were");
        assertThat(maya.post(page + "/resume", Map.of("why", "")).body()).contains("Why: say why");
        assertThat(maya.post(page + "/resume", Map.of("why", "They are back")).body())
                .contains("goes on where it stood", "Resumed before " + Shown.day(until))
                .doesNotContain("Nothing moves until then");
        moka.run.runJobs();
        assertThat(maya.get(page).body()).contains("Research: Moka");
        assertThat(maya.get(page + "/resume").body()).contains("It is not paused");
    }

    @Test
    void theBoardOffersNoWorkOnAPausedCase() throws Exception {
        var tired = AnyTime.with(house, "Sleeper").researching();
        var sari = Visitor.signedIn(port, "sari");
        assertThat(sari.get("/").body()).contains("Research: Sleeper");

        var until = days.today().plusDays(5).toString();
        maya.post("/partnerships/" + tired.run.code() + "/pause", Map.of("until", until, "why", "A rest"));

        assertThat(sari.get("/").body()).contains("Sleeper").doesNotContain("Research: Sleeper");
    }

    @Test
    void saysWhyNothingCanBeCalledForAPausedCase() throws Exception {
        moka.pilotRuns().pause(10);
        assertThat(maya.get(page).body()).doesNotContain("End the pilot now");
        var sentence = "Moka is paused until " + Shown.day(days.today().plusDays(10));

        assertThat(maya.post(page + "/pilot/end", Map.of("why", "x")).body()).contains(sentence);
        assertThat(maya.post(page + "/review/call", Map.of("why", "x")).body()).contains(sentence);
        assertThat(moka.run.timeline()).noneMatch(line -> line.startsWith("Pilot ended"));
    }

    @Test
    void closesALivePartnershipOnlyWithTheTick() throws Exception {
        moka.live();
        assertThat(maya.get(page + "/close").body())
                .contains("binds us until", "Hold a review instead", "name=\"accepted\"", "cannot be opened again");

        assertThat(maya.post(page + "/close", Map.of("why", "They stopped paying"))
                        .body())
                .contains("Signed terms: tick that you know", "They stopped paying");
        assertThat(maya.post(page + "/close", Map.of("why", "They stopped paying", "accepted", "true"))
                        .body())
                .contains("is closed.", "Closed by a manager", "Begin again", "They stopped paying");
        assertThat(maya.get(page + "/close").body()).contains("It has ended already: closed by a manager");
    }

    @Test
    void showsTheEarlierAttemptsWhereOneBeginsAgain() throws Exception {
        moka.waitsForTheRound().close("No budget this year");
        var form = "/partnerships/new?partner=" + moka.run.partner();
        var outcome = Pattern.compile(
                "Closed by a manager.*Fit: Strong, .* to them, .* to us.*No budget this year", Pattern.DOTALL);

        assertThat(maya.get(page).body()).contains(form + "&amp;model=WHITE_LABEL");
        assertThat(maya.get(form + "&model=WHITE_LABEL").body())
                .contains(page, "ended in Identify")
                .containsPattern(outcome)
                .containsPattern("value=\"WHITE_LABEL\"[^>]*checked");
        var second = maya.post(form, Map.of("model", "WHITE_LABEL", "owner", "sari", "why", "New budget"))
                .body();

        assertThat(second).contains(moka.run.partner() + "-2", page).containsPattern(outcome);
        assertThat(maya.get(page).body()).contains(page.replace("-1", "-2"), "Open, in Identify");
    }

    @Test
    void handsOverAfterShowingWhatMovesAndWhatHasChanged() throws Exception {
        moka.researching();
        var tasks = house.getBean(TaskService.class);
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(moka.run.code())
                .singleResult();
        moka.as("sari", () -> tasks.claim(task.getId(), "sari"));
        var preview = maya.get(page + "/owner?to=budi&why=Leave");
        assertThat(preview.body()).contains("From Sari Wijaya to Budi Santoso", "Research: Moka", "Hand over to Budi");
        assertThat(maya.get(page + "/owner?to=").body()).contains("To: choose somebody");

        moka.as("sari", () -> tasks.setAssignee(task.getId(), null));
        var changed = maya.post(page + "/owner", Map.of("to", "budi", "why", "Leave", "seen", seen(preview)));
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.body()).contains("Something has changed since you looked", "done or taken by somebody else");
        assertThat(moka.partnership().owner()).isEqualTo("sari");

        assertThat(maya.post(page + "/owner", Map.of("to", "budi", "why", "Leave", "seen", seen(changed)))
                        .body())
                .contains("Handed over to Budi Santoso.", "owner Budi Santoso", "Leave");
    }

    @Test
    void handsOverEverythingFromThePageOfManagers() throws Exception {
        moka.researching();
        assertThat(maya.get("/?owner=sari").body()).contains("/partnerships/handover?from=sari");
        var all = "/partnerships/handover";
        assertThat(maya.get(all).body()).contains("Hand over somebody’s work", "Sari Wijaya");
        var preview = maya.get(all + "?from=sari&to=budi");
        assertThat(preview.body()).contains(moka.run.code());

        assertThat(maya.post(all, Map.of("from", "sari", "to", "budi", "seen", seen(preview)))
                        .body())
                .contains("Handed over to Budi Santoso.");
        assertThat(moka.partnership().owner()).isEqualTo("budi");
        assertThat(maya.get(all + "?from=fitri&to=budi").body()).contains("so there is nothing to hand over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pause", "/resume", "/close", "/owner"})
    void turnsAwayWhoMayNot(String act) throws Exception {
        moka.researching();
        for (var person : new String[] {"budi", "lina", "fitri"}) {
            var visitor = Visitor.signedIn(port, person);
            assertThat(visitor.get(page).body()).doesNotContain(page + "/pause", page + "/close", page + "/owner");
            visitor.get("/mails");
            assertThat(visitor.get(page + act).statusCode()).isEqualTo(403);
            assertThat(visitor.post(page + act, Map.of("why", "x", "until", "2027-01-01", "to", "budi"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(moka.partnership().open() && !moka.partnership().paused()).isTrue();
        var sari = Visitor.signedIn(port, "sari");
        assertThat(sari.get(page + "/owner").statusCode()).isEqualTo(200);
        assertThat(sari.get("/").body()).doesNotContain("/partnerships/handover");
        assertThat(sari.get("/partnerships/handover").statusCode()).isEqualTo(403);
        assertThat(maya.get("/partnerships/nobody-9" + act).statusCode()).isEqualTo(404);
    }

    @Test
    void takesPausedTasksOutOfEveryListInTasklist() {
        moka.researching();
        var filters = house.getBean(FilterService.class);
        assertThat(filters.createTaskFilterQuery().list()).hasSize(4);
        var team = filters.createTaskFilterQuery().filterName("My team's").singleResult();
        assertThat(shows(team)).isTrue();

        moka.pause(5);

        assertThat(shows(team)).isFalse();
        moka.resume("On");
        assertThat(shows(team)).isTrue();
    }

    private boolean shows(Filter filter) {
        return house
                .getBean(com.clario.playbook.access.People.class)
                .actAs("budi", () -> house.getBean(FilterService.class)
                        .listPage(
                                filter.getId(),
                                house.getBean(TaskService.class)
                                        .createTaskQuery()
                                        .processInstanceBusinessKey(moka.run.code()),
                                0,
                                10))
                .stream()
                .findAny()
                .isPresent();
    }

    private static String seen(HttpResponse<String> preview) {
        return SEEN.matcher(preview.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.joining(","));
    }
}
