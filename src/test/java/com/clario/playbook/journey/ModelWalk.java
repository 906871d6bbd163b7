package com.clario.playbook.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.TestCall;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.pilot.Trial;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;

/** People bring a partner of any type and model from the catalogue to its go-live, through the public doors. */
final class ModelWalk {

    private static final List<String> CLAUSES =
            List.of("PARTIES", "SCOPE", "MONEY", "DATA", "LIABILITY", "EXIT", "LAW");

    private static final List<String> TERMS = List.of(
            "model",
            "product",
            "collects",
            "exclusive",
            "supportContact",
            "supportHours",
            "durationMonths",
            "noticeDays",
            "pilotClause");

    private final ApplicationContext house;
    private final int port;
    private final String name;
    private final String code;
    private final PartnerType type;
    private final Model model;
    private final Worker sari;
    private final Worker maya;
    private final Worker lina;
    private final String today = LocalDate.now(ZoneId.of("Asia/Jakarta")).toString();

    ModelWalk(ApplicationContext house, int port, String engine, String name, PartnerType type, Model model) {
        var base = "http://127.0.0.1:" + port;
        this.house = house;
        this.port = port;
        this.name = name;
        this.code = name.toLowerCase();
        this.type = type;
        this.model = model;
        sari = new Worker(base, engine, "sari");
        maya = new Worker(base, engine, "maya");
        lina = new Worker(base, engine, "lina");
    }

    String partnership() {
        return code + "-1";
    }

    String casePage() {
        return sari.page("/partnerships/" + partnership());
    }

    /** Research, the round, mail and meeting: the partner wants to go on. */
    ModelWalk toNegotiation() {
        start();
        sari.completes("Research: " + name, research());
        when("among the candidates", () -> maya.page("/candidates").contains(name));
        maya.submit("/candidates", "/candidates/round", Map.of());
        maya.completes(
                Worker.await("the round", () -> maya.findTaskLike("Choose candidates for round")),
                Map.of("picks", List.of(partnership()), "choiceReason", "The only one that waits"));
        sari.completes("Prepare pitch deck: " + name, Map.of("deckNote", "Figures checked"));
        sari.completes(
                "Approve mail: " + name,
                with(shown("Approve mail", "mailSubject", "mailText"), "mailDecision", "SEND"));
        sari.completes("Enter reply: " + name, Map.of("reply", "MEETING", "meetingOn", today));
        sari.completes(
                "Hold meeting: " + name,
                Map.of("metOn", today, "meetingOutcome", "INTERESTED", "minutes", "They want to go on."));
        return this;
    }

    private void start() {
        sari.submit(
                "/partners/new",
                "/partners/new",
                Map.of("code", code, "name", name, "type", type.name(), "valueToThem", "More", "valueToUs", "Reach"));
        sari.submit(
                "/partners/" + code + "/contacts/new",
                "/partners/" + code + "/contacts/new",
                Map.of("name", "Head of Partnerships", "mail", "partners@" + code + ".example", "language", "id"));
        var page = "/partnerships/new?partner=" + code;
        sari.submit(page, page, Map.of("model", model.name(), "owner", "sari", "why", "Named in the playbook"));
    }

    private Map<String, Object> research() {
        var adviser = type == PartnerType.CHANNEL;
        var fields = new HashMap<String, Object>(Map.of("merchants", 30_000, "overlap", 100));
        fields.putAll(adviser ? Map.of("leads", 40, "trusted", "YES") : Map.of("api", "FULL"));
        fields.putAll(Map.of("analyticsGap", "YES", "upsell", "YES", "sponsor", "YES"));
        fields.put(
                "evidence",
                fields.keySet().stream()
                        .map(criterion -> Map.of("criterion", criterion, "source", "Their report", "on", today))
                        .toList());
        fields.putAll(Map.of("competitor", "NO", "troubled", "NO"));
        return fields;
    }

    /** The terms as they are filled in, with the partner's share and the price a customer pays. */
    ModelWalk propose(String share, int price) {
        var fields = with(shown("Propose terms", TERMS.toArray(String[]::new)), "partnerShare", share);
        fields.put("price", price);
        fields.put("termsNote", "First proposal");
        sari.completes("Propose terms: " + name, fields);
        return this;
    }

    ModelWalk approve() {
        lina.completes("Review contract: " + name, Map.of("clauses", CLAUSES, "reviewDecision", "APPROVE"));
        return this;
    }

    /** Legal approves this contract, and with it our standard terms for all later partners. */
    ModelWalk approveForAll() {
        lina.completes(
                "Review contract: " + name,
                Map.of("clauses", CLAUSES, "reviewDecision", "APPROVE", "approveForAll", true));
        return this;
    }

