package com.clario.playbook.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.access.key.ApiKey.Scope;
import com.clario.playbook.access.key.ApiKeys;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.PartnershipSteps;
import com.clario.playbook.partnership.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PlaybookTest
class CredentialsTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    ApiKeys keys;

    @Autowired
    ReferralCodes codes;

    @Autowired
    Credentials credentials;

    @Autowired
    PartnershipSteps partnerships;

    @Test
    void endTogetherWithAReason() {
        var code = withCredentials();

        credentials.revoke(code, "The notice period is over");

        assertThat(keys.live(code)).isEmpty();
        assertThat(keys.of(code))
                .hasSize(2)
                .allSatisfy(key -> assertThat(key.revocation().why()).isEqualTo("The notice period is over"));
        assertThat(codes.of(code)).isEmpty();
        assertThat(timeline(code)).contains("Revoked: 2 API keys and referral code CONS-" + tail(code));
    }

    @Test
    void endOnlyOnce() {
        var code = withCredentials();

        credentials.revoke(code, "Once");
        credentials.revoke(code, "Twice");

        assertThat(timeline(code))
                .filteredOn(line -> line.startsWith("Revoked"))
                .hasSize(1);
        assertThat(keys.of(code))
                .allSatisfy(key -> assertThat(key.revocation().why()).isEqualTo("Once"));
    }

    @Test
    void endWithThePartnership() {
        var code = withCredentials();

        partnerships.close(code, "partnershipEnded");

        assertThat(keys.live(code)).isEmpty();
        assertThat(codes.of(code)).isEmpty();
    }

    @Test
    void leaveNoLineWhereThereWereNone() {
        var code = partnership();

        credentials.revoke(code, "Nothing to end");

        assertThat(timeline(code)).noneMatch(line -> line.startsWith("Revoked"));
    }

    private String withCredentials() {
        var code = partnership();
        keys.issue(code, Scope.ACTIVITY, null);
        keys.issue(code, Scope.ACTIVITY, null);
        codes.issue(code, "CONS-" + tail(code), "Name CONS-" + tail(code));
        return code;
    }

    private String partnership() {
        return CaseRun.of(house, "Consultants", PartnerType.CHANNEL, Model.REFERRAL)
                .code();
    }

    private List<String> timeline(String code) {
        return house.getBean(Timeline.class).of(code).stream()
                .map(Timeline.Entry::text)
                .toList();
    }

    private static String tail(String code) {
        return code.substring(11, 19).toUpperCase();
    }
}
