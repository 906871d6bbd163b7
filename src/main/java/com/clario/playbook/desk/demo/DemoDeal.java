package com.clario.playbook.desk.demo;

import com.clario.playbook.document.Documents;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What the demo colleagues entered in the negotiation: terms, pilot and signatures. */
@Component
class DemoDeal {

    private static final List<String> CLAUSES =
            List.of("PARTIES", "SCOPE", "MONEY", "DATA", "LIABILITY", "EXIT", "LAW");

    private final Partnerships partnerships;
    private final Documents documents;
    private final BusinessDays days;
    private final DemoProcess process;

    DemoDeal(Partnerships partnerships, Documents documents, BusinessDays days, DemoProcess process) {
        this.partnerships = partnerships;
        this.documents = documents;
        this.days = days;
        this.process = process;
    }

    void propose(String code) {
        var fields = new HashMap<String, Object>();
        var branded = partnerships.get(code).model() == Model.WHITE_LABEL;
        fields.put("model", partnerships.get(code).model().name());
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

    void agree(String code) {
        propose(code);
        process.complete(code, "reviewContract", "lina", Map.of("clauses", CLAUSES, "reviewDecision", "APPROVE"));
    }

    void planPilot(String code) {
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
                        "Fewer than five customers active, or two serious incidents",
                        "scope",
                        brand(code),
                        "whoPays",
                        "FREE"));
        process.complete(code, "reviewPilotLetter", "lina", Map.of("letterDecision", "APPROVE"));
        var letter = documents.latest(code, Documents.PILOT_LETTER_DRAFT).orElseThrow();
        documents.store(code, Documents.SIGNED_PILOT_LETTER, "signed-pilot-letter.pdf", documents.content(letter.id()));
        process.complete(
                code,
                "signPilotLetter",
                "sari",
                Map.of(
                        "letterSignature", "SIGNED",
                        "letterPartnerSignatory", "Managing director (demo)",
                        "letterOurSignatory", "Founder (demo)",
                        "letterSignedOn", days.today().toString()));
    }

    void passPilot(String code) {
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

    void sign(String code) {
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

    /** The name a white-label product carries in the demo. */
    String brand(String code) {
        return partnerships.get(code).partnerName() + " Analytics powered by Clario";
    }
}
