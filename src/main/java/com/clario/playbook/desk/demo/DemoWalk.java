package com.clario.playbook.desk.demo;

import com.clario.playbook.document.Documents;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What the demo colleagues entered on the way through the stages. */
@Component
class DemoWalk {

    private static final List<String> CLAUSES =
            List.of("PARTIES", "SCOPE", "MONEY", "DATA", "LIABILITY", "EXIT", "LAW");

    private final Partners partners;
    private final Partnerships partnerships;
    private final Documents documents;
    private final BusinessDays days;
    private final DemoProcess process;
    private final DemoReviews reviews;

    DemoWalk(
            Partners partners,
            Partnerships partnerships,
            Documents documents,
            BusinessDays days,
            DemoProcess process,
            DemoReviews reviews) {
        this.partners = partners;
        this.partnerships = partnerships;
        this.documents = documents;
        this.days = days;
        this.process = process;
        this.reviews = reviews;
    }

    /** Does something as it was so many days ago. */
    interface Ago {
        void days(int ago, Runnable deed);
    }

    void toMailApproval(String code, Ago ago) {
        ago.days(40, () -> research(code));
        ago.days(30, () -> select(code));
    }

    void toLegalReview(String code, Ago ago) {
        ago.days(70, () -> research(code));
        ago.days(60, () -> select(code));
        ago.days(50, () -> convince(code));
        ago.days(8, () -> propose(code));
    }

    void toGoLive(String code, Ago ago) {
        ago.days(105, () -> research(code));
        ago.days(95, () -> select(code));
        ago.days(85, () -> convince(code));
        ago.days(70, () -> agree(code));
        ago.days(60, () -> planPilot(code));
        ago.days(25, () -> passPilot(code));
        ago.days(18, () -> sign(code));
        ago.days(6, () -> prepareLaunch(code));
    }

    void toTheThirdReview(String code, Ago ago) {
        ago.days(195, () -> research(code));
        ago.days(185, () -> select(code));
        ago.days(175, () -> convince(code));
        ago.days(165, () -> agree(code));
        ago.days(155, () -> planPilot(code));
        ago.days(122, () -> passPilot(code));
        ago.days(116, () -> sign(code));
        ago.days(110, () -> prepareLaunch(code));
        ago.days(106, () -> goLive(code));
        ago.days(75, () -> reviews.first(code));
        ago.days(44, () -> reviews.second(code));
        ago.days(13, () -> reviews.third(code));
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
                Map.of("reply", "MEETING", "meetingOn", days.today().plusDays(3).toString()));
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

    private void propose(String code) {
        var fields = new HashMap<String, Object>();
        var branded = partnerships.get(code).model() == Model.WHITE_LABEL;
        fields.put("product", branded ? brand(code) : "Clario Analytics");
        fields.put("collects", branded ? "PARTNER" : "US");
        fields.put("partnerShare", branded ? "65" : "15");
        fields.put("price", 200_000);
        fields.put("exclusive", "NO");
        fields.put("supportContact", "support@clario.example");
        fields.put("supportHours", 24);
        fields.put("durationMonths", 24);
        fields.put("noticeDays", 60);
        fields.put("pilotClause", "YES");
        fields.put("termsNote", "First proposal");
        process.complete(code, "proposeTerms", "sari", fields);
    }

    private void agree(String code) {
        propose(code);
        process.complete(code, "reviewContract", "lina", Map.of("clauses", CLAUSES, "reviewDecision", "APPROVE"));
    }

    private void planPilot(String code) {
        process.complete(
                code,
                "planPilot",
                "sari",
                Map.of(
                        "customers",
                        String.join(
                                "\n",
                                IntStream.rangeClosed(1, 12)
                                        .mapToObj(number -> "Demo restaurant " + number)
                                        .toList()),
                        "startsOn",
                        days.today().toString(),
                        "days",
                        30,
                        "targetActivePercent",
                        60,
                        "targetSatisfaction",
                        "4",
                        "failureCriteria",
                        "Fewer than five customers active, or two serious incidents"));
    }

    private void passPilot(String code) {
        process.endPilot(code);
        process.complete(
                code,
                "enterPilotResults",
                "sari",
                Map.of(
                        "activeCustomers",
                        10,
                        "satisfaction",
                        "4.4",
                        "seriousIncidents",
                        0,
                        "resultsNote",
                        "They want the daily report by mail."));
        process.complete(
                code, "signOffPilot", "maya", Map.of("signOffDecision", "SIGN_OFF", "signOffReason", "Passed"));
    }

    private void sign(String code) {
        var copy = documents.latest(code, Documents.CONTRACT_DRAFT).orElseThrow();
        documents.store(code, Documents.SIGNED_CONTRACT, "signed-contract.pdf", documents.content(copy.id()));
        process.complete(
                code,
                "signContract",
                "sari",
                Map.of(
                        "signatureDecision", "SIGNED",
                        "signatoryPartner", "Managing director (demo)",
                        "signatoryUs", "Founder (demo)",
                        "signedOn", days.today().toString()));
    }

    private void prepareLaunch(String code) {
        process.complete(
                code,
                "announcePartnership",
                "sari",
                Map.of(
                        "announcement", "We work together from now on.",
                        "announcedOn", days.today().toString(),
                        "announcedWhere", "Both companies' news pages"));
        process.complete(code, "approveBrand", "sari", Map.of("brandName", brand(code), "brandDecision", "YES"));
        process.complete(
                code,
                "closeGaps",
                "sari",
                Map.of("supportName", "Support desk", "supportMail", "support@partner.example", "gapsNote", "Named"));
    }

    private String brand(String code) {
        return partnerships.get(code).partnerName() + " Analytics powered by Clario";
    }

    private void goLive(String code) {
        process.complete(
                code,
                "goLive",
                "maya",
                Map.of("goLiveDecision", "GO", "liveOn", days.today().toString()));
    }
}
