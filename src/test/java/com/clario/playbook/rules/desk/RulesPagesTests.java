package com.clario.playbook.rules.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What everybody reads of the rules, and what only managers see and do. */
@PlaybookTest
class RulesPagesTests {

    private static final String APPROACH = "/rules/outreach/approach";

    @LocalServerPort
    int port;

    private Visitor maya;
    private Visitor sari;

    @BeforeEach
    void signIn() {
        maya = Visitor.signedIn(port, "maya");
        sari = Visitor.signedIn(port, "sari");
        maya.get("/rules");
        sari.get("/rules");
    }

    @Test
    void saysOfEveryRuleSetWhatItDecidesAndWhen() {
        assertThat(sari.get("/rules").body())
                .contains(
                        "How well a candidate fits us, and we them",
                        "When the research on a candidate is handed in",
                        "Whether a pilot passed, needs more time or failed",
                        "Version 1 since",
                        "by the system")
                .containsPattern("Nothing was decided by it in the last 12 months\\.|not fired in 12 months")
                .doesNotContain("You may change them");
        assertThat(maya.get("/rules").body()).contains("You may change them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identify/fit",
                "identify/prioritisation",
                "outreach/approach",
                "outreach/follow-up",
                "negotiation/terms",
                "negotiation/pilot",
                "negotiation/pilot-plan",
                "launch/readiness",
                "optimize/review",
                "optimize/renewal"
            })
    void readsEveryRowBackInWords(String name) {
        var page = sari.get("/rules/" + name);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Version 1", "Shipped with the product", "Try a case");
        // Other tests may have had decisions taken in this house by now.
        assertThat(page.body()).containsPattern("never fired|fired once|fired \\d+ times");
        assertThat(page.body()).containsPattern(">If [^<]*\\.<").doesNotContain("Change these rules", "Roll back");
    }

    @Test
    void saysWhatAppliesOnADate() {
        assertThat(sari.get(APPROACH + "?on=2099-12-31").body()).contains("Version 1 since");
        assertThat(sari.get(APPROACH + "?on=2001-01-01"))
                .satisfies(page -> assertThat(page.statusCode()).isEqualTo(400))
                .satisfies(page -> assertThat(page.body()).contains("Date: on 1 Jan 2001 there were no rules yet."));
        assertThat(sari.get(APPROACH + "?on=tomorrow").body())
                .contains("Date: tomorrow is not a date such as 2026-01-31.");
        for (var beyond : List.of("%2B999999999-12-31", "-999999999-01-01", "2101-01-01", "1999-12-31")) {
            var page = sari.get(APPROACH + "?on=" + beyond);
            assertThat(page.statusCode()).as(beyond).isEqualTo(400);
            assertThat(page.body()).as(beyond).contains("Date: choose a day from 2000 to 2100.");
        }
    }

    @Test
    void leadsNowhereWhereNoRuleSetIs() {
        for (var path : List.of("/rules/outreach/nothing", "/rules/outreach", APPROACH + "?version=99")) {
            assertThat(sari.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(maya.get(APPROACH + "/compare?from=99").statusCode()).isEqualTo(404);
        assertThat(maya.get(APPROACH + "/compare?from=x").statusCode()).isEqualTo(400);
    }

    @Test
    void letsOnlyManagersChangeRules() {
        for (var path : List.of(
                "/draft",
                "/draft/proof",
                "/draft/upload",
                "/draft/sheet.xlsx",
                "/submit",
                "/back-test",
                "/back-test?test=1",
                "?piece=shadow")) {
            assertThat(sari.get(APPROACH + path).statusCode()).as(path).isEqualTo(403);
        }
        for (var path : List.of(
                "/draft/open",
                "/draft/discard",
                "/draft/accept?case=x",
                "/draft/restart?version=1",
                "/draft/upload",
                "/draft/upload/take?revision=1&sheet={}",
                "/submit",
                "/withdraw",
                "/back-test",
                "/challenger",
                "/challenger/end")) {
            assertThat(sari.post(APPROACH + path.replace("{}", "%7B%7D"), Map.of())
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(sari.put(APPROACH + "/draft", "{}").statusCode()).isEqualTo(403);
        assertThat(sari.get(APPROACH + "/versions/1/sheet.xlsx").statusCode()).isEqualTo(200);
        assertThat(sari.get(APPROACH + "/compare").statusCode()).isEqualTo(200);
        assertThat(sari.get(APPROACH + "/try").statusCode()).isEqualTo(200);
    }

    @Test
    void asksStrangersToSignInAndScriptsForTheirToken() {
        var stranger = new Visitor(port, "default");
        assertThat(stranger.get("/rules").headers().firstValue("Location").orElse(""))
                .contains("/login");
        var forged = Visitor.signedIn(port, "maya");
        assertThat(forged.callAnything("PUT", APPROACH + "/draft", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void judgesOneCaseByHand() {
        var tried = sari.get(APPROACH + "/try?mutualContact=false&contactMayBeMailed=true&contactHasMail=true&what=1");

        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body()).contains("fired");
        assertThat(sari.get("/rules/identify/fit/try?merchants=many"))
                .satisfies(page -> assertThat(page.statusCode()).isEqualTo(400))
                .satisfies(page -> assertThat(page.body()).contains("role=\"alert\""));
    }
}
