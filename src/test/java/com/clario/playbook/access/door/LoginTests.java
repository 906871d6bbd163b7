package com.clario.playbook.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.Groups;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlaybookTest
class LoginTests {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    Visitor visitor;

    @BeforeEach
    void newColleague() {
        var user = identity.newUser("nina");
        user.setFirstName("Nina");
        user.setLastName("Test");
        user.setPassword("nina");
        identity.saveUser(user);
        identity.createMembership("nina", Groups.LEGAL);
        visitor = new Visitor(port, engine.getName());
    }

    @AfterEach
    void colleagueLeaves() {
        identity.deleteUser("nina");
        jdbc.sql("delete from playbook.knock").update();
    }

    @Test
    void opensBoardAndTasklistWithOneLogin() {
        assertThat(visitor.openTasklist().statusCode()).isEqualTo(302);
        assertThat(location(visitor.signIn("nina", "nina"))).doesNotContain("error");
        assertThat(visitor.openTasklist().statusCode()).isEqualTo(200);
        assertThat(visitor.call("GET", "/task?maxResults=10", null).statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAWrongPassword() {
        assertThat(location(visitor.signIn("nina", "wrong"))).endsWith("/login?error");
        assertThat(visitor.openTasklist().statusCode()).isEqualTo(302);
    }

    @Test
    void takesAPasswordOf64Characters() {
        var password = "Kx9!".repeat(16);
        var user = identity.createUserQuery().userId("nina").singleResult();
        user.setPassword(password);
        identity.saveUser(user);
        assertThat(location(visitor.signIn("nina", password.substring(0, 63)))).endsWith("/login?error");
        assertThat(location(visitor.signIn("nina", password))).doesNotContain("error");
        assertThat(visitor.openTasklist().statusCode()).isEqualTo(200);
    }

    @Test
    void endsTasklistWhenSomebodyLeavesTheHouse() {
        visitor.as("nina");
        assertThat(location(visitor.submit("/login", "/logout", java.util.Map.of())))
                .endsWith("/login?out");
        assertThat(visitor.call("GET", "/task?maxResults=10", null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void endsTheHouseWhenSomebodyLeavesTheTasklist() {
        visitor.as("nina");
        var left = visitor.callAnything("POST", "/camunda/api/admin/auth/user/" + engine.getName() + "/logout", null);
        assertThat(left.statusCode()).isEqualTo(204);
        assertThat(location(visitor.get("/"))).endsWith("/login");
        assertThat(visitor.call("GET", "/task?maxResults=10", null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void knowsNoSecondLogin() {
        visitor.as("nina");
        var second = visitor.callAnything(
                "POST", "/camunda/api/admin/auth/user/" + engine.getName() + "/login/tasklist", null);
        assertThat(second.statusCode()).isEqualTo(403);
    }

    @Test
    void endsTheSessionOfWhoeverLosesAGroup() {
        visitor.as("nina");
        identity.deleteMembership("nina", Groups.LEGAL);
        assertThat(visitor.call("GET", "/task?maxResults=10", null).statusCode())
                .isEqualTo(401);
        assertThat(location(visitor.get("/"))).endsWith("/login");
    }

    @Test
    void endsTheSessionOfWhoeverIsDeleted() {
        visitor.as("nina");
        identity.deleteUser("nina");
        assertThat(location(visitor.get("/"))).endsWith("/login?ended");
        assertThat(visitor.openTasklist().statusCode()).isEqualTo(302);
    }

    @Test
    void endsTheSessionOfWhoeverGetsAnotherPassword() {
        visitor.as("nina");
        var user = identity.createUserQuery().userId("nina").singleResult();
        user.setPassword("another one");
        identity.saveUser(user);
        assertThat(visitor.call("GET", "/task?maxResults=10", null).statusCode())
                .isEqualTo(401);
        assertThat(location(visitor.get("/"))).endsWith("/login");
    }

    @Test
    void keepsTheSessionOfWhoeverIsGuessedAtElsewhere() {
        visitor.as("nina");
        var stranger = new Visitor(port, engine.getName());
        for (int knock = 0; knock < 6; knock++) {
            stranger.signIn("nina", "wrong");
        }
        assertThat(visitor.call("GET", "/task?maxResults=10", null).statusCode())
                .isEqualTo(200);
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
