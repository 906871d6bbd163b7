package com.clario.playbook.launch;

import com.clario.playbook.document.Company;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.Launch.Support;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.Rules;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the launch's drawing asks for: announcement, brand, readiness, gaps and the go-live. */
@Component
public class LaunchSteps {

    private final LaunchService service;
    private final Launches launches;
    private final TermsVersions terms;
    private final Partnerships partnerships;
    private final Partners partners;
    private final Rules rules;
    private final Company company;

    LaunchSteps(
            LaunchService service,
            Launches launches,
            TermsVersions terms,
            Partnerships partnerships,
            Partners partners,
            Rules rules,
            Company company) {
        this.service = service;
        this.launches = launches;
        this.terms = terms;
        this.partnerships = partnerships;
        this.partners = partners;
        this.rules = rules;
        this.company = company;
    }

    /** Opens the launch and answers with the partnership's model, on which the further steps depend. */
    public String prepareLaunch(String partnershipId) {
        var partnership = partnerships.get(partnershipId);
        service.open(partnership);
        return partnership.model().name();
    }

    public String showAnnouncePartnership(String partnershipId) {
        return shown(
                        partnershipId,
                        "Agree the announcement with the partner and publish it. The draft says what each side gets"
                                + " out of the partnership.")
                .json();
    }

    public void recordAnnouncement(
            String partnershipId, String announcement, String announcedOn, String announcedWhere) {
        service.announce(partnershipId, announcement, announcedOn, announcedWhere);
    }

    public String showApproveBrand(String partnershipId) {
        return shown(
                        partnershipId,
                        "Check name, logo and screens together with the partner. Customers meet the product under"
                                + " this name.")
                .json();
    }

    public void recordBrand(String partnershipId, String brandName, String brandDecision, String brandNote) {
        service.brand(partnershipId, brandName, "YES".equals(brandDecision), brandNote);
    }

    public String checkReadiness(String partnershipId) {
        var decision = service.judge(partnershipId);
        return decision.undecided() ? ReadinessFacts.NOT_READY : decision.verdict();
    }

    public String showCloseGaps(String partnershipId) {
        var decision = judged(partnershipId);
        var model = partnerships.get(partnershipId).model();
        return shown(
                        partnershipId,
                        decision.undecided()
                                ? "The rules could not decide whether everything is ready. Look at what stands and"
                                        + " say what you put right."
                                : "The rules say what is missing before the go-live. What you leave empty stays as"
                                        + " it is.")
                .with("branded", model == Model.WHITE_LABEL)
                .with(
                        "reasons",
                        decision.fired("missing").stream()
                                .map(row -> Map.of("row", row.row(), "reason", row.reason()))
                                .toList())
                .json();
    }

    public void recordGaps(
            String partnershipId,
            String supportName,
            String supportMail,
            String announcedOn,
            String brandDecision,
            String gapsNote) {
        service.closeGaps(partnershipId, supportName, supportMail, announcedOn, brandDecision, gapsNote);
    }

    public String showGoLive(String partnershipId) {
        var launch = launches.get(partnershipId);
        var shown = shown(
                        partnershipId,
                        "Everything this model needs is in place. You decide whether and when it goes live.")
                .fact(
                        "Announcement",
                        launch.announcement().on() + ", "
                                + launch.announcement().where())
                .fact(
                        "Support at the partner",
                        launch.support().mail() == null
                                ? launch.support().name() + ", to be named anew"
                                : launch.support().name() + ", "
                                        + launch.support().mail());
        if (launch.brand().name() != null) {
            shown.fact("Name customers see", launch.brand().name());
        }
        return shown.reasons(judged(partnershipId)).json();
    }

    public String recordGoLive(String partnershipId, String goLiveDecision, String liveOn, String goLiveNote) {
        return switch (String.valueOf(goLiveDecision)) {
            case "GO" -> service.goLive(partnershipId, liveOn, goLiveNote);
            case "STOP" -> service.stop(partnershipId, goLiveNote);
            default -> throw new Refusal("Your decision: choose whether to go live or to stop the launch.");
        };
    }

    /** What a field of the forms starts with; nothing where nobody knows yet. */
    public String prefill(String partnershipId, String key) {
        var launch = launches.get(partnershipId);
        return switch (key) {
            case "announcement" ->
                Optional.ofNullable(launch.announcement().text()).orElseGet(() -> draft(partnershipId));
            case "brandName" -> launch.brand().name();
            case "brandDecision" -> answer(launch.brand().approved());
            case "announcedOn" -> Objects.toString(launch.announcement().on(), null);
            case "supportName" -> support(launch).name();
            case "supportMail" -> support(launch).mail();
            default -> throw new IllegalArgumentException("No form of the launch has a field " + key);
        };
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

    private String draft(String partnershipId) {
        var partner = partnerships.partner(partnershipId);
        var product = terms.signed(partnershipId)
                .map(version -> version.terms().product())
                .orElse("a new product");
        return String.join(
                "\n",
                partner.name() + " and " + company.name() + " launch " + product,
                "",
                "What " + partner.name() + " gets: " + partner.valueToThem(),
                "What " + company.name() + " gets: " + partner.valueToUs());
    }

    private Shown shown(String partnershipId, String intro) {
        var shown = Shown.of(partnerships.get(partnershipId), intro);
        terms.signed(partnershipId).ifPresent(version -> version.terms().lines().forEach(shown::fact));
        return shown;
    }

    private Decision judged(String partnershipId) {
        var readiness = launches.get(partnershipId).readiness();
        if (readiness == null) {
            throw new Refusal("The launch has changed since the rules judged it; check its readiness again.");
        }
        return rules.decision(readiness);
    }
}
