package com.clario.playbook.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.negotiation.Deal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Moka's way through the five stages, done by four people through the doors they use. */
final class MokaWalk {

    private static final List<String> CLAUSES =
            List.of("PARTIES", "SCOPE", "MONEY", "DATA", "LIABILITY", "EXIT", "LAW");

    private final Worker sari;
    private final Worker maya;
    private final Worker lina;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
    private String approvedSubject;

    MokaWalk(String base, String engine) {
        sari = new Worker(base, engine, "sari");
        maya = new Worker(base, engine, "maya");
        lina = new Worker(base, engine, "lina");
    }

    /** From the catalogue to the second review. */
    void wholeWay() {
        start();
        startOthers();
        identify();
        prepareOutreach();
        finishOutreach();
        agreeTerms();
        startPilot();
        finishPilot();
        sign();
        launch();
        keepAtFirstReview();
        adjustAtSecondReview();
    }

    /** Puts Moka into the catalogue, as the playbook describes it, and starts the partnership. */
    void start() {
        addPartner("moka", "Moka", "30,000 food & beverage merchants, no advanced analytics");
        start("moka", "WHITE_LABEL");
    }

    /** Two others wait for the same round. */
    void startOthers() {
        for (var other : List.of("qasir", "olsera")) {
            addPartner(other, other, "A point of sale");
            start(other, "RESELLER");
            sari.completes("Research: " + other, research(12_000));
        }
    }

    /** A manager says that we are ready for partners; before that nobody could be picked without a reason. */
    void confirmProductMarketFit() {
        var fields = new HashMap<String, String>();
        fields.put("version", "1");
        fields.put("status", "RUNNING");
        fields.put("priority", "High, after product-market fit");
        fields.put("startsOn", today.toString());
        fields.put("gateBy", "The founders");
        fields.put("gateOn", today.toString());
        fields.put("years[0].owner", "Founder");
        fields.put("years[1].owner", "Partnerships lead");
        fields.put("years[1].from", "2");
        fields.put("years[1].to", "3");
        fields.put("years[1].share", "20");
        fields.put("why", "Forty restaurants stay");
        maya.submit("/programme/edit", "/programme/edit", fields);
    }

    void identify() {
        confirmProductMarketFit();
        sari.completes("Research: Moka", research(30_000));
        Worker.await(
                "Moka among the candidates",
                () -> maya.page("/candidates").contains("Moka") ? Optional.of(true) : Optional.empty());
        maya.submit("/candidates", "/candidates/round", Map.of());
        maya.completes(
                roundTask(),
                Map.of("picks", List.of("moka-1", "qasir-1", "olsera-1"), "choiceReason", "The three that wait"));
    }

    private String roundTask() {
        return Worker.await("the round", () -> maya.findTaskLike("Choose candidates for round"));
    }

    void prepareOutreach() {
        sari.completes("Prepare pitch deck: Moka", Map.of("deckNote", "Figures checked"));
        var mail = sari.formOf(sari.awaitTask("Approve mail: Moka"));
        assertThat(mail.path("mailText").path("value").asText()).contains("Moka");
    }

    void finishOutreach() {
        var form = sari.formOf(sari.awaitTask("Approve mail: Moka"));
        approvedSubject = form.path("mailSubject").path("value").asText();
        sari.completes(
                "Approve mail: Moka",
                Map.of(
                        "mailSubject",
                        approvedSubject,
                        "mailText",
                        form.path("mailText").path("value").asText(),
                        "mailDecision",
                        "SEND"));
        sari.completes("Enter reply: Moka", Map.of("reply", "MEETING", "meetingOn", today.toString()));
        sari.completes(
                "Hold meeting: Moka",
                Map.of("metOn", today.toString(), "meetingOutcome", "INTERESTED", "minutes", "They want to go on."));
    }

    void agreeTerms() {
        sari.completes("Propose terms: Moka", terms("70", 24, "First proposal"));
        lina.completes(
                "Review contract: Moka",
                Map.of("reviewDecision", "CHANGES", "reviewComment", "Answer support questions within 12 hours."));
        sari.completes("Propose terms: Moka", terms("70", 12, "Support within 12 hours, as legal asked"));
        lina.completes("Review contract: Moka", Map.of("clauses", CLAUSES, "reviewDecision", "APPROVE"));
    }

    void startPilot() {
        assertThat(sari.isRefused("Plan pilot: Moka", pilot(9))).contains("9").contains("10");
        assertThat(sari.isRefused("Plan pilot: Moka", pilot(21))).contains("21").contains("20");
        sari.completes("Plan pilot: Moka", pilot(12));
        lina.completes(
                "Review pilot letter: Moka",
                Map.of("letterDecision", "CHANGES", "letterComment", "Say what the customers try."));
        sari.completes("Plan pilot: Moka", pilot(12));
        lina.completes("Review pilot letter: Moka", Map.of("letterDecision", "APPROVE"));
        assertThat(sari.isRefused("Sign pilot letter: Moka", letter())).containsIgnoringCase("signed copy");
        upload("SIGNED_PILOT_LETTER");
        sari.completes("Sign pilot letter: Moka", letter());
    }

    private Map<String, Object> letter() {
        return Map.of(
                "letterSignature", "SIGNED",
                "letterPartnerSignatory", "Managing director",
                "letterOurSignatory", "Founder",
                "letterSignedOn", today.toString());
    }

    void finishPilot() {
        Worker.await(
                "the pilot to run", () -> casePage().contains("/pilot/end") ? Optional.of(true) : Optional.empty());
        sari.submit("/partnerships/moka-1", "/partnerships/moka-1/pilot/end", Map.of("why", "The month is over"));
        sari.completes(
                "Enter pilot results: Moka",
                Map.of("activeCustomers", 10, "satisfaction", "4.5", "seriousIncidents", 0, "resultsNote", "Content"));
        maya.completes("Sign off pilot: Moka", Map.of("signOffDecision", "SIGN_OFF", "signOffReason", "It works"));
    }

