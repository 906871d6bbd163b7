package com.clario.playbook.desk.demo;

import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the demo colleagues entered on the way through the stages. */
@Component
class DemoWalk {

    private static final int DAYS_TO_MEETING = 3;

    private final Partners partners;
    private final Partnerships partnerships;
    private final BusinessDays days;
    private final DemoProcess process;
    private final DemoDeal deal;
    private final DemoLaunch launch;
    private final DemoReviews reviews;

    DemoWalk(
            Partners partners,
            Partnerships partnerships,
            BusinessDays days,
            DemoProcess process,
            DemoDeal deal,
            DemoLaunch launch,
            DemoReviews reviews) {
        this.partners = partners;
        this.partnerships = partnerships;
        this.days = days;
        this.process = process;
        this.deal = deal;
        this.launch = launch;
        this.reviews = reviews;
    }

    /** Does something as it was so many days ago. */
    interface Ago {
        void days(int ago, Runnable deed);
    }

    /** Few days ago only: after seven the drawing waits no longer and writes by itself. */
    void toIntroduction(String code, Ago ago) {
        ago.days(26, () -> research(code));
        ago.days(4, () -> select(code));
    }

    void toLegalReview(String code, Ago ago) {
        ago.days(70, () -> research(code));
        ago.days(60, () -> select(code));
        ago.days(50, () -> convince(code));
        ago.days(47, () -> meet(code));
        ago.days(8, () -> deal.propose(code));
    }

    void toGoLive(String code, Ago ago) {
        ago.days(105, () -> research(code));
        ago.days(95, () -> select(code));
        ago.days(85, () -> convince(code));
        ago.days(82, () -> meet(code));
        ago.days(70, () -> deal.agree(code));
        ago.days(60, () -> deal.planPilot(code));
        ago.days(25, () -> deal.passPilot(code));
        ago.days(18, () -> deal.sign(code));
        ago.days(6, () -> launch.prepare(code));
    }

    void toTheThirdReview(String code, Ago ago) {
        ago.days(195, () -> research(code));
        ago.days(185, () -> select(code));
        ago.days(175, () -> convince(code));
        ago.days(172, () -> meet(code));
        ago.days(165, () -> deal.agree(code));
        ago.days(155, () -> deal.planPilot(code));
        ago.days(122, () -> deal.passPilot(code));
        ago.days(116, () -> deal.sign(code));
        ago.days(110, () -> launch.prepare(code));
        ago.days(106, () -> launch.goLive(code));
        ago.days(75, () -> reviews.first(code));
        ago.days(44, () -> reviews.second(code));
        ago.days(13, () -> reviews.third(code));
    }

    void toTheFirstReview(String code, Ago ago) {
        ago.days(195, () -> research(code));
        ago.days(185, () -> select(code));
        ago.days(170, () -> convince(code));
        ago.days(167, () -> meet(code));
        ago.days(150, () -> deal.agree(code));
        ago.days(140, () -> deal.planPilot(code));
        ago.days(105, () -> deal.passPilot(code));
        ago.days(95, () -> deal.sign(code));
        ago.days(80, () -> launch.prepare(code));
        ago.days(75, () -> launch.goLive(code));
    }

    void research(String code) {
        var partner = partnerships.get(code).partner();
        var fields = new HashMap<String, Object>();
        var evidence = new ArrayList<Map<String, Object>>();
        partners.facts(partner).forEach(fact -> {
            var number = fact.worth().matches("\\d+");
            fields.put(fact.criterion(), number ? (Object) Integer.valueOf(fact.worth()) : fact.worth());
            evidence.add(Map.of(
                    "criterion",
                    fact.criterion(),
                    "source",
                    fact.source(),
                    "on",
                    days.today().toString()));
        });
        fields.put("evidence", evidence);
        process.complete(code, "researchCandidate", "sari", fields);
    }

    private void select(String code) {
        process.holdRound(
                "maya",
                Map.of("picks", List.of(code), "choiceReason", "The best of those waiting at the time"),
                List.of(code));
    }

    private void convince(String code) {
        process.complete(code, "preparePitchDeck", "sari", Map.of("deckNote", "Figures checked"));
        process.complete(code, "approveMail", "sari", approved(code));
        process.complete(
                code,
                "enterReply",
                "sari",
                Map.of(
                        "reply",
                        "MEETING",
                        "meetingOn",
                        days.today().plusDays(DAYS_TO_MEETING).toString()));
    }

    /** On the day that was agreed. */
    private void meet(String code) {
        process.complete(
                code,
                "holdMeeting",
                "sari",
                Map.of(
                        "metOn", days.today().toString(),
                        "meetingOutcome", "INTERESTED",
                        "minutes", "Both sides want to go on; terms to be proposed."));
    }

    private Map<String, Object> approved(String code) {
        var fields = new HashMap<>(process.prefilled(code, "approveMail", "mailSubject", "mailText"));
        fields.put("mailDecision", "SEND");
        return fields;
    }
}
