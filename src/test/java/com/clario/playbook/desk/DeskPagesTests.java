package com.clario.playbook.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.PartnershipProcess;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.pilot.Trial;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlaybookTest
class DeskPagesTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    BusinessDays days;

    @LocalServerPort
    int port;

    private Visitor sari;

    @BeforeEach
    void signIn() throws Exception {
        sari = Visitor.signedIn(port, "sari");
        sari.get("/mails");
    }

    @Test
    void showsAnOpenPartnershipOnTheBoardWithDaysAgainstPlan() throws Exception {
        var code = started("Pawoon").code();

        var board = sari.get("/").body();

        assertThat(board).contains("href=\"/partnerships/" + code + "\"", "Research: Pawoon", "Sari Wijaya");
        assertThat(board).containsPattern("(28|29|30|31) days left");
        assertThat(board).contains("/camunda/app/tasklist/default/#/?task=");
    }

    @Test
    void filtersTheBoardByOwnerAndByWhatIsOverdue() throws Exception {
        var code = started("Qasir").code();

        assertThat(sari.get("/?owner=sari").body()).contains("/partnerships/" + code);
        assertThat(sari.get("/?owner=budi").body()).doesNotContain("/partnerships/" + code);
        assertThat(sari.get("/?overdue=true").body())
                .doesNotContain("/partnerships/" + code)
                .contains("Nothing is overdue here.");
    }

    @Test
    void showsTasksAndTimelineOfACase() throws Exception {
        var code = started("Olsera").code();

        var page = sari.get("/partnerships/" + code).body();

        assertThat(page).contains("Research: Olsera", "for partnerships", "/camunda/app/tasklist/default/#/?task=");
        assertThat(page).contains("Partnership started: Olsera, Reseller", "Stage begins: Identify", "A test");
        assertThat(page).containsPattern("\\d{1,2} [A-Z][a-z]{2} 20\\d\\d, \\d\\d:\\d\\d");
        assertThat(page).contains("data-active=\"researchCandidate\"").doesNotContain("End the pilot now");
    }

    @Test
    void showsATaskWithoutADateLast() throws Exception {
        var code = started("Majoo").code();
        var tasks = house.getBean(TaskService.class);
        var task = tasks.createTaskQuery().processInstanceBusinessKey(code).singleResult();
        task.setDueDate(null);
        tasks.saveTask(task);

        assertThat(sari.get("/partnerships/" + code).body()).contains("Research: Majoo", "no date");
        assertThat(sari.get("/").body()).contains("Research: Majoo", "no date");
        assertThat(house.getBean(PartnershipProcess.class).tasks()).last().satisfies(last -> assertThat(last.due())
                .isNull());
    }

    @Test
    void offersToEndARunningPilotToThoseWhoMay() throws Exception {
        var run = CaseRun.of(house, "Accurate", PartnerType.POS, Model.RESELLER)
                .only("pilot")
                .complete("sari", "planPilot", Trial.plan(house, 12));
        Trial.agree(house, run);
        var page = "/partnerships/" + run.code();

        var lastDay = Shown.day(days.today().plusDays(29));
        assertThat(sari.get(page).body())
                .containsPattern("Pilot runs until\\s*" + lastDay)
                .containsPattern(" – " + lastDay)
                .contains("Pilot runs until", "data-active=\"pilotRuns\"", "End the pilot now");
        assertThat(sari.get("/").body()).contains("Pilot runs until");
        assertThat(Visitor.signedIn(port, "lina").get(page).body())
                .contains("Pilot runs until")
                .doesNotContain("End the pilot now");

        sari.get(page);
        assertThat(sari.post(page + "/pilot/end", Map.of("why", " ")).body())
                .contains("Why: fill it in.", "role=\"alert\"", "End the pilot now");
        assertThat(sari.post(page + "/pilot/end", Map.of("why", "All have answered"))
                        .body())
                .contains("The pilot is ended.", "Enter pilot results", "All have answered")
                .doesNotContain("End the pilot now");
    }

    @Test
    void servesTheDrawingWithoutWhatTheEngineRuns() throws Exception {
        var code = started("Moka").code();

        var drawing = sari.get("/partnerships/" + code + "/drawings/identify");

        assertThat(drawing.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        assertThat(drawing.body())
                .contains("id=\"researchCandidate\" name=\"Research\"", "bpmndi:BPMNShape")
                .doesNotContain("#{", "${", "camunda:expression");
        assertThat(sari.get("/partnerships/" + code + "/drawings/pilot").statusCode())
                .isEqualTo(404);
    }

    @Test
    void answersAnUnknownCodeKindly() throws Exception {
        var page = sari.get("/partnerships/nobody-9");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing at this address", "Go to the board", "Sari Wijaya");
    }

    @Test
    void refusesASecondOpenPartnershipBesideTheForm() throws Exception {
        var run = started("Zahir");
        var form = "/partnerships/new?partner=" + run.partner();
        sari.get(form);

        var answer = sari.post(form, Map.of("model", "RESELLER", "owner", "budi", "why", "They asked again"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Zahir already has an open Reseller partnership: " + run.code())
                .contains("They asked again")
                .containsPattern("value=\"budi\"[^>]*selected");
    }

    @Test
    void showsARefusalAtItsFieldAndKeepsWhatWasTyped() throws Exception {
        sari.get("/partners/new");

        var answer = sari.post(
                "/partners/new",
                Map.of("name", "Accurate", "type", "", "valueToThem", "F&B features", "valueToUs", "P&L data"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Type: choose POS, accounting or channel.", "value=\"Accurate\"", "F&amp;B features");
    }

    @Test
    void keepsAPartnerWithContactAndFact() throws Exception {
        var name = "Kopi " + UUID.randomUUID().toString().substring(0, 8);
        sari.get("/partners/new");
        sari.post("/partners/new", Map.of("name", name, "type", "POS", "valueToThem", "a", "valueToUs", "b"));
        var code = name.toLowerCase().replace(' ', '-');

        sari.post(
                "/partners/" + code + "/contacts/new",
                Map.of("name", "Rina", "mail", "rina@kopi.example", "language", "id", "doNotContact", "true"));
        sari.post(
                "/partners/" + code + "/facts/new",
                Map.of("criterion", "merchants", "worth", "30000", "source", "Annual report", "on", "2025-11-02"));

        assertThat(sari.get("/partners/" + code).body())
                .contains("Rina", "do not contact", "30,000", "Annual report", "2 Nov 2025");
        assertThat(sari.get("/partners?q=" + code.substring(5)).body())
                .contains(name)
                .doesNotContain("No partner fits");
    }

    @Test
    void keepsATypeThatAnOpenPartnershipNeeds() throws Exception {
        var run = started("Majoo");
        var edit = "/partners/" + run.partner() + "/edit";
        var answer = sari.post(edit, channel(sari.get(edit)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Type: Majoo has an open Reseller partnership, which is not for Channel partners;"
                        + " end it first or keep the type.");
        assertThat(house.getBean(Partners.class).get(run.partner()).type()).isEqualTo(PartnerType.POS);

        house.getBean(JdbcClient.class)
                .sql(
                        "update playbook.partnership set open_mark = null, outcome = 'DECLINED', ended_on = started_on where code = ?")
                .param(run.code())
                .update();
        sari.post(edit, channel(sari.get(edit)));
        assertThat(house.getBean(Partners.class).get(run.partner()).type()).isEqualTo(PartnerType.CHANNEL);
    }

    @Test
    void givesAPartnershipOnlyToThoseWhoAnswerForSome() throws Exception {
        var partner = started("Moka").partner();
        var form = "/partnerships/new?partner=" + partner;
        sari.get(form);

        assertThat(sari.post(form, Map.of("model", "WHITE_LABEL", "owner", "lina", "why", "x"))
                        .body())
                .contains("Owner: choose somebody from partnerships or a manager.");
        assertThat(sari.post(form, Map.of("model", "WHITE_LABEL", "owner", "maya", "why", "x"))
                        .body())
                .contains("The partnership has started");
    }

    @Test
    void letsLegalReadButNotWritePartners() throws Exception {
        var run = started("Jurnal");
        var lina = Visitor.signedIn(port, "lina");
        lina.get("/mails");

        assertThat(lina.get("/partners/" + run.partner()).body())
                .contains("Jurnal")
                .doesNotContain("Start a partnership");
        assertThat(lina.get("/partners/new").statusCode()).isEqualTo(403);
        assertThat(lina.get("/partnerships/new?partner=" + run.partner()).statusCode())
                .isEqualTo(403);
        assertThat(lina.post("/partners/new", Map.of("name", "Mine")).body()).contains("Your group may not do this");
    }

    private static Map<String, String> channel(HttpResponse<String> page) {
        var seen = Pattern.compile("name=\"seen\" value=\"(\\w+)\"").matcher(page.body());
        assertThat(seen.find()).isTrue();
        return Map.of("name", "Majoo", "type", "CHANNEL", "valueToThem", "a", "valueToUs", "b", "seen", seen.group(1));
    }

    @Test
    void callsWhatWasKnownAsTheRulesDeskDoes() throws Exception {
        var code = CaseRun.of(house, "Pawoon", PartnerType.POS, Model.WHITE_LABEL)
                .only("outreach")
                .code();

        assertThat(sari.get("/partnerships/" + code).body())
                .contains(">Mutual contact</dt>", ">Has a mail address</dt>", ">no</dd>")
                .doesNotContain(">mutualContact<", ">false<");
    }

    private CaseRun started(String partner) {
        return CaseRun.of(house, partner, PartnerType.POS, Model.RESELLER).runJobs();
    }
}
