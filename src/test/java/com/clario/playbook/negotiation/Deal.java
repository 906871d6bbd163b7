package com.clario.playbook.negotiation;

import com.clario.playbook.CaseRun;
import com.clario.playbook.document.Documents;
import com.clario.playbook.negotiation.contract.ContractReviews;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.pilot.Trial;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** A negotiation in a test: what people enter in its forms, and the way to its later tasks. */
public class Deal {

    static final List<String> CLAUSES = Arrays.stream(ContractReviews.Clause.values())
            .map(ContractReviews.Clause::name)
            .toList();

    final CaseRun run;

    private final ApplicationContext house;

    private final Model model;

    private Deal(ApplicationContext house, String name, PartnerType type, Model model, String drawing) {
        this.house = house;
        this.model = model;
        this.run = CaseRun.of(house, name, type, model).only(drawing);
    }

    static Deal withMoka(ApplicationContext house, String drawing) {
        return new Deal(house, "Moka", PartnerType.POS, Model.WHITE_LABEL, drawing);
    }

    static Deal withTill(ApplicationContext house, String name, Model model, String drawing) {
        return new Deal(house, name, PartnerType.POS, model, drawing);
    }

    static Deal withAccountant(ApplicationContext house, String drawing) {
        return withAccountant(house, "Jurnal", drawing);
    }

    static Deal withAccountant(ApplicationContext house, String name, String drawing) {
        return new Deal(house, name, PartnerType.ACCOUNTING, Model.INTEGRATION, drawing);
    }

    static Deal withAdviser(ApplicationContext house, String name, String drawing) {
        return new Deal(house, name, PartnerType.CHANNEL, Model.REFERRAL, drawing);
    }

    Deal propose(String person, Map<String, Object> changed) {
        var fields = new HashMap<String, Object>(Map.of("model", model.name()));
        fields.putAll(changed);
        run.complete(person, "proposeTerms", terms(fields));
        return this;
    }

    /** The template as the form starts with it, with a commission and a price filled in. */
    Deal proposeStandard(String person, String commission) {
        var fields = new HashMap<String, Object>();
        for (var key : List.of(
                "model",
                "product",
                "collects",
                "exclusive",
                "supportContact",
                "supportHours",
                "durationMonths",
                "noticeDays",
                "pilotClause")) {
            fields.put(key, run.variable("proposeTerms", key));
        }
        fields.put("partnerShare", commission);
        fields.put("price", 150_000);
        return propose(person, fields);
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
        run.complete("sari", "planPilot", Trial.plan(house, 12));
        Trial.agree(house, run)
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

    /** Everything between the proposal and the signature, and the signature. */
    Deal toTheEnd() {
        return approve().pilot(10).signOff("SIGN_OFF").upload().sign(Map.of());
    }

    Deal grant() {
        run.complete("maya", "approveException", Map.of("exceptionDecision", "GRANT", "exceptionReason", "Worth it"));
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

    public static Map<String, Object> terms(Map<String, Object> changed) {
        var fields = new HashMap<String, Object>();
        fields.put("model", "WHITE_LABEL");
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
