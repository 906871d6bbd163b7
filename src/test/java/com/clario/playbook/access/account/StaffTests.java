package com.clario.playbook.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.AtTheSameMoment;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.account.Accounts;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators, and nobody else, keep the accounts. */
@PlaybookTest
class StaffTests {

    private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*value=\"([^\"]+)\"");
    private static final String OWN = "one of her own";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    IdentityService identity;

    @Autowired
    People people;

    @Autowired
    Staff staff;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private Visitor admin;

    @BeforeEach
    void administrator() {
        admin = Visitor.signedIn(port, "admin");
    }

    @AfterEach
    void asBefore() {
        ClockUtil.reset();
        identity.deleteUser("nina");
        identity.deleteUser("omar");
        for (var table : List.of("knock", "account", "account_change")) {
            jdbc.sql("delete from playbook." + table).update();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sari", "lina", "maya", "fitri"})
    void isClosedToEverybodyElse(String person) {
        var visitor = visitor().as(person);
        for (var page : List.of("/people", "/people/new", "/people/sari", "/people/sari/leave", "/people/nobody")) {
            assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(403);
        }
        for (var deed : List.of("new", "sari", "sari/unlock", "sari/password", "sari/back", "sari/leave")) {
            var refused = visitor.submit("/account", "/people/" + deed, Map.of("first", "Sari", "groups", "legal"));
            assertThat(refused.statusCode()).as(deed).isEqualTo(403);
        }
        assertThat(visitor.get("/account").body()).doesNotContain("href=\"/people\"");
        assertThat(people.find("sari").orElseThrow().groups()).containsExactly(Groups.PARTNERSHIPS);
    }

    @Test
    void isClosedToStrangers() {
        assertThat(isIn(visitor().get("/people"))).isFalse();
    }

    @Test
    void listsEverybodyWithGroupsAndState() {
        for (int knock = 0; knock < 5; knock++) {
            visitor().signIn("lina", "wrong");
        }
        assertThat(admin.get("/people").body())
                .contains("Sari Wijaya", "sari@clario.example", "Partnerships", "active")
                .containsPattern("locked until \\d\\d:\\d\\d:\\d\\d");

        assertThat(admin.submit("/people/lina", "/people/lina/unlock", Map.of()).body())
                .contains("Unlocked: the next password is looked at again.", "Unlocked after wrong passwords");
        assertThat(isIn(visitor().signIn("lina", "lina"))).isTrue();
    }

    @Test
    void letsANewPersonInWithAPasswordForOneTime() {
        var secret = secret(add("nina", "Nina", "legal", "managers"));
        assertThat(secret).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(admin.get("/people/nina").body())
                .doesNotContain(secret)
                .contains("one-time password until", ">Administrators</span>");

        var nina = visitor();
        assertThat(isIn(nina.signIn("nina", secret))).isTrue();
        for (var page : List.of("/", "/partners", "/rules", "/camunda/app/tasklist/default/")) {
            assertThat(nina.get(page).headers().firstValue("Location"))
                    .as(page)
                    .get()
                    .asString()
                    .endsWith("/account");
        }
        assertThat(nina.callAnything("GET", "/camunda/api/engine/engine/" + engine.getName() + "/task", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(nina.get("/account").body()).contains("signed in with a password for one time");

        nina.submit("/account", "/account", Map.of("old", secret, "next", OWN, "again", OWN));
        assertThat(nina.get("/").statusCode()).isEqualTo(200);
        assertThat(nina.openTasklist().statusCode()).isEqualTo(200);
        assertThat(isIn(visitor().signIn("nina", secret))).isFalse();
        assertThat(people.find("nina").orElseThrow().groups()).containsExactlyInAnyOrder("legal", "managers");
        assertThat(admin.get("/people/nina").body())
                .contains("Joined", "Groups: none → Legal, Managers", "One-time password set", "Password changed");
    }

    @Test
    void looksAtAPasswordForOneTimeForThreeDaysOnly() {
        var secret = secret(add("nina", "Nina", "legal"));
        ClockUtil.setCurrentTime(Date.from(
                ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(3)).plusSeconds(1)));
        var nina = visitor();
        assertThat(isIn(nina.signIn("nina", secret))).isFalse();
        assertThat(nina.get("/login?error").body()).contains("its days are over. Ask an administrator for another.");
    }

    @Test
    void endsEverySessionWithAPasswordForOneTime() {
        var nina = newcomer();
        var secret = secret(admin.submit("/people/nina", "/people/nina/password", Map.of()));
        assertThat(isIn(nina.get("/"))).isFalse();
        assertThat(isIn(nina.signIn("nina", OWN))).isFalse();
        assertThat(isIn(nina.signIn("nina", secret))).isTrue();
    }

    @Test
    void movesSomebodyToOtherGroups() {
        var nina = newcomer();
        var page = post("/people/nina", "Nina", "finance");
        assertThat(page.body()).contains("The change is kept.", "Groups: Legal → Finance");
        assertThat(people.groupsOf("nina")).containsExactly(Groups.FINANCE);
        assertThat(isIn(nina.get("/"))).isFalse();
    }

    @Test
    void closesAnAccountAndOpensItAgain() {
        var nina = newcomer();
        var work = engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("drawings/review.bpmn")
                .addClasspathResource("drawings/reviewTerms.form")
                .deploy()
                .getId();
        engine.getRuntimeService().startProcessInstanceByKey("review", "moka-1", Map.of("partner", "Moka"));
        var task = engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKey("review")
                .singleResult();
        engine.getTaskService().setAssignee(task.getId(), "nina");
        try {
            assertThat(admin.get("/people/nina/leave").body())
                    .contains(task.getName(), "A manager hands them over", "Maya Kusuma");
            assertThat(post("/people/admin", "Administrator", "camunda-admin", "managers")
                            .uri()
                            .getPath())
                    .as("with other groups one signs in anew")
                    .isEqualTo("/login");
            admin = Visitor.signedIn(port, "admin");
            assertThat(admin.get("/people/nina/leave").body()).contains("href=\"/partnerships/handover?from=nina\"");
            assertThat(admin.get("/partnerships/handover?from=nina").body()).contains("Nina Test");
        } finally {
            identity.deleteMembership("admin", Groups.MANAGERS);
            engine.getRepositoryService().deleteDeployment(work, true);
        }
        admin = Visitor.signedIn(port, "admin");

        assertThat(admin.submit("/people/nina/leave", "/people/nina/leave", Map.of())
                        .body())
                .contains("The account of Nina Test is closed.", "Left: the account is closed", "Let in again");
        assertThat(isIn(nina.get("/"))).isFalse();
        assertThat(isIn(nina.signIn("nina", OWN))).isFalse();
        assertThat(people.in(Groups.LEGAL)).extracting("id").doesNotContain("nina");
        assertThat(people.find("nina").orElseThrow().name()).isEqualTo("Nina Test");
        assertThat(admin.submit("/people/nina", "/people/nina/password", Map.of())
                        .statusCode())
                .isEqualTo(400);

        var secret = secret(post("/people/nina/back", "Nina", "legal"));
        assertThat(isIn(nina.signIn("nina", secret))).isTrue();
        assertThat(people.groupsOf("nina")).containsExactly(Groups.LEGAL);
    }

    @Test
    void neverLosesTheLastAdministrator() {
        assertThat(admin.get("/people/admin").body())
                .contains("The only administrator with a password of their own cannot leave");
        for (var answer : List.of(
                admin.submit("/people/admin/leave", "/people/admin/leave", Map.of()),
                post("/people/admin", "Administrator", "managers"))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("Groups: Administrator is the only administrator with a password of their own");
        }
        assertThat(people.groupsOf("admin")).containsExactly(Groups.ADMINS);
        assertThat(isIn(visitor().signIn("admin", "admin"))).isTrue();
    }

    @Test
    void keepsOneOfTwoAdministratorsWhoRemoveEachOther() throws Exception {
        add("omar", "Omar", "camunda-admin");
        assertThat(admin.get("/people/admin").body())
                .as("Omar has yet to come")
                .contains("The only administrator with a password of their own cannot leave");
        accounts.give("omar", OWN);
        var outcomes = AtTheSameMoment.together(
                () -> people.actAs("omar", () -> leave("admin")), () -> people.actAs("admin", () -> leave("omar")));

        assertThat(outcomes).containsOnlyOnce("done");
        assertThat(people.in(Groups.ADMINS)).hasSize(1);
        identity.deleteUser("omar");
        if (people.in(Groups.ADMINS).isEmpty()) {
            identity.createMembership("admin", Groups.ADMINS);
            var user = identity.createUserQuery().userId("admin").singleResult();
            user.setPassword("admin");
            identity.saveUser(user);
        }
    }

    private Object leave(String person) {
        staff.leave(person);
        return person;
    }

    @Test
    void changesNobodysOwnPasswordHere() {
        assertThat(admin.get("/people/admin").body()).contains("This is you").doesNotContain("Set a one-time password");
        var refused = admin.submit("/people/admin", "/people/admin/password", Map.of());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Change your own password on the page of your account.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "N, Nina, nina@clario.example, legal, \"Signs in as: 2 to 32 small letters and digits\"",
                "nina_1, Nina, nina@clario.example, legal, \"Signs in as: 2 to 32 small letters and digits\"",
                "sari, Nina, nina@clario.example, legal, Signs in as: sari is the name of somebody else here",
                "system, Nina, nina@clario.example, legal, Signs in as: this is how the system itself signs",
                "nina, \" \", nina@clario.example, legal, First name: fill it in.",
                "nina, Nina, \"\", legal, Mail: write one address such as sari@clario.example",
                "nina, Nina, \"a@b.c, d@e.f\", legal, Mail: write one address such as sari@clario.example",
                "nina, Nina, nina@clario.example, \"\", Groups: choose at least one",
                "nina, Nina, nina@clario.example, kings, Groups: there is no group kings."
            })
    void refusesWithASentence(String id, String first, String mail, String group, String sentence) {
        var fields = List.of(
                Map.entry("id", id), Map.entry("first", first), Map.entry("mail", mail), Map.entry("groups", group));
        admin.get("/people/new");
        var answer = admin.postAll("/people/new", group.isEmpty() ? fields.subList(0, 3) : fields);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence).contains("value=\"" + id + "\"");
        assertThat(people.find("nina")).isEmpty();
    }

    @Test
    void saysHowLongANameMayBe() {
        var answer = post("/people/sari", "S".repeat(51), "partnerships");
        assertThat(answer.body()).contains("First name: at most 50 characters, it has 51.");
    }

    @Test
    void knowsNobodyWhoIsNotThere() {
        assertThat(admin.get("/people/nobody").statusCode()).isEqualTo(404);
        assertThat(admin.submit("/people", "/people/nobody/leave", Map.of()).statusCode())
                .isEqualTo(404);
    }

    /** Somebody in legal who has chosen a password. */
    private Visitor newcomer() {
        var secret = secret(add("nina", "Nina", "legal"));
        var nina = visitor();
        nina.signIn("nina", secret);
        nina.submit("/account", "/account", Map.of("old", secret, "next", OWN, "again", OWN));
        assertThat(nina.get("/").statusCode()).isEqualTo(200);
        return nina;
    }

    private HttpResponse<String> add(String id, String first, String... groups) {
        return send("/people/new", id, first, groups);
    }

    private HttpResponse<String> post(String path, String first, String... groups) {
        return send(path, "", first, groups);
    }

    private HttpResponse<String> send(String path, String id, String first, String... groups) {
        var fields = new ArrayList<>(List.of(
                Map.entry("id", id),
                Map.entry("first", first),
                Map.entry("last", first.equals("Administrator") ? "" : "Test"),
                Map.entry("mail", first.toLowerCase().replace("istrator", "") + "@clario.example")));
        List.of(groups).forEach(group -> fields.add(Map.entry("groups", group)));
        admin.get("/people/new");
        return admin.postAll(path, fields);
    }

    private static String secret(HttpResponse<String> page) {
        var found = SECRET.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static boolean isIn(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(place -> !place.contains("/login"))
                .orElse(answer.statusCode() == 200);
    }

    private Visitor visitor() {
        return new Visitor(port, engine.getName());
    }
}
