package com.clario.playbook.pilot;

import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.pilot.letter.Agreed;
import com.clario.playbook.pilot.letter.Letter;
import com.clario.playbook.pilot.letter.PilotLetters;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the forms of the pilot show beside their fields, and what its plan starts with. */
@Component
class PilotShown {

    private final Pilots pilots;
    private final PilotLetters drafted;
    private final Agreed agreed;
    private final Partnerships partnerships;
    private final BusinessDays days;
    private final People people;

    PilotShown(
            Pilots pilots,
            PilotLetters drafted,
            Agreed agreed,
            Partnerships partnerships,
            BusinessDays days,
            People people) {
        this.pilots = pilots;
        this.drafted = drafted;
        this.agreed = agreed;
        this.partnerships = partnerships;
        this.days = days;
        this.people = people;
    }

    String planPilot(String partnershipId) {
        var partnership = partnerships.get(partnershipId);
        var partner = partnerships.partner(partnershipId);
        var offer = agreed.of(partnershipId);
        return Shown.of(
                        partnership,
                        "Choose the customers who try the product with " + partner.name()
                                + ". The plan goes into a letter that legal reviews and both sides sign; then it is"
                                + " fixed.")
                .fact("Partner", partner.name() + ", " + partner.type().label())
                .fact("Product", offer.product())
                .fact("Price", offer.price().isEmpty() ? null : offer.price() + " per customer and month")
                .fact("Stage should end", partnership.plannedEnd().orElse(null))
                .with("requests", requests(partnershipId))
                .json();
    }

    /** What a field of the plan starts with: the plan that legal sent back, or what the terms say. */
    Object prefill(String partnershipId, String key) {
        var pilot = pilots.of(partnershipId);
        return switch (key) {
            case "customers" ->
                pilot.map(plan -> String.join("\n", plan.customers())).orElse(null);
            case "startsOn" -> pilot.map(this::firstDay).orElse(null);
            case "days" -> pilot.map(Pilot::days).orElse(null);
            case "targetActivePercent" -> pilot.map(Pilot::targetActivePercent).orElse(null);
            case "targetSatisfaction" ->
                pilot.map(plan -> plan.targetSatisfaction().stripTrailingZeros().toPlainString())
                        .orElse(null);
            case "failureCriteria" -> pilot.map(Pilot::failureCriteria).orElse(null);
            case "scope" ->
                pilot.map(Pilot::scope).orElseGet(() -> agreed.of(partnershipId).product());
            case "whoPays" -> pilot.map(Pilot::whoPays).orElse(PilotPlan.FREE);
            default -> throw new IllegalArgumentException("The form has no field " + key);
        };
    }

    private String firstDay(Pilot plan) {
        var today = days.today();
        return (plan.startsOn().isBefore(today) ? today : plan.startsOn()).toString();
    }

    private List<Map<String, String>> requests(String partnershipId) {
        return drafted.latest(partnershipId)
                .filter(Letter::wantsChanges)
                .map(letter -> List.of(request(letter.review())))
                .orElse(List.of());
    }

    private Map<String, String> request(Letter.Review review) {
        var who = people.find(review.reviewer()).map(Person::name).orElse("Legal");
        return Map.of("who", who, "text", review.comment());
    }

    String reviewPilotLetter(String partnershipId) {
        return letter(
                        partnershipId,
                        "Read the letter both companies sign before their customers try anything: confidentiality,"
                                + " customer data, what is tried, how long, who pays what.")
                .ifAny("Change requests so far", drafted.changeRequests(partnershipId))
                .json();
    }

    String signPilotLetter(String partnershipId) {
        return letter(
                        partnershipId,
                        "Have the approved letter signed by both sides and upload the signed copy. The pilot starts with"
                                + " it.")
                .json();
    }

    String enterPilotResults(String partnershipId) {
        var pilot = pilots.get(partnershipId);
        return SignOffs.plan(
                        Shown.of(
                                partnerships.get(partnershipId),
                                pilot.endedEarlyOn() == null
                                        ? "The pilot is over. Enter what it showed; the rules judge it against the plan."
                                        : "The pilot was ended early, on " + Shown.day(pilot.endedEarlyOn())
                                                + ". Enter what it showed; the rules judge it against the plan."),
                        pilot)
                .json();
    }

    private Shown letter(String partnershipId, String intro) {
        var letter = drafted.latest(partnershipId).orElseThrow();
        var pilot = pilots.get(partnershipId);
        return SignOffs.plan(Shown.of(partnerships.get(partnershipId), intro), pilot)
                .fact("Letter", "version " + letter.number())
                .with("letterLink", "/documents/" + letter.document());
    }
}
