package com.clario.playbook.launch;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.Launch.Announcement;
import com.clario.playbook.launch.Launch.Brand;
import com.clario.playbook.launch.Launch.Connection;
import com.clario.playbook.launch.Launch.Support;
import com.clario.playbook.launch.Launch.Training;
import com.clario.playbook.launch.connection.Connections;
import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares a launch: what every model needs, what its own needs, and what was missing at first. */
@Service
@Transactional
class LaunchService {

    static final String STAGE = "launch";

    private final Launches launches;
    private final ReferralCodes codes;
    private final Connections connections;
    private final TermsVersions terms;
    private final Partnerships partnerships;
    private final Partners partners;
    private final Timeline timeline;
    private final BusinessDays days;

    LaunchService(
            Launches launches,
            ReferralCodes codes,
            Connections connections,
            TermsVersions terms,
            Partnerships partnerships,
            Partners partners,
            Timeline timeline,
            BusinessDays days) {
        this.launches = launches;
        this.codes = codes;
        this.connections = connections;
        this.terms = terms;
        this.partnerships = partnerships;
        this.partners = partners;
        this.timeline = timeline;
        this.days = days;
    }

    /** What was put right; a part left empty stays as it was. */
    record Gaps(
            String supportName,
            String supportMail,
            String announcedOn,
            String brand,
            String trainees,
            String trainedOn,
            String material,
            String trainer,
            String connection,
            String referralCode,
            String referralText,
            String note) {}

    /** Opens the next launch, unless one is still undecided; answers with the model the signed terms agree on. */
    Model open(Partnership partnership) {
        var code = partnership.code();
        var newest = launches.of(code);
        if (newest.filter(launch -> launch.decision() == null).isPresent()) {
            return upToDate(code).model();
        }
        launches.open(
                code,
                newest.map(Launch::number).orElse(0) + 1,
                model(code),
                version(code),
                brand(code),
                newest.map(Launch::support).orElseGet(() -> support(partnership.partner())));
        return model(code);
    }

    /** The newest launch, held, on the terms that are signed by now. */
    Launch upToDate(String code) {
        var launch = launches.held(code);
        if (launch.model() == model(code) && Objects.equals(launch.terms(), version(code))) {
            return launch;
        }
        launches.rest(launch, model(code), version(code));
        return launches.held(code);
    }

    private Model model(String code) {
        return partnerships.get(code).model();
    }

    private Integer version(String code) {
        return terms.signed(code).map(TermsVersion::number).orElse(null);
    }

    private Brand brand(String code) {
        var branded = model(code) == Model.WHITE_LABEL;
        var product = terms.signed(code).map(version -> version.terms().product());
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
        launches.save(launches.held(code), announcement);
        tell(code, "Announcement agreed for " + Shown.day(announcement.on()) + ": " + announcement.where(), null);
    }

    void brand(String code, String name, boolean approved, String note) {
        launches.save(launches.held(code), new Brand(Launch.needs("Name the customers see", name, 120), approved));
        tell(code, (approved ? "Brand approved: " : "Brand not approved yet: ") + name.strip(), note);
    }

    void train(String code, String trainees, String on, String material, String trainer) {
        var training = Training.held(trainees, on, material, trainer, days.today());
        launches.save(launches.held(code), training);
        tell(
                code,
                "Partner's team trained on " + Shown.day(training.on()) + " by " + training.trainer() + ": "
                        + (training.people() == 1 ? "1 person" : training.people() + " people"),
                String.join(", ", training.names()) + "; material: " + training.material());
    }

    /** Keeps which test activity was traced; only one that came with a key that is live now proves anything. */
    void connect(String code, String note) {
        var launch = launches.held(code);
        var traced = connections
                .traced(code)
                .orElseThrow(
                        () -> new Refusal("Result: no test activity has come in with a live key yet. Issue a key on"
                                + " the connection page and have the partner send one, or choose “Not yet”."));
        launches.save(launch, new Connection(traced.id(), traced.key(), traced.receivedAt()));
        tell(code, "Integration tested: activity " + traced.id() + " came through with key " + traced.key(), note);
    }

    /** Goes on without it; the rules will miss it. */
    void postpone(String code, String what, String note) {
        launches.held(code);
        tell(code, what, note);
    }

    void refer(String code, String written, String text) {
        var launch = launches.held(code);
        var referral = ReferralCode.read(written);
        codes.issue(code, referral, ReferralCode.words(text, referral));
        launches.changed(launch);
        tell(code, "Referral code " + referral + " issued", null);
    }

    void closeGaps(String code, Gaps gaps) {
        var note = Launch.needs("What you put right", gaps.note(), 1000);
        var launch = launches.held(code);
        if (given(gaps.supportName(), gaps.supportMail())) {
            launches.save(launch, Support.named(gaps.supportName(), gaps.supportMail()));
        }
        if (given(gaps.announcedOn())) {
            var day = Announcement.published(gaps.announcedOn(), days.today());
            var announcement = launch.announcement();
            launches.save(launch, new Announcement(announcement.text(), day, announcement.where()));
        }
        if (given(gaps.brand())) {
            launches.save(launch, new Brand(launch.brand().name(), "YES".equals(gaps.brand())));
        }
        if (given(gaps.trainees(), gaps.trainedOn(), gaps.material(), gaps.trainer())) {
            train(code, gaps.trainees(), gaps.trainedOn(), gaps.material(), gaps.trainer());
        }
        if ("CONNECTED".equals(gaps.connection())) {
            connect(code, null);
        }
        if (given(gaps.referralCode(), gaps.referralText())) {
            refer(code, gaps.referralCode(), gaps.referralText());
        }
        tell(code, "Launch gaps closed", note);
    }

    private void tell(String code, String line, String why) {
        timeline.add(code, STAGE, line, why);
    }

    private static boolean given(String... texts) {
        return Arrays.stream(texts).anyMatch(text -> text != null && !text.isBlank());
    }
}
