package com.clario.playbook.launch.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.SignedTerms;
import com.clario.playbook.TestCall;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.key.ApiKeys;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.BusinessDays;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@PlaybookTest
@ExtendWith(OutputCaptureExtension.class)
class ConnectionPagesTests {

    private static final Pattern KEY = Pattern.compile("pbk_[0-9A-Za-z]{10}_[0-9A-Za-z]{28}");

    @Autowired
    ApplicationContext house;

    @Autowired
    ApiKeys keys;

    @Autowired
    BusinessDays days;

    @LocalServerPort
    int port;

    private CaseRun zahir;
    private Visitor sari;
    private String page;

    @BeforeEach
    void launch() throws Exception {
        zahir = CaseRun.of(house, "Zahir", PartnerType.ACCOUNTING, Model.INTEGRATION);
        SignedTerms.of(house, zahir.code(), days.today().minusDays(30));
        zahir.from("launch");
        page = "/partnerships/" + zahir.code() + "/connection";
        sari = Visitor.signedIn(port, "sari");
        sari.get(page);
    }

    @Test
    void showsANewKeyOnceAndKeepsItNowhere(CapturedOutput log) throws Exception {
        var issued = sari.post(page + "/keys", Map.of());

        var key = key(issued.body());
        assertThat(issued.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(sari.get(page).body())
                .doesNotContain(key)
                .contains(
                        "Issued by Sari Wijaya",
                        "never used",
                        keys.live(zahir.code()).get(0).id());
        assertThat(TestCall.with(port, key).report("test-1").statusCode()).isEqualTo(201);
        assertThat(sari.get(page + "/state").body())
                .contains(
                        "test-1",
                        "kept as",
                        zahir.code() + "/test-1",
                        "last used",
                        "curl -X POST http://localhost:" + port);
        assertThat(zahir.timeline()).anyMatch(line -> line.matches("API key \\w{10} issued"));
        assertThat(zahir.timeline()).noneMatch(line -> line.contains(key));
        assertThat(house.getBean(HistoryService.class)
                        .createHistoricVariableInstanceQuery()
                        .list())
                .noneMatch(variable -> String.valueOf(variable.getValue()).contains(key));
        assertThat(log.getAll()).doesNotContain(key);
    }

    @Test
    void replacesAndRevokes() throws Exception {
        sari.post(page + "/keys", Map.of());
        var first = keys.live(zahir.code()).get(0).id();

        var next = key(sari.post(page + "/keys/" + first + "/rotate", Map.of()).body());
        assertThat(sari.post(page + "/keys", Map.of()).body()).contains("Two keys are live already");
        assertThat(sari.post(page + "/keys/" + first + "/revoke", Map.of("why", " "))
                        .body())
                .contains("Why: say why the key ends.");
        assertThat(sari.post(page + "/keys/" + first + "/revoke", Map.of("why", "All use the new one"))
                        .body())
                .contains("Key " + first + " is revoked; the next call with it is refused.", "All use the new one");

        assertThat(keys.live(zahir.code())).hasSize(1);
        assertThat(TestCall.with(port, next).report("test-1").statusCode()).isEqualTo(201);
    }

    @Test
    void endsAKeyOnTheDayThatWasChosen() throws Exception {
        assertThat(sari.post(
                                page + "/keys",
                                Map.of("expiresOn", days.today().minusDays(1).toString()))
                        .body())
                .contains("is over; choose a day to come, or none.");
        assertThat(sari.post(page + "/keys", Map.of("expiresOn", "soon")).body())
                .contains("Ends on: soon is not a date");
        sari.post(page + "/keys", Map.of("expiresOn", days.today().toString()));

        assertThat(keys.live(zahir.code()).get(0).expiresAt())
                .isEqualTo(days.today().plusDays(1).atStartOfDay(days.zone()).toInstant());
    }

    @Test
    void isForPartnershipsAndManagers() throws Exception {
        assertThat(Visitor.signedIn(port, "maya").get(page).statusCode()).isEqualTo(200);
        for (var other : new String[] {"lina", "fitri", "admin"}) {
            var visitor = Visitor.signedIn(port, other);
            assertThat(visitor.get(page).statusCode()).as(other).isEqualTo(403);
            assertThat(visitor.get(page + "/state").statusCode()).as(other).isEqualTo(403);
            visitor.get("/mails");
            assertThat(visitor.post(page + "/keys", Map.of()).statusCode())
                    .as(other)
                    .isEqualTo(403);
            assertThat(visitor.get("/partnerships/" + zahir.code()).body()).doesNotContain("/connection");
        }
        assertThat(new Visitor(port, "default").get(page).statusCode()).isEqualTo(302);
        assertThat(keys.of(zahir.code())).isEmpty();
    }

    @Test
    void givesNoKeyBeforeTheLaunchOrToNobody() throws Exception {
        var early = CaseRun.of(house, "Jurnal", PartnerType.ACCOUNTING, Model.INTEGRATION)
                .code();

        assertThat(sari.post("/partnerships/" + early + "/connection/keys", Map.of())
                        .body())
                .contains("A partner gets its API key in the launch, which has not begun.");
        assertThat(sari.get("/partnerships/nobody-1/connection").statusCode()).isEqualTo(404);
        assertThat(keys.of(early)).isEmpty();
    }

    @Test
    void tellsTheCaseHowTheConnectionStands() throws Exception {
        var key = key(sari.post(page + "/keys", Map.of()).body());
        TestCall.with(port, key).report("test-1");
        zahir.complete("sari", "connectIntegration", Map.of("connectionDecision", "CONNECTED"));
        zahir.complete(
                "sari",
                "announcePartnership",
                Map.of("announcement", "Here", "announcedOn", days.today().toString(), "announcedWhere", "News"));

        assertThat(sari.get("/partnerships/" + zahir.code()).body())
                .contains("Traced test activity", "test-1", "RDY-07", "not ready", page)
                .doesNotContain(key);
    }

    private static String key(String body) {
        var found = KEY.matcher(body);
        assertThat(found.find()).as("a key on the page").isTrue();
        return found.group();
    }
}
