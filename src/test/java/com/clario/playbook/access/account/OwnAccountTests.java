package com.clario.playbook.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.Groups;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody sees their account and changes their own password. */
@PlaybookTest
class OwnAccountTests {

    private static final String OLD = "three words long";
    private static final String NEXT = "quite another one";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    private Visitor nina;

    @BeforeEach
    void newColleague() {
        var user = identity.newUser("ninatest");
        user.setFirstName("Nina");
        user.setLastName("Test");
        user.setEmail("nina@clario.example");
        user.setPassword(OLD);
        identity.saveUser(user);
        identity.createMembership("ninatest", Groups.LEGAL);
        nina = visitor();
        assertThat(isIn(nina.signIn("ninatest", OLD))).isTrue();
    }

    @AfterEach
    void colleagueLeaves() {
        identity.deleteUser("ninatest");
        jdbc.sql("delete from playbook.knock").update();
        jdbc.sql("delete from playbook.known_browser where person = 'ninatest'").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sari", "lina", "maya", "fitri", "admin"})
    void isOpenToEverybody(String person) {
        var page = Visitor.signedIn(port, person).get("/account");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("My account", person + "@clario.example", "href=\"/account\"");
    }

    @Test
    void saysWhoSheIs() {
        assertThat(nina.get("/account").body())
                .contains("Nina Test", "ninatest", "nina@clario.example", "Legal", "At least 8 characters");
    }

    @Test
    void changesThePasswordAndEndsEveryOtherSession() {
        var elsewhere = visitor();
        elsewhere.signIn("ninatest", OLD);
        elsewhere.openTasklist();
        assertThat(elsewhere.get("/").statusCode()).isEqualTo(200);

        assertThat(change(OLD, NEXT, NEXT).statusCode()).isEqualTo(302);

        var page = nina.get("/account");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Your password is changed.", "Password changed; every other session ended", "Nina Test");
        assertThat(elsewhere.call("GET", "/task?maxResults=10", null).statusCode())
                .isEqualTo(401);
        assertThat(isIn(elsewhere.get("/"))).isFalse();
        assertThat(isIn(visitor().signIn("ninatest", OLD))).isFalse();
        assertThat(isIn(visitor().signIn("ninatest", NEXT))).isTrue();
        assertThat(nina.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void countsAWrongOldPasswordAsASignInInVain() {
        for (int knock = 0; knock < 4; knock++) {
            assertThat(change("wrong", NEXT, NEXT).body())
                    .contains("Old password: it is not the right one.")
                    .doesNotContain("Try again in");
        }
        assertThat(change("wrong", NEXT, NEXT).body()).contains("Try again in one minute, at");
        assertThat(change(OLD, NEXT, NEXT).body())
                .contains("Old password: too many wrong ones. Try again in one minute, at");
        nina.submit("/account", "/logout", Map.of());
        assertThat(isIn(nina.signIn("ninatest", OLD))).isFalse();
        assertThat(isIn(visitor().signIn("ninatest", OLD))).isTrue();
    }

    @Test
    void forgetsTheOtherBrowsersWithThePassword() {
        visitor().signIn("ninatest", OLD);
        assertThat(browsers()).isEqualTo(2);
        change(OLD, NEXT, NEXT);
        assertThat(browsers()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"\", quite another one, quite another one, Old password: fill it in.",
                "three words long, \"\", \"\", \"New password: at least 8 characters, it has 0.\"",
                "three words long, 1234567, 1234567, \"New password: at least 8 characters, it has 7.\"",
                "three words long, \"   1234   \", \"   1234   \", \"New password: at least 8 characters, it has 4.\"",
                "three words long, NinaTest, NinaTest, New password: it is the name you sign in with; choose another.",
                "three words long, three words long, three words long, New password: it is the old one; choose another.",
                "three words long, quite another one, quite another two, "
                        + "New password again: it differs from the new password; type both once more."
            })
    void refusesWithASentence(String old, String next, String again, String sentence) {
        var answer = change(old, next, again);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
        assertThat(isIn(visitor().signIn("ninatest", OLD))).isTrue();
    }

    @Test
    void refusesAPasswordWithoutEnd() {
        var endless = "word ".repeat(50);
        assertThat(change(OLD, endless, endless).body()).contains("New password: at most 200 characters, it has 250.");
    }

    @Test
    void changesNothingForAForgedForm() {
        nina.get("/account");
        var forged = nina.callAnything("POST", "/account", "old=x");
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    private long browsers() {
        return jdbc.sql("select count(*) from playbook.known_browser where person = 'ninatest'")
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> change(String old, String next, String again) {
        return nina.submit("/account", "/account", Map.of("old", old, "next", next, "again", again));
    }

    private static boolean isIn(HttpResponse<String> answer) {
        return !answer.headers().firstValue("Location").orElseThrow().contains("/login");
    }

    private Visitor visitor() {
        return new Visitor(port, engine.getName());
    }
}
