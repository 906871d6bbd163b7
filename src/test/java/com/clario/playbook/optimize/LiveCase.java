package com.clario.playbook.optimize;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.clario.playbook.CaseRun;
import com.clario.playbook.SignedTerms;
import com.clario.playbook.document.Documents;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A live partnership in a test, whose days pass when the test says so. */
public final class LiveCase {

    private final ApplicationContext house;
    private final CaseRun run;

    private LiveCase(ApplicationContext house, CaseRun run) {
        this.house = house;
        this.run = run;
    }

    /** Live from a day on, on terms of two years with 60 days of notice that began thirty days before. */
    public static LiveCase since(ApplicationContext house, LocalDate day) {
        return since(house, day, PartnerType.POS, Model.WHITE_LABEL);
    }

    public static LiveCase since(ApplicationContext house, LocalDate day, PartnerType type, Model model) {
        var run = CaseRun.of(house, "Moka", type, model);
        house.getBean(Partners.class)
                .add(new Contact(0, run.partner(), "Head of Sales", "Sales", "s@moka.example", "en", false, false));
        SignedTerms.of(house, run.code(), day.minusDays(30));
        house.getBean(JdbcClient.class)
                .sql(
                        "insert into playbook.launch (partnership, number, model, prepared_at, go_live, live_on, decided_by, decided_at) "
                                + "values (?, 1, ?, ?, 'LIVE', ?, 'maya', ?)")
                .params(run.code(), model.name(), OffsetDateTime.now(), day, OffsetDateTime.now())
                .update();
        return new LiveCase(house, run.only("optimize"));
    }

    public CaseRun run() {
        return run;
    }

    public String code() {
        return run.code();
    }

    /** Moves every clock of the house to a day's office hours. */
    public static void today(ApplicationContext house, LocalDate day) {
        var zone = house.getBean(BusinessDays.class).zone();
        ClockUtil.setCurrentTime(
                Date.from(day.atTime(LocalTime.of(9, 0)).atZone(zone).toInstant()));
    }

    /** Lets the days pass until then: what has fallen due happens, in the order it did. */
    public LiveCase passTo(LocalDate day) {
        today(house, day);
        fireWhatIsDue();
        run.runJobs();
        return this;
    }

    private void fireWhatIsDue() {
        var jobs = house.getBean(ManagementService.class);
        house
                .getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(code())
                .list()
                .stream()
                .flatMap(one -> jobs
                        .createJobQuery()
                        .processInstanceId(one.getId())
                        .timers()
                        .active()
                        .duedateLowerThan(ClockUtil.getCurrentTime())
                        .orderByJobDuedate()
                        .asc()
                        .list()
                        .stream())
                .filter(job -> jobs.createJobQuery().jobId(job.getId()).count() > 0)
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    public LiveCase figures(int referrals, long revenue) {
        return figures(referrals, revenue, Map.of());
    }

    public LiveCase figures(int referrals, long revenue, Map<String, Object> others) {
        var fields = new HashMap<String, Object>();
        fields.put("referrals", referrals);
        fields.put("targetReferrals", 40);
        fields.put("partnerRevenue", revenue);
        fields.put("targetRevenue", 20_000_000);
        fields.put("totalRevenue", 120_000_000L);
        fields.put("retentionPartner", 92);
        fields.put("retentionDirect", 90);
        fields.put("openComplaints", 0);
        fields.putAll(others);
        run.complete("sari", "enterFigures", fields);
        return this;
    }

    public LiveCase hold(String verdict, String reason) {
        return hold(verdict, reason, List.of(), List.of());
    }

    public LiveCase hold(
            String verdict, String reason, List<Map<String, String>> results, List<Map<String, String>> promised) {
        var fields = new HashMap<String, Object>();
        fields.put("verdict", verdict);
        fields.put("verdictReason", reason);
        fields.put("actionResults", results);
        fields.put("newActions", promised);
        run.complete("maya", "holdReview", fields);
        return this;
    }

    /** Proposes new terms as the form begins with them, but for what is given. */
    public LiveCase propose(Map<String, Object> changed) {
        var fields = new HashMap<String, Object>();
        List.of(
                        "model",
                        "product",
                        "collects",
                        "partnerShare",
                        "price",
                        "exclusive",
                        "supportContact",
                        "supportHours",
                        "durationMonths",
                        "noticeDays",
                        "pilotClause")
                .forEach(key -> fields.put(key, run.variable("proposeTerms", key)));
        fields.put("termsNote", "As agreed");
        fields.putAll(changed);
        run.complete("sari", "proposeTerms", fields);
        return this;
    }

    public LiveCase approve() {
        var clauses = List.of("PARTIES", "SCOPE", "MONEY", "DATA", "LIABILITY", "EXIT", "LAW");
        run.complete("lina", "reviewContract", Map.of("clauses", clauses, "reviewDecision", "APPROVE"));
        return this;
    }

    /** Both have signed on a day, and somebody records it now. */
    public LiveCase sign(LocalDate on) {
        house.getBean(Documents.class)
                .store(code(), Documents.SIGNED_CONTRACT, "signed.pdf", "%PDF-1.4".getBytes(US_ASCII));
        run.complete(
                "sari",
                "signContract",
                Map.of(
                        "signatureDecision", "SIGNED",
                        "signatoryPartner", "Rina Halim",
                        "signatoryUs", "Andi Pratama",
                        "signedOn", on.toString()));
        return this;
    }

    /** The form's “Not yet: back to the terms”. */
    public LiveCase backToTheTerms(String why) {
        run.complete("sari", "signContract", Map.of("signatureDecision", "AGAIN", "signatureNote", why));
        return this;
    }

    public LiveCase decideRenewal(String decision) {
        run.complete("maya", "decideRenewal", Map.of("renewalDecision", decision, "renewalReason", "We talked"));
        return this;
    }

    /** A review that keeps everything as it is. */
    public LiveCase keep() {
        run.fire("monthIsOver");
        return figures(42, 20_000_000L).hold("KEEP", null);
    }
}
