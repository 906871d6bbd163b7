package com.clario.playbook.negotiation;

import com.clario.playbook.CaseRun;
import com.clario.playbook.document.Documents;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.BusinessDays;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** A negotiation in a test: what people enter in its forms, and the way to its later tasks. */
public class Deal {

    static final List<String> CLAUSES = Arrays.stream(ContractReviews.Clause.values())
            .map(ContractReviews.Clause::name)
            .toList();

    final CaseRun run;

    private final ApplicationContext house;

    private Deal(ApplicationContext house, PartnerType type, Model model, String drawing) {
        this.house = house;
        this.run = CaseRun.of(house, "Moka", type, model).only(drawing);
    }

    static Deal withMoka(ApplicationContext house, String drawing) {
        return new Deal(house, PartnerType.POS, Model.WHITE_LABEL, drawing);
    }

    static Deal withAccountant(ApplicationContext house, String drawing) {
        return new Deal(house, PartnerType.ACCOUNTING, Model.INTEGRATION, drawing);
    }

    Deal propose(String person, Map<String, Object> changed) {
        run.complete(person, "proposeTerms", terms(changed));
        return this;
    }

    Deal propose() {
        return propose("sari", Map.of());
    }

    Deal approve() {
        run.complete("lina", "reviewContract", Map.of("clauses", CLAUSES, "reviewDecision", "APPROVE"));
        return this;
    }

    Deal askForChanges(String comment) {
        run.complete("lina", "reviewContract", Map.of("reviewDecision", "CHANGES", "reviewComment", comment));
        return this;
    }

    Deal pilot(int active) {
        run.complete("sari", "planPilot", pilotPlan())
                .fire("pilotTimeUp")
                .complete(
                        "sari",
                        "enterPilotResults",
                        Map.of(
                                "activeCustomers",
                                active,
                                "satisfaction",
                                "4.5",
                                "seriousIncidents",
                                0,
                                "resultsNote",
                                "They look at it every morning"));
        return this;
    }

    Deal signOff(String decision) {
        run.complete(
                "maya", "signOffPilot", Map.of("signOffDecision", decision, "signOffReason", "We have seen enough"));
        return this;
    }

    Deal readyToSign() {
        return propose().approve().pilot(10).signOff("SIGN_OFF");
    }

    Deal upload() {
        house.getBean(Documents.class)
                .store(
                        code(),
                        Documents.SIGNED_CONTRACT,
                        "signed.pdf",
                        "%PDF-1.4 signed".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    Deal sign(Map<String, Object> changed) {
        var fields = new HashMap<String, Object>(Map.of(
                "signatureDecision", "SIGNED",
                "signatoryPartner", "Rina Halim",
                "signatoryUs", "Andi Pratama",
                "signedOn", house.getBean(BusinessDays.class).today().toString()));
        fields.putAll(changed);
        run.complete("sari", "signContract", fields);
        return this;
    }

    String code() {
        return run.code();
    }

    private Map<String, Object> pilotPlan() {
        var customers = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> "Restaurant " + number)
                .collect(Collectors.joining("\n"));
        return Map.of(
                "customers",
                customers,
                "startsOn",
                house.getBean(BusinessDays.class).today().toString(),
                "days",
                30,
                "targetActivePercent",
                60,
                "targetSatisfaction",
                "4",
                "failureCriteria",
                "Fewer than five active");
    }

    public static Map<String, Object> terms(Map<String, Object> changed) {
        var fields = new HashMap<String, Object>();
        fields.put("product", "Moka Analytics powered by Clario");
        fields.put("collects", "PARTNER");
        fields.put("partnerShare", "70");
        fields.put("price", 200_000);
        fields.put("exclusive", "NO");
        fields.put("supportContact", "Clario support");
        fields.put("supportHours", 24);
        fields.put("durationMonths", 12);
        fields.put("noticeDays", 60);
        fields.put("pilotClause", "YES");
        fields.put("termsNote", "As the playbook has it");
        fields.putAll(changed);
        return fields;
    }
}
