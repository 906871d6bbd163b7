package com.clario.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class ProductionTests {

    @Test
    void refusesToStartAndNamesAllThatIsMissing(CapturedOutput output) {
        assertThatThrownBy(() -> start()).isInstanceOf(RuntimeException.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains(
                        "PLAYBOOK_DATABASE_URL",
                        "PLAYBOOK_ADMIN_PASSWORD",
                        "PLAYBOOK_MAIL_HOST",
                        "PLAYBOOK_MAIL_FROM",
                        "PLAYBOOK_URL")
                .doesNotContain("\tat com.clario");
    }

    @Test
    void namesOnlyWhatIsMissing(CapturedOutput output) {
        assertThatThrownBy(
                        () -> start("--spring.mail.host=mail.clario.example", "--spring.datasource.url=jdbc:h2:mem:x"))
                .isInstanceOf(RuntimeException.class);
        assertThat(output).contains("PLAYBOOK_ADMIN_PASSWORD").doesNotContain("PLAYBOOK_MAIL_HOST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--playbook.people.demo=true", "--playbook.demo.cases=true"})
    void refusesTheDemo(String setting, CapturedOutput output) {
        assertThatThrownBy(() -> start(complete(setting))).isInstanceOf(RuntimeException.class);
        assertThat(output).contains("Demo people and demo cases have no place in production");
    }

    @Test
    void refusesAnAdministratorWhosePasswordIsTheName(CapturedOutput output) {
        assertThatThrownBy(() -> start(complete("--playbook.people.admin-password=admin")))
                .isInstanceOf(RuntimeException.class);
        assertThat(output)
                .contains("The administrator's password is the account's name")
                .contains("The administrator's password is too short");
    }

    @Test
    void refusesADatabaseThatKnowsTheDemosPasswords(CapturedOutput output) {
        var database = "--spring.datasource.url=jdbc:h2:mem:once-demo;DB_CLOSE_DELAY=-1";
        try (var house = start(complete(database))) {
            var settings = house.getEnvironment();
            assertThat(settings.getProperty("server.address")).isEqualTo("0.0.0.0");
            assertThat(settings.getProperty("spring.mail.properties.mail.smtp.starttls.required"))
                    .isEqualTo("true");
            var identity = house.getBean(IdentityService.class);
            assertThat(identity.createUserQuery().list())
                    .extracting(User::getId)
                    .containsExactly("admin");
            assertThatThrownBy(() -> save(identity, "short", "1234567")).hasMessageContaining("policy");
            save(identity, "guessable", "guessable");
            save(identity, "safe", "12345678");
        }

        assertThatThrownBy(() -> start(complete(database))).isInstanceOf(RuntimeException.class);

        assertThat(output).contains("The password of these accounts is their name: guessable.");
    }

    private static void save(IdentityService identity, String id, String password) {
        var user = identity.newUser(id);
        user.setPassword(password);
        identity.saveUser(user);
    }

    /** All that production asks for, unless said otherwise. */
    private static String[] complete(String... more) {
        var settings = new ArrayList<>(List.of(
                "--spring.datasource.username=sa",
                "--spring.mail.host=127.0.0.1",
                "--playbook.mail.from=partnerships@clario.example",
                "--playbook.url=https://partners.clario.example",
                "--server.port=0",
                "--camunda.bpm.generate-unique-process-engine-name=true",
                "--camunda.bpm.generate-unique-process-application-name=true",
                "--camunda.bpm.job-execution.enabled=false"));
        var said = String.join(" ", more);
        if (!said.contains("datasource.url")) {
            settings.add("--spring.datasource.url=jdbc:h2:mem:never-reached");
        }
        if (!said.contains("admin-password")) {
            settings.add("--playbook.people.admin-password=hard to guess");
        }
        settings.addAll(List.of(more));
        return settings.toArray(String[]::new);
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return SecondHouse.start("prod", settings);
    }
}
