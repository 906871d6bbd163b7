package com.clario.playbook.launch;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.Launch.GoLive;
import com.clario.playbook.launch.connection.Connections;
import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has the rules judge whether everything is in place, and keeps a manager's decision to go live. */
@Service
@Transactional
class GoLives {

    private final LaunchService service;
    private final Launches launches;
    private final ReferralCodes codes;
    private final Connections connections;
    private final TermsVersions terms;
    private final Rules rules;
    private final RuleSet<ReadinessFacts> readiness;
    private final Partnerships partnerships;
    private final People people;
    private final Timeline timeline;

    GoLives(
            LaunchService service,
            Launches launches,
            ReferralCodes codes,
            Connections connections,
            TermsVersions terms,
            Rules rules,
            RuleSet<ReadinessFacts> readiness,
            Partnerships partnerships,
            People people,
            Timeline timeline) {
        this.service = service;
        this.launches = launches;
        this.codes = codes;
        this.connections = connections;
        this.terms = terms;
        this.rules = rules;
        this.readiness = readiness;
        this.partnerships = partnerships;
        this.people = people;
        this.timeline = timeline;
    }

    /** What the rules judge, as it stands at this moment; what nobody has done counts as missing. */
    ReadinessFacts facts(Launch launch) {
        var code = launch.partnership();
        var connection = launch.connection();
        return new ReadinessFacts(
                launch.model().name(),
                partnerships.partner(code).type().name(),
                terms.signed(code).isPresent(),
                launch.announcement().on() != null,
                launch.training().on() != null,
                Boolean.TRUE.equals(launch.brand().approved()),
                connections.hasLiveKey(code),
                connection != null && connections.isLive(code, connection.key()),
                codes.of(code).isPresent(),
                launch.support().name() != null && launch.support().mail() != null);
    }

    Decision judge(String code) {
        var launch = service.upToDate(code);
        var decision = rules.decide(readiness, facts(launch), code);
        launches.judged(launch, decision.id());
        var ready = decision.verdict().equals(ReadinessFacts.READY);
        timeline.add(code, LaunchService.STAGE, ready ? "Ready to go live" : "Not ready to go live", why(decision));
        return decision;
    }

    private static String why(Decision decision) {
        return decision.undecided()
                ? "The rules could not decide, so it does not count as ready"
                : String.join("; ", decision.reasons());
    }

    /** Goes live only on signed terms, and when the rules found exactly what stands now to be ready. */
    String goLive(String code, String on, String note) {
        requireManager();
        launches.held(code).requireUndecided();
        var signed = terms.signed(code)
                .orElseThrow(
                        () -> new Refusal("There are no signed terms for this partnership, so it cannot go live."));
        var launch = service.upToDate(code);
        if (!foundReady(launch)) {
            throw new Refusal("The rules have not found this launch ready as it stands now, so it cannot go live;"
                    + " choose “Check again”.");
        }
        var day = BusinessDays.read("Live from", on);
        requireTerms(signed, day);
        return decide(launch, GoLive.LIVE, day, note, "Live from " + Shown.day(day));
    }

    private boolean foundReady(Launch launch) {
        if (launch.readiness() == null) {
            return false;
        }
        var decision = rules.decision(launch.readiness());
        return decision.verdict().equals(ReadinessFacts.READY)
                && decision.facts().equals(facts(launch).texts());
    }

    private void requireTerms(TermsVersion signed, LocalDate day) {
        var counts = terms.inForce(signed.partnership(), day)
                .filter(version -> version.number() == signed.number())
                .isPresent();
        if (!counts) {
            throw new Refusal("Live from: the signed terms count from " + Shown.day(signed.validFrom()) + " to "
                    + Shown.day(signed.validTo()) + "; choose a day in between.");
        }
    }

    /** Another launch that is stopped leaves a live partnership as it was. */
    String stop(String code, String note) {
        requireManager();
        var launch = launches.held(code);
        launch.requireUndecided();
        var reason = Launch.needs("Note", note, 1000);
        return decide(launch, GoLive.STOPPED, null, reason, "Launch stopped");
    }

    /** Leaves the decision open and has the rules look once more. */
    String checkAgain(String code, String note) {
        requireManager();
        launches.held(code).requireUndecided();
        timeline.add(code, LaunchService.STAGE, "Readiness to be checked again", note);
        return "CHECK";
    }

    private String decide(Launch launch, String outcome, LocalDate liveOn, String note, String line) {
        launches.decide(launch, outcome, liveOn, note, people.current().id());
        timeline.add(launch.partnership(), LaunchService.STAGE, line, note);
        return outcome;
    }

    private void requireManager() {
        if (!people.currentIsIn(Groups.MANAGERS)) {
            throw new Refusal("Only a manager can decide on the go-live.");
        }
    }
}