    void sign() {
        var signature = Map.<String, Object>of(
                "signatureDecision", "SIGNED",
                "signatoryPartner", "Managing director",
                "signatoryUs", "Founder",
                "signedOn", today.toString());
        assertThat(sari.isRefused("Sign contract: Moka", signature)).containsIgnoringCase("signed copy");
        upload("SIGNED_CONTRACT");
        sari.completes("Sign contract: Moka", signature);
    }

    void launch() {
        sari.completes(
                "Announce partnership: Moka",
                Map.of(
                        "announcement", "Moka Analytics powered by Clario is here.",
                        "announcedOn", today.toString(),
                        "announcedWhere", "Moka's news page"));
        sari.completes(
                "Approve brand: Moka", Map.of("brandName", "Moka Analytics powered by Clario", "brandDecision", "YES"));
        sari.completes(
                "Close launch gaps: Moka",
                Map.of("supportName", "Moka care", "supportMail", "care@moka.example", "gapsNote", "Contact named"));
        maya.completes("Go live: Moka", Map.of("goLiveDecision", "GO", "liveOn", today.toString()));
    }

    void keepAtFirstReview() {
        review("KEEP", 42, 20_000_000L);
    }

    void adjustAtSecondReview() {
        review("ADJUST", 20, 8_000_000L);
        sari.completes("Propose terms: Moka", terms("65", 12, "Adjusted in the second review"));
        lina.completes("Review contract: Moka", Map.of("clauses", CLAUSES, "reviewDecision", "APPROVE"));
        upload("SIGNED_CONTRACT");
        sari.completes(
                "Sign contract: Moka",
                Map.of(
                        "signatureDecision", "SIGNED",
                        "signatoryPartner", "Managing director",
                        "signatoryUs", "Founder",
                        "signedOn", today.toString()));
    }

    /** The subject under which the mail was approved. */
    String approvedSubject() {
        return approvedSubject;
    }

    String casePage() {
        return sari.page("/partnerships/moka-1");
    }

    private void review(String verdict, int referrals, long revenue) {
        Worker.await(
                "the month to run", () -> casePage().contains("/review/call") ? Optional.of(true) : Optional.empty());
        sari.submit("/partnerships/moka-1", "/partnerships/moka-1/review/call", Map.of("why", "To try it"));
        sari.completes("Enter figures: Moka", figures(referrals, revenue));
        maya.completes("Hold review: Moka", Map.of("verdict", verdict, "verdictReason", "Agreed in the meeting"));
    }

    private static Map<String, Object> figures(int referrals, long revenue) {
        var figures = new HashMap<String, Object>();
        figures.put("referrals", referrals);
        figures.put("targetReferrals", 40);
        figures.put("partnerRevenue", revenue);
        figures.put("targetRevenue", 20_000_000);
        figures.put("totalRevenue", 120_000_000);
        figures.put("retentionPartner", 92);
        figures.put("retentionDirect", 90);
        figures.put("openComplaints", 0);
        return figures;
    }

    private void addPartner(String code, String name, String about) {
        sari.submit(
                "/partners/new",
                "/partners/new",
                Map.of(
                        "code",
                        code,
                        "name",
                        name,
                        "type",
                        "POS",
                        "about",
                        about,
                        "valueToThem",
                        "A new revenue stream",
                        "valueToUs",
                        "Distribution overnight"));
        sari.submit(
                "/partners/" + code + "/contacts/new",
                "/partners/" + code + "/contacts/new",
                Map.of("name", "Head of Partnerships", "mail", "partners@" + code + ".example", "language", "en"));
    }

    private void start(String partner, String model) {
        sari.submit(
                "/partnerships/new?partner=" + partner,
                "/partnerships/new?partner=" + partner,
                Map.of("model", model, "owner", "sari", "why", "Named in the playbook"));
    }

    private Map<String, Object> research(int merchants) {
        var fields = new HashMap<String, Object>();
        fields.put("merchants", merchants);
        fields.put("overlap", 100);
        fields.put("api", "FULL");
        fields.put("analyticsGap", "YES");
        fields.put("upsell", "YES");
        fields.put("sponsor", "YES");
        fields.put("competitor", "NO");
        fields.put("troubled", "NO");
        fields.put(
                "evidence",
                List.of("merchants", "overlap", "api", "analyticsGap", "upsell", "sponsor").stream()
                        .map(criterion -> Map.of(
                                "criterion", criterion, "source", "Partnership playbook", "on", today.toString()))
                        .toList());
        return fields;
    }

    private static Map<String, Object> terms(String share, int supportHours, String note) {
        return Deal.terms(
                Map.of("partnerShare", share, "supportHours", supportHours, "durationMonths", 24, "termsNote", note));
    }

    private Map<String, Object> pilot(int customers) {
        var fields = new HashMap<String, Object>();
        fields.putAll(Map.of(
                "customers",
                String.join(
                        "\n",
                        IntStream.rangeClosed(1, customers)
                                .mapToObj(number -> "Restaurant " + number)
                                .toList()),
                "startsOn",
                today.toString(),
                "days",
                30,
                "targetActivePercent",
                60,
                "targetSatisfaction",
                "4",
                "failureCriteria",
                "Fewer than five active"));
        fields.put("scope", "The daily report");
        fields.put("whoPays", "FREE");
        return fields;
    }

    private void upload(String kind) {
        sari.upload("moka-1", kind, "signed.pdf", "%PDF-1.4 signed".getBytes(StandardCharsets.US_ASCII));
    }
}
