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

@PlaybookTest
class LoginTests {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    IdentityService identity;

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
        assertThat(identity.checkPassword("nina", password.substring(0, 63))).isFalse();
        identity.unlockUser("nina");
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
    void endsTheSessionOfWhoeverIsLocked() {
        visitor.as("nina");
        for (int attempt = 0; attempt < 10; attempt++) {
            identity.checkPassword("nina", "wrong");
            org.camunda.bpm.engine.impl.util.ClockUtil.offset((attempt + 1) * 120_000L);
        }
        org.camunda.bpm.engine.impl.util.ClockUtil.reset();
        assertThat(visitor.call("GET", "/task?maxResults=10", null).statusCode())
                .isEqualTo(401);
        assertThat(location(visitor.signIn("nina", "nina"))).endsWith("/login?error");
    }

    @Test
    void keepsTheSessionOfWhoeverMistypesOnceElsewhere() {
        visitor.as("nina");
        identity.checkPassword("nina", "wrong");
        assertThat(visitor.call("GET", "/task?maxResults=10", null).statusCode())
                .isEqualTo(200);
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