    ModelWalk pilot() {
        sari.completes("Plan pilot: " + name, Trial.plan(house, 12));
        lina.completes("Review pilot letter: " + name, Map.of("letterDecision", "APPROVE"));
        upload("SIGNED_PILOT_LETTER");
        sari.completes(
                "Sign pilot letter: " + name,
                Map.of(
                        "letterSignature", "SIGNED",
                        "letterPartnerSignatory", "Managing director",
                        "letterOurSignatory", "Founder",
                        "letterSignedOn", today));
        when("in its pilot", () -> casePage().contains("/pilot/end"));
        var page = "/partnerships/" + partnership();
        sari.submit(page, page + "/pilot/end", Map.of("why", "The month is over"));
        sari.completes(
                "Enter pilot results: " + name,
                Map.of("activeCustomers", 11, "satisfaction", "4.6", "seriousIncidents", 0, "resultsNote", "Content"));
        maya.completes("Sign off pilot: " + name, Map.of("signOffDecision", "SIGN_OFF", "signOffReason", "It works"));
        return this;
    }

    ModelWalk sign() {
        sari.awaitTask("Sign contract: " + name);
        upload("SIGNED_CONTRACT");
        sari.completes(
                "Sign contract: " + name,
                Map.of(
                        "signatureDecision", "SIGNED",
                        "signatoryPartner", "Managing director",
                        "signatoryUs", "Founder",
                        "signedOn", today));
        return this;
    }

    /** What every model needs, then what this one needs, and the go-live. */
    ModelWalk launch() {
        sari.completes(
                "Announce partnership: " + name,
                Map.of("announcement", "Together", "announcedOn", today, "announcedWhere", "Both news pages"));
        prepareModel();
        sari.completes(
                "Close launch gaps: " + name,
                Map.of("supportName", "Care", "supportMail", "care@" + code + ".example", "gapsNote", "Contact named"));
        maya.completes("Go live: " + name, Map.of("goLiveDecision", "GO", "liveOn", today));
        when("live", () -> casePage().contains("/review/call"));
        return this;
    }

    private void prepareModel() {
        switch (model) {
            case WHITE_LABEL ->
                sari.completes(
                        "Approve brand: " + name,
                        Map.of("brandName", name + " Analytics powered by Clario", "brandDecision", "YES"));
            case RESELLER ->
                sari.completes(
                        "Train partner team: " + name,
                        Map.of(
                                "trainingDecision", "HELD",
                                "trainees", "Rina\nTono",
                                "trainedOn", today,
                                "trainer", "Sari Wijaya",
                                "trainingMaterial", "Sales guide"));
            case INTEGRATION -> connect();
            case REFERRAL ->
                sari.completes(
                        "Issue referral code: " + name, shown("Issue referral code", "referralCode", "referralText"));
        }
    }

    private void connect() {
        var connected = Map.<String, Object>of("connectionDecision", "CONNECTED", "connectionNote", "Traced");
        assertThat(sari.isRefused("Connect integration: " + name, connected)).contains("no test activity");
        var page = "/partnerships/" + partnership() + "/connection";
        var key = Pattern.compile("id=\"key\"[^>]*value=\"([^\"]+)\"")
                .matcher(sari.submit(page, page + "/keys", Map.of()));
        assertThat(key.find()).isTrue();
        assertThat(TestCall.with(port, key.group(1)).report("test-" + code).statusCode())
                .isEqualTo(201);
        sari.completes("Connect integration: " + name, connected);
    }

    /** A month judged by what this model is measured by. */
    ModelWalk review(Map<String, Object> figures) {
        var page = "/partnerships/" + partnership();
        sari.submit(page, page + "/review/call", Map.of("why", "To see how it goes"));
        sari.completes("Enter figures: " + name, figures);
        maya.completes("Hold review: " + name, Map.of("verdict", "KEEP", "verdictReason", "Agreed in the meeting"));
        when("after its review", () -> casePage().contains("/review/call"));
        return this;
    }

    private Map<String, Object> shown(String step, String... keys) {
        var form = sari.formOf(sari.awaitTask(step + ": " + name));
        var fields = new HashMap<String, Object>();
        for (var key : keys) {
            var value = form.path(key).path("value");
            fields.put(key, value.isInt() ? value.asInt() : value.asText());
        }
        return fields;
    }

    private static Map<String, Object> with(Map<String, Object> fields, String key, Object value) {
        fields.put(key, value);
        return fields;
    }

    private void upload(String kind) {
        sari.upload(partnership(), kind, "signed.pdf", "%PDF-1.4 signed".getBytes(StandardCharsets.US_ASCII));
    }

    private void when(String what, BooleanSupplier itIs) {
        Worker.await(name + " " + what, () -> itIs.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }
}
