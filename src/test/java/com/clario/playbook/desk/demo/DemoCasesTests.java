package com.clario.playbook.desk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.Playbook;
import com.clario.playbook.SecondHouse;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.People;
import com.clario.playbook.optimize.action.Actions;
import com.clario.playbook.optimize.review.Review;
import com.clario.playbook.optimize.review.Reviews;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Stage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A first start that broke off, on a database of its own because the demo is in nobody else's way. */
@ExtendWith(OutputCaptureExtension.class)
class DemoCasesTests {

    @Test
    void makesGoodAFirstStartThatBrokeOff(CapturedOutput log) {
        try (var house = start()) {
            house.getBean(Partners.class)
                    .add(new Partner("zahir", "Zahir", PartnerType.ACCOUNTING, "", "", "a", "b", true));
            house.getBean(Partners.class).add(new Partner("pawoon", "Pawoon", PartnerType.POS, "", "", "a", "b", true));
            house.getBean(Partnerships.class).start("pawoon", Model.WHITE_LABEL, "sari", "Cut off here");
            var demo = house.getAutowireCapableBeanFactory().createBean(DemoCases.class);

            demo.arrive();

            assertThat(log).contains("The demo of zahir is not complete, the application starts all the same: ");
            assertThat(cases(house)).hasSize(9);
            assertThat(stage(house, "pawoon-1")).isEqualTo(Stage.IDENTIFY);
            assertThat(stage(house, "moka-1")).isEqualTo(Stage.IDENTIFY);
            assertThat(house.getBean(People.class).current().id()).isEqualTo("system");

            demo.arrive();

            assertThat(cases(house)).hasSize(9);
        }
    }

    private static ConfigurableApplicationContext start() {
        return start("mem:" + UUID.randomUUID());
    }

    private static ConfigurableApplicationContext start(String database) {
        return SecondHouse.start(
                "test",
                "--server.port=0",
                "--spring.datasource.generate-unique-name=false",
                "--spring.datasource.url=jdbc:h2:" + database);
    }

    private static List<String> cases(ApplicationContext house) {
        return house.getBean(Partnerships.class).all().stream()
                .map(Partnership::code)
                .toList();
    }

    private static Stage stage(ApplicationContext house, String code) {
        return house.getBean(Partnerships.class).get(code).stage();
    }

    /** The clock stands at days long past while the cases are made: nobody may do anything then. */
    @Test
    void letsNobodyInBeforeTheDemoIsThere(CapturedOutput log) {
        var waiting = new ArrayList<HttpResponse<String>>();
        var before = Instant.now();
        ApplicationListener<ApplicationStartedEvent> asTheCasesAreThere = started -> {
            var stranger = visitor(started.getApplicationContext());
            List.of("/", "/login", "/rules", "/actuator/health").forEach(page -> waiting.add(stranger.get(page)));
            assertThat(stranger.get("/app/playbook.css").statusCode()).isEqualTo(200);
            assertThat(log).doesNotContain("Partnership Playbook is running");
        };
        var application = new SpringApplication(Playbook.class);
        application.setAdditionalProfiles("test");
        application.setDefaultProperties(Map.of("camunda.bpm.webapp.enabled", "false"));
        application.addListeners(asTheCasesAreThere);

        try (var house = application.run(
                "--server.port=0",
                "--playbook.demo.cases=true",
                "--spring.datasource.generate-unique-name=false",
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID())) {
            assertThat(waiting).hasSize(4).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("3");
                assertThat(answer.body()).contains("The demo is being set up", "http-equiv=\"refresh\"");
            });
            assertThat(visitor(house).get("/login").statusCode()).isEqualTo(200);
            assertThat(visitor(house).get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(log).contains("Partnership Playbook is running");
            assertThat(house.getBean(Clock.class).instant()).isAfterOrEqualTo(before.truncatedTo(ChronoUnit.MILLIS));
            showsACaseInEveryStage(house);
        }
    }

    private static Visitor visitor(ApplicationContext house) {
        return new Visitor(house.getEnvironment().getRequiredProperty("local.server.port", Integer.class), "default");
    }

    private static void showsACaseInEveryStage(ApplicationContext house) {
        assertThat(house.getBean(Partnerships.class).all())
                .hasSize(9)
                .extracting(Partnership::stage)
                .contains(Stage.values());
        assertThat(stage(house, "zahir-1")).isEqualTo(Stage.OPTIMIZE);
        assertThat(stage(house, "pawoon-1")).isEqualTo(Stage.OPTIMIZE);
        assertThat(stage(house, "consultants-1")).isEqualTo(Stage.LAUNCH);
        assertThat(stage(house, "olsera-1")).isEqualTo(Stage.NEGOTIATION);
        assertThat(house.getBean(TaskService.class)
                        .createTaskQuery()
                        .processInstanceBusinessKey("accurate-1")
                        .taskDefinitionKey("askForIntroduction")
                        .count())
                .as("somebody can introduce us to Accurate")
                .isOne();
        assertThat(house.getBean(JdbcClient.class)
                        .sql("select meeting_on, met_on from playbook.outreach where met_on is not null")
                        .query((row, n) -> row.getString("met_on").equals(row.getString("meeting_on")))
                        .list())
                .as("they met on the day they had agreed")
                .hasSize(4)
                .containsOnly(true);
        assertThat(house.getBean(Reviews.class).of("pawoon-1")).hasSize(3).allMatch(Review::held);
        assertThat(house.getBean(Actions.class).open("pawoon-1"))
                .extracting(action ->
                        action.overdue(house.getBean(BusinessDays.class).today()))
                .containsExactly(true, false);
    }

    /** H2 writes down each statement it refuses: a start and a look around make it refuse none. */
    @Test
    void asksTheDatabaseForNothingItDoesNotHave(@TempDir Path folder) throws Exception {
        try (var house = start("file:" + folder.resolve("playbook"))) {
            house.getAutowireCapableBeanFactory().createBean(DemoCases.class).arrive();
            var port = house.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            var sari = Visitor.signedIn(port, "sari");
            for (var page : List.of("/", "/partners", "/partners/moka", "/partnerships/pawoon-1")) {
                assertThat(sari.get(page).statusCode()).as(page).isEqualTo(200);
            }
        }
        assertThat(folder).isDirectoryContaining("glob:**playbook.mv.db");
        assertThat(folder.resolve("playbook.trace.db")).doesNotExist();
    }
}
