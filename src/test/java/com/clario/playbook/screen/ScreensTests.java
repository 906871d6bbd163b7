package com.clario.playbook.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.Chromium;
import com.clario.playbook.Plan;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.Groups;
import com.clario.playbook.mail.consent.OptOuts;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page and every form, as those see it who come to it; the pictures lie under target/screenshots. */
@AtTheScreen
@TestPropertySource(properties = "playbook.demo.cases=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScreensTests {

    private static final Map<String, String> PEOPLE = Map.of(
            Groups.PARTNERSHIPS, "sari",
            Groups.LEGAL, "lina",
            Groups.MANAGERS, "maya",
            Groups.FINANCE, "fitri");

    /** A drawing's task and who does it. */
    record Asked(Plan plan, UserTask task) {

        String person() {
            return PEOPLE.get(task.getCamundaCandidateGroupsList().get(0));
        }

        @Override
        public String toString() {
            return task.getId();
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Chromium chromium;
    private Pages pages;
    private final Map<String, Colleague> colleagues = new HashMap<>();

    @BeforeAll
    void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    Stream<Pages.Found> pages() {
        pages = new Pages(port, requestMappingHandlerMapping);
        pause("advisers-1");
        draft("/rules/identify/fit");
        pages.walk("sari", importThatWaits());
        for (var person : List.of("maya", "lina", "fitri", "admin")) {
            pages.walk(person);
        }
        return pages.found().stream();
    }

    private void pause(String code) {
        var page = "/partnerships/" + code + "/pause";
        var until = LocalDate.now().plusDays(30).toString();
        Visitor.signedIn(port, "maya").submit(page, page, Map.of("until", until, "why", "They move house"));
    }

    /** A draft of rules has pages of its own. */
    private void draft(String rules) {
        Visitor.signedIn(port, "maya").submit(rules, rules + "/draft/open", Map.of());
    }

    /** A file somebody has sent leads to its own page. */
    private String importThatWaits() {
        var rows =
                "name,type,value to them,value to us,website\nKopi Kita,POS,New revenue,Many cafés,https://kopi.example\n"
                        + "Moka Kopi,POS,New revenue,Many cafés,https://moka.example\n,XYZ,,,\n";
        var page = "/partners/import";
        return Visitor.signedIn(port, "sari")
                .submit(page, page, Map.of("pasted", rows))
                .uri()
                .getPath();
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsFitToShow(Pages.Found page) {
        var colleague = colleague(page.person());
        colleague.open(page.path());
        colleague.sight().isFitToShow(page.picture());
    }

    @Order(2)
    @Test
    void everyPageIsReachedByALink() {
        assertThat(pages.neverReached()).isEmpty();
    }

    @Order(3)
    @ParameterizedTest
    @CsvSource({"/login, login", "/login?error, login-refused", "/login?out, login-after-leaving"})
    void everyPageBeforeTheDoorIsFitToShow(String path, String name) {
        var page = chromium.page();
        var sight = new Sight(page);
        sight.atADesk();
        page.navigate("http://localhost:" + port + path);
        sight.isFitToShow("page-" + name);
    }

    @Order(3)
    @Test
    void theWayOutOfOurMailsIsFitToShow() {
        var link = house.getBean(OptOuts.class).linkFor("rina@kopi.example");
        var page = chromium.page();
        var sight = new Sight(page);
        sight.atADesk();
        page.navigate("http://localhost:" + port + URI.create(link).getPath());
        sight.isFitToShow("page-opt-out");
        sight.atADesk();
        page.locator("main button[type=submit]").click();
        page.getByText("Done").first().waitFor();
        sight.isFitToShow("page-opt-out-done");
    }

    @Order(4)
    @ParameterizedTest
    @CsvSource({"lina, /partners/new, forbidden", "sari, /partnerships/nobody-9, not-found"})
    void everyPageThatSaysNoIsFitToShow(String person, String path, String name) {
        var colleague = colleague(person);
        colleague.open(path);
        colleague.sight().forget();
        colleague.sight().isFitToShow("page-" + name);
    }

    @Order(4)
    @Test
    void theTasklistNeverShowsTheNamesOfItsWords() {
        var page = new Colleague(chromium, "http://localhost:" + port, "sari").page();
        page.route("**/locales/en.json*", words -> {
            page.waitForTimeout(2000);
            words.resume();
        });
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");

        var list = PlaywrightAssertions.assertThat(page.locator(".column.tasks-list"));
        list.containsText("Created");
        list.not().containsText("CREATION_DATE");
    }

    static Stream<Asked> tasks() {
        return Plan.all().flatMap(plan -> plan.every(UserTask.class).stream().map(task -> new Asked(plan, task)));
    }

    @Order(5)
    @ParameterizedTest
    @MethodSource("tasks")
    void everyFormIsFitToShow(Asked asked) {
        var open = OpenTasks.of(house, asked.plan(), asked.task(), asked.person());
        var colleague = colleague(asked.person());
        colleague.look(open.getId(), open.getName());
        colleague.sight().isFormFitToShow("form-" + asked);
    }

    private Colleague colleague(String person) {
        return colleagues.computeIfAbsent(person, name -> new Colleague(chromium, "http://localhost:" + port, name));
    }
}
