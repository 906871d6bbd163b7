package com.clario.playbook.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Moka walks from research to the second review, on H2, with the job executor at work. */
@PlaybookTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
class JourneyTests {

    @LocalServerPort
    private int port;

    @Test
    void mokaWalksFromResearchToTheSecondReview() {
        var walk = new MokaWalk("http://127.0.0.1:" + port);

        walk.wholeWay();

        assertThat(walk.casePage()).contains("Adjusted in the second review");
    }
}
