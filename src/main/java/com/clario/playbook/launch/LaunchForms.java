package com.clario.playbook.launch;

import com.clario.playbook.document.Company;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.Launch.Support;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.Rules;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the forms of the launch show, and what their fields start with. */
@Component
class LaunchForms {

    private final Launches launches;
    private final ReferralCodes codes;
    private final TermsVersions terms;
    private final Partnerships partnerships;
    private final Partners partners;
    private final Rules rules;
    private final Company company;

    LaunchForms(
            Launches launches,
            ReferralCodes codes,
            TermsVersions terms,
            Partnerships partnerships,
            Partners partners,
            Rules rules,
            Company company) {
        this.launches = launches;
        this.codes = codes;
        this.terms = terms;
        this.partnerships = partnerships;
        this.partners = partners;
        this.rules = rules;
        this.company = company;
    }

    /** The sentence above a form, and what was agreed. */
    Shown with(String code, String intro) {
        var shown = Shown.of(partnerships.get(code), intro)
                .with("connectionLink", "/partnerships/" + code + "/connection")
                .with("stateLink", "/partnerships/" + code + "/connection/state");
        terms.signed(code).ifPresent(version -> version.terms().lines().forEach(shown::fact));
        return shown;
    }

    String gaps(String code) {
        var decision = judged(code);
        return with(
                        code,
                        decision.undecided()
                                ? "The rules could not decide whether everything is ready. Look at what stands and"
                                        + " say what you put right."
                                : "The rules say what is missing before the go-live. What you leave empty stays as"
                                        + " it is.")
                .with("model", launches.get(code).model().name())
                .with(
                        "reasons",
                        decision.fired("missing").stream()
                                .map(row -> Map.of("row", row.row(), "reason", row.reason()))
                                .toList())
                .json();
    }

    String goLive(String code) {
        var launch = launches.get(code);
        var shown = with(code, "Everything this model needs is in place. You decide whether and when it goes live.")
                .fact(
                        "Announcement",
                        Shown.day(launch.announcement().on()) + ", "
                                + launch.announcement().where())
                .fact(
                        "Support at the partner",
                        launch.support().name() + ", "
                                + Objects.requireNonNullElse(launch.support().mail(), "to be named anew"));
        ofModel(launch, shown);
        launches.liveSince(code).ifPresent(since -> shown.fact("Live before, since", since));
        return shown.reasons(judged(code)).json();
    }

    private void ofModel(Launch launch, Shown shown) {
        switch (launch.model()) {
            case WHITE_LABEL -> shown.fact("Name customers see", launch.brand().name());
            case RESELLER ->
                shown.fact(
                        "Trained",
                        launch.training().people() + " people on "
                                + Shown.day(launch.training().on()) + " by "
                                + launch.training().trainer());
            case INTEGRATION ->
                shown.fact(
                        "Traced test activity",
                        launch.connection().activity() + ", came with key "
                                + launch.connection().key());
            case REFERRAL ->
                shown.fact(
                        "Referral code",
                        codes.of(launch.partnership()).map(ReferralCode::code).orElse(null));
        }
    }

    /** What a field starts with; nothing where nobody knows yet, or where the model has no such field. */
    String start(String code, String key) {
        var launch = launches.get(code);
        return switch (key) {
            case "announcement" ->
                Optional.ofNullable(launch.announcement().text()).orElseGet(() -> announcement(code));
            case "brandName" -> launch.brand().name();
            case "brandDecision" -> answer(launch.brand().approved());
            case "announcedOn" -> Objects.toString(launch.announcement().on(), null);
            case "supportName" -> support(launch).name();
            case "supportMail" -> support(launch).mail();
            case "trainees" -> launch.training().trainees();
            case "trainedOn" -> Objects.toString(launch.training().on(), null);
            case "trainingMaterial" -> launch.training().material();
            case "trainer" -> launch.training().trainer();
            case "referralCode" ->
                launch.model() == Model.REFERRAL ? referral(launch).code() : null;
            case "referralText" ->
                launch.model() == Model.REFERRAL ? referral(launch).text() : null;
            default -> throw new IllegalArgumentException("No form of the launch has a field " + key);
        };
    }

    private ReferralCode referral(Launch launch) {
        var partnership = partnerships.get(launch.partnership());
        return codes.of(launch.partnership()).orElseGet(() -> proposed(partnership, codes.propose(partnership)));
    }

    private ReferralCode proposed(Partnership partnership, String code) {
        var text = partnership.partnerName() + " recommends " + product(partnership.code()) + ". Start at "
                + codes.link(code) + " or name the code " + code + ".";
        return new ReferralCode(code, partnership.code(), text, null, null);
    }

    /** The support contact as it stands; until one is named, the person we have been writing to is proposed. */
    private Support support(Launch launch) {
        if (launch.support().name() != null) {
            return launch.support();
        }
        return partners.addressee(partnerships.get(launch.partnership()).partner())
                .map(one -> new Support(one.name(), one.mail()))
                .orElse(launch.support());
    }

    private static String answer(Boolean approved) {
        return approved == null ? null : approved ? "YES" : "NO";
    }

    private String announcement(String code) {
        var partner = partnerships.partner(code);
        return String.join(
                "\n",
                partner.name() + " and " + company.name() + " launch " + product(code),
                "",
                "What " + partner.name() + " gets: " + partner.valueToThem(),
                "What " + company.name() + " gets: " + partner.valueToUs());
    }

    private String product(String code) {
        return terms.signed(code).map(version -> version.terms().product()).orElse("a new product");
    }

    private Decision judged(String code) {
        var readiness = launches.get(code).readiness();
        if (readiness == null) {
            throw new Refusal("The launch has changed since the rules judged it; check its readiness again.");
        }
        return rules.decision(readiness);
    }
}
