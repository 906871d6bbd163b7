package com.clario.playbook.desk.demo;

import com.clario.playbook.access.People;
import com.clario.playbook.access.key.ApiKey.Scope;
import com.clario.playbook.access.key.ApiKeys;
import com.clario.playbook.activity.Activities;
import com.clario.playbook.activity.Activity.Reported;
import com.clario.playbook.activity.ActivityType;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the demo colleagues did to launch a partnership, each model in its way. */
@Component
class DemoLaunch {

    private final Partnerships partnerships;
    private final ApiKeys keys;
    private final Activities activities;
    private final People people;
    private final BusinessDays days;
    private final DemoProcess process;
    private final Clock clock;

    DemoLaunch(
            Partnerships partnerships,
            ApiKeys keys,
            Activities activities,
            People people,
            BusinessDays days,
            DemoProcess process,
            Clock clock) {
        this.partnerships = partnerships;
        this.keys = keys;
        this.activities = activities;
        this.people = people;
        this.days = days;
        this.process = process;
        this.clock = clock;
    }

    /** Up to the question whether to go live. */
    void prepare(String code) {
        process.complete(
                code,
                "announcePartnership",
                "sari",
                Map.of(
                        "announcement", "We work together from now on.",
                        "announcedOn", days.today().toString(),
                        "announcedWhere", "Both companies' news pages"));
        prepareModel(partnerships.get(code));
        process.complete(
                code,
                "closeGaps",
                "sari",
                Map.of("supportName", "Support desk", "supportMail", "support@partner.example", "gapsNote", "Named"));
    }

    private void prepareModel(Partnership partnership) {
        switch (partnership.model()) {
            case WHITE_LABEL -> approveBrand(partnership);
            case RESELLER -> train(partnership.code());
            case INTEGRATION -> connect(partnership.code());
            case REFERRAL -> issueCode(partnership.code());
        }
    }

    private void approveBrand(Partnership partnership) {
        var brand = partnership.partnerName() + " Analytics powered by Clario";
        process.complete(
                partnership.code(), "approveBrand", "sari", Map.of("brandName", brand, "brandDecision", "YES"));
    }

    private void train(String code) {
        process.complete(
                code,
                "trainPartnerTeam",
                "sari",
                Map.of(
                        "trainingDecision",
                        "HELD",
                        "trainees",
                        "Head of sales (demo)\nSupport desk (demo)",
                        "trainedOn",
                        days.today().toString(),
                        "trainingMaterial",
                        "Sales deck and price list",
                        "trainer",
                        "Sari Wijaya"));
    }

    private void connect(String code) {
        var key = people.actAs("sari", () -> keys.issue(code, Scope.ACTIVITY, null))
                .key();
        var happened = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        activities.add(
                code,
                "test-1",
                key.id(),
                new Reported(ActivityType.CONNECTED, "Demo restaurant 1", happened, true, null));
        process.complete(code, "connectIntegration", "sari", Map.of("connectionDecision", "CONNECTED"));
    }

    private void issueCode(String code) {
        process.complete(
                code,
                "issueReferralCode",
                "sari",
                process.prefilled(code, "issueReferralCode", "referralCode", "referralText"));
    }

    void goLive(String code) {
        process.complete(
                code,
                "goLive",
                "maya",
                Map.of("goLiveDecision", "GO", "liveOn", days.today().toString()));
    }
}
