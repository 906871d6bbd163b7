package com.clario.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProductionTests {

    @Test
    void refusesToStartAndNamesAllThatIsMissing(CapturedOutput output) {
        assertThatThrownBy(() -> start()).isInstanceOf(RuntimeException.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("PLAYBOOK_DATABASE_URL", "PLAYBOOK_ADMIN_PASSWORD", "PLAYBOOK_MAIL_HOST")
                .doesNotContain("\tat com.clario");
    }

    @Test
    void namesOnlyWhatIsMissing(CapturedOutput output) {
        assertThatThrownBy(
                        () -> start("--spring.mail.host=mail.clario.example", "--spring.datasource.url=jdbc:h2:mem:x"))
                .isInstanceOf(RuntimeException.class);
        assertThat(output).contains("PLAYBOOK_ADMIN_PASSWORD").doesNotContain("PLAYBOOK_MAIL_HOST");
    }

    private static void start(String... settings) {
        var application = new SpringApplication(Playbook.class);
        application.setAdditionalProfiles("prod");
        application.run(List.of(settings).toArray(String[]::new)).close();
    }
}
