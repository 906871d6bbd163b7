package com.clario.playbook.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.negotiation.TermsVersion.Status;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.partnership.BusinessDays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** New terms of a live partnership that go back from the signature, as often as it takes. */
@PlaybookTest
class BackToTheTermsTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    TermsVersions versions;

    @Autowired
    BusinessDays days;

    @ParameterizedTest
    @ValueSource(strings = {"adjust", "expand", "renewal"})
    void areNegotiatedAgainUntilTheyAreSigned(String way) {
        var moka = newTerms(way).propose(Map.of("partnerShare", "65")).approve();

        moka.backToTheTerms("They want 66 %");

        assertThat(moka.run().openTasks()).containsExactly("proposeTerms");
        assertThat(moka.run().variable("proposeTerms", "shown").toString()).contains("They want 66 %");
        assertThat(moka.run().timeline()).noneMatch(line -> line.startsWith("The old terms stay"));
        moka.propose(Map.of("partnerShare", "66")).approve().backToTheTerms("And 67 %");
        moka.propose(Map.of("partnerShare", "67")).approve().sign(days.today());

        assertThat(versions.versions(moka.code()))
                .extracting(TermsVersion::status)
                .containsExactly(Status.SIGNED, Status.NOT_SIGNED, Status.NOT_SIGNED, Status.SIGNED);
        assertThat(moka.run().waitsAt("monthRuns")).isTrue();
        assertThat(moka.run().passed("keepOldTerms")).isFalse();
    }

    /** Who then gives up, or is stopped by legal, keeps the old terms. */
    @ParameterizedTest
    @ValueSource(strings = {"adjust", "renewal"})
    void leaveTheOldOnesWhereTheyComeToNothing(String way) {
        var moka = newTerms(way).propose(Map.of()).approve().backToTheTerms("Once more");
        moka.propose(Map.of());
        moka.run().complete("lina", "reviewContract", Map.of("reviewDecision", "REJECT", "reviewComment", "No"));

        assertThat(moka.run().timeline()).contains("The old terms stay: Version 1");
        assertThat(moka.run().waitsAt("monthRuns")).isTrue();
    }

    private LiveCase newTerms(String way) {
        var moka = LiveCase.since(house, days.today());
        if (way.equals("renewal")) {
            moka.run().fire("renewalIsDue");
            return moka.decideRenewal("RENEW");
        }
        moka.run().fire("monthIsOver");
        return moka.figures(42, 20_000_000L)
                .hold(way.equals("adjust") ? "ADJUST" : "EXPAND", "We want other terms from now on");
    }
}
