package com.clario.playbook.screen;

import com.clario.playbook.Chromium;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Moka walks through Tasklist and our pages in a real browser; what cannot be seen elsewhere is kept as a picture. */
@AtTheScreen
@TestPropertySource(properties = {"playbook.demo.cases=true", "camunda.bpm.job-execution.enabled=true"})
class MokaBrowserTests {

    @LocalServerPort
    private int port;

    @Test
    void fourPeopleBringMokaFromResearchToTheSecondReview() {
        try (var chromium = Chromium.open()) {
            var walk = new MokaOnScreen(chromium, "http://127.0.0.1:" + port);
            walk.findMoka();
            walk.identify();
            walk.outreach();
            walk.agreeTerms();
            walk.pilot();
            walk.signOff();
            walk.sign();
            walk.launch();
            walk.keepAtFirstReview();
            walk.adjustAtSecondReview();
        }
    }
}
