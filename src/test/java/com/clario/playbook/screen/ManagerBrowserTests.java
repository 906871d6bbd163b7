package com.clario.playbook.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.Chromium;
import com.clario.playbook.optimize.LiveCase;
import com.clario.playbook.partnership.BusinessDays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A manager at the screen has the last word: against the rules in a review, and on whether the terms go on. */
@AtTheScreen
class ManagerBrowserTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    BusinessDays days;

    @LocalServerPort
    int port;

    @Test
    void aManagerOverridesAReviewAndRenewsTheTerms() {
        var moka = LiveCase.since(house, days.today().minusYears(2).plusDays(110));
        moka.run().fire("monthIsOver");
        moka.figures(20, 8_000_000L);
        try (var chromium = Chromium.open()) {
            var maya = new Colleague(chromium, "http://127.0.0.1:" + port, "maya");
            var review = maya.take(moka.code(), "Hold review: Moka");
            review.select("Verdict of the review", "Keep").isRefused("say why you decide otherwise");
            review.fill("Reason", "The festive season distorts the month").complete();
            moka.run().runJobs();
            var page = maya.open("/partnerships/" + moka.code());
            assertThat(page.locator("#reviews").innerText())
                    .contains("The rules say Adjust", "The festive season distorts the month");

            moka.run().fire("renewalIsDue");
            var renewal = maya.take(moka.code(), "Decide renewal: Moka");
            maya.picture("decide renewal");
            renewal.choose("Your decision", "Renew: a new contract, beginning with the present terms")
                    .fill("Reason", "Both sides are content")
                    .complete();
            moka.run().runJobs();
            page = maya.open("/partnerships/" + moka.code());
            page.getByText("Renewals").click();
            assertThat(page.locator("#reviews").innerText()).contains("Both sides are content");
            assertThat(moka.run().openTasks()).containsExactly("proposeTerms");
            maya.picture("case renewed against the rules");
        }
    }
}
