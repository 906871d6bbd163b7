package com.clario.playbook.launch;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.Launch.Announcement;
import com.clario.playbook.launch.Launch.Brand;
import com.clario.playbook.launch.Launch.GoLive;
import com.clario.playbook.launch.Launch.Support;
import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares a launch, has the rules judge it and keeps a manager's decision to go live. */
@Service
@Transactional
class LaunchService {

    private static final String STAGE = "launch";

    private final Launches launches;
    private final TermsVersions terms;
    private final Rules rules;
    private final RuleSet<ReadinessFacts> readiness;
    private final Partnerships partnerships;
    private final Partners partners;
    private final People people;
    private final Timeline timeline;
    private final BusinessDays days;

    LaunchService(
            Launches launches,
            TermsVersions terms,
            Rules rules,
            RuleSet<ReadinessFacts> readiness,
            Partnerships partnerships,
            Partners partners,
            People people,
            Timeline timeline,
            BusinessDays days) {
        this.launches = launches;
        this.terms = terms;
        this.rules = rules;
        this.readiness = readiness;
        this.partnerships = partnerships;
        this.partners = partners;
        this.people = people;
        this.timeline = timeline;
        this.days = days;
    }

    void open(Partnership partnership) {
        var code = partnership.code();
        if (launches.of(code).isEmpty()) {
            launches.open(code, brand(partnership), support(partnership.partner()));
        }
    }

    private Brand brand(Partnership partnership) {
        var branded = partnership.model() == Model.WHITE_LABEL;
        var product =
                terms.signed(partnership.code()).map(version -> version.terms().product());
        return new Brand(branded ? product.orElse(null) : null, null);
    }

    /** Whoever the catalogue already knows as the partner's support. */
    private Support support(String partner) {
        return partners.contacts(partner).stream()
                .filter(one -> !one.mutual() && one.mayBeMailed())
                .filter(one -> one.role().toLowerCase(Locale.ROOT).contains("support"))
                .map(one -> new Support(one.name(), one.mail()))
                .findFirst()
                .orElse(new Support(null, null));
    }

    void announce(String code, String text, String on, String where) {
        var announcement = Announcement.agreed(text, on, where, days.today());
        launches.save(code, announcement);
        timeline.add(
                code,
                STAGE,
                "Announcement agreed for " + Shown.day(announcement.on()) + ": " + announcement.where(),
                null);
    }

    void brand(String code, String name, boolean approved, String note) {
        launches.save(code, new Brand(Launch.needs("Name the customers see", name, 120), approved));
        timeline.add(code, STAGE, (approved ? "Brand approved: " : "Brand not approved yet: ") + name.strip(), note);
    }

    /** Puts right what was missing; what is left empty stays as it was. */
    void closeGaps(String code, String supportName, String supportMail, String announcedOn, String brand, String note) {
        var launch = launches.held(code);
        if (given(supportName) || given(supportMail)) {
            launches.save(code, Support.named(supportName, supportMail));
        }
        if (given(announcedOn)) {
            var day = Announcement.published(announcedOn, days.today());
            launches.save(
                    code,
                    new Announcement(
                            launch.announcement().text(),
                            day,
                            launch.announcement().where()));
        }
        if (given(brand)) {
            launches.save(code, new Brand(launch.brand().name(), "YES".equals(brand)));
        }
        timeline.add(code, STAGE, "Launch gaps closed", Launch.needs("What you put right", note, 1000));
    }

    Decision judge(String code) {
        var launch = launches.held(code);
        var facts =
                launch.facts(partnerships.get(code).model(), terms.signed(code).isPresent());
        var decision = rules.decide(readiness, facts, code);
        launches.judged(code, decision.id());
        var ready = decision.verdict().equals(ReadinessFacts.READY);
        timeline.add(code, STAGE, ready ? "Ready to go live" : "Not ready to go live", why(decision));
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
        var launch = launches.held(code);
        launch.requireUndecided();
        var signed = terms.signed(code)
                .orElseThrow(
                        () -> new Refusal("There are no signed terms for this partnership, so it cannot go live."));
        if (launch.readiness() == null
                || !rules.decision(launch.readiness()).verdict().equals(ReadinessFacts.READY)) {
            throw new Refusal("The rules have not found this launch ready as it stands now, so it cannot go live.");
        }
        var day = BusinessDays.read("Live from", on);
        requireTerms(signed, day);
        return decide(code, GoLive.LIVE, day, note, "Live from " + Shown.day(day));
    }

    private void requireTerms(TermsVersion signed, LocalDate day) {
        if (terms.inForce(signed.partnership(), day).isEmpty()) {
            throw new Refusal("Live from: the signed terms count from " + Shown.day(signed.validFrom()) + " to "
                    + Shown.day(signed.validTo()) + "; choose a day in between.");
        }
    }

    String stop(String code, String note) {
        requireManager();
        launches.held(code).requireUndecided();
        var reason = Launch.needs("Note", note, 1000);
        return decide(code, GoLive.STOPPED, null, reason, "Launch stopped");
    }

    private String decide(String code, String outcome, LocalDate liveOn, String note, String line) {
        launches.decide(code, outcome, liveOn, note, people.current().id());
        timeline.add(code, STAGE, line, note);
        return outcome;
    }

    private void requireManager() {
        if (!people.currentIsIn(Groups.MANAGERS)) {
            throw new Refusal("Only a manager can decide on the go-live.");
        }
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
