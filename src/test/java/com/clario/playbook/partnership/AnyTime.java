package com.clario.playbook.partnership;

import com.clario.playbook.CaseRun;
import com.clario.playbook.SignedTerms;
import com.clario.playbook.access.People;
import com.clario.playbook.identify.ResearchForm;
import com.clario.playbook.negotiation.Deal;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.closing.Closings;
import com.clario.playbook.partnership.pause.Pauses;
import com.clario.playbook.pilot.Trial;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case in a test to which something happens at any time: brought to a place on its way, paused, resumed, closed. */
public final class AnyTime {

    public final CaseRun run;

    private final ApplicationContext house;

    private AnyTime(ApplicationContext house, String name) {
        this.house = house;
        this.run = CaseRun.of(house, name, PartnerType.POS, Model.WHITE_LABEL);
    }

    public static AnyTime with(ApplicationContext house, String name) {
        return new AnyTime(house, name);
    }

    public AnyTime researching() {
        run.runJobs();
        return this;
    }

    public AnyTime waitsForTheRound() {
        researching().run.complete("sari", "researchCandidate", ResearchForm.strong());
        return this;
    }

    public AnyTime mailSent() {
        house.getBean(Partners.class)
                .add(new Contact(0, run.partner(), "Rina Halim", "Sales", "rina@moka.example", "en", false, false));
        run.from("outreach").complete("sari", "preparePitchDeck", Map.of("deckNote", "Checked"));
        var text = run.variable("approveMail", "mailText");
        run.complete("sari", "approveMail", Map.of("mailSubject", "Hi", "mailText", text, "mailDecision", "SEND"));
        return this;
    }

    public AnyTime pilotRuns() {
        run.from("negotiation").complete("sari", "proposeTerms", Deal.terms(Map.of()));
        var clauses = List.of("PARTIES", "SCOPE", "MONEY", "DATA", "LIABILITY", "EXIT", "LAW");
        run.complete("lina", "reviewContract", Map.of("clauses", clauses, "reviewDecision", "APPROVE"));
        run.complete("sari", "planPilot", Trial.plan(house, 12));
        Trial.agree(house, run);
        return this;
    }

    public AnyTime launching() {
        SignedTerms.of(house, run.code(), today().minusDays(30));
        run.from("launch");
        return this;
    }

    public AnyTime live() {
        SignedTerms.of(house, run.code(), today().minusDays(30));
        house.getBean(JdbcClient.class)
                .sql(
                        "insert into playbook.launch (partnership, number, model, prepared_at, go_live, live_on, decided_by, "
                                + "decided_at) values (?, 1, 'WHITE_LABEL', ?, 'LIVE', ?, 'maya', ?)")
                .params(run.code(), OffsetDateTime.now(), today(), OffsetDateTime.now())
                .update();
        run.from("optimize");
        return this;
    }

    public AnyTime at(String place) {
        return switch (place) {
            case "identify" -> researching();
            case "round" -> waitsForTheRound();
            case "outreach" -> mailSent();
            case "pilot" -> pilotRuns();
            case "launch" -> launching();
            default -> live();
        };
    }

    public AnyTime pause(int length) {
        call(length);
        run.runJobs();
        return this;
    }

    /** A manager has said so, and nothing of it has happened yet. */
    public void call(int length) {
        as("maya", () -> house.getBean(Pauses.class).pause(run.code(), today().plusDays(length), "Moka moves"));
    }

    public AnyTime resume(String why) {
        as("maya", () -> house.getBean(Pauses.class).resume(run.code(), why));
        run.runJobs();
        return this;
    }

    /** Until a pause is over by itself. */
    public AnyTime over() {
        run.fire("pauseIsOver");
        return this;
    }

    public AnyTime close(String why) {
        as("maya", () -> house.getBean(Closings.class).close(run.code(), why, true));
        run.runJobs();
        return this;
    }

    public void as(String person, Runnable deed) {
        house.getBean(People.class).actAs(person, () -> {
            deed.run();
            return null;
        });
    }

    /** So many days after the real today. */
    public AnyTime forward(int length) {
        ClockUtil.offset(Duration.ofDays(length).toMillis());
        return this;
    }

    public Partnership partnership() {
        return house.getBean(Partnerships.class).get(run.code());
    }

    public LocalDate today() {
        return house.getBean(BusinessDays.class).today();
    }

    public Job job(String step) {
        return instances().stream()
                .flatMap(one ->
                        management().createJobQuery().processInstanceId(one.getId()).activityId(step).list().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No job at " + step));
    }

    /** What the job executor would take up now, in any order. */
    public List<String> ready() {
        return run.messages().stream().map(Job::getId).toList();
    }

    public Date due(String timer) {
        return job(timer).getDuedate();
    }

    /** What could still move by itself or be done, the pause aside. */
    public List<String> moving() {
        return instances().stream()
                .filter(one -> !word(one).equals("pause"))
                .filter(one -> !one.isSuspended()
                        || management()
                                        .createJobQuery()
                                        .processInstanceId(one.getId())
                                        .active()
                                        .count()
                                > 0
                        || house.getBean(org.camunda.bpm.engine.TaskService.class)
                                        .createTaskQuery()
                                        .processInstanceId(one.getId())
                                        .active()
                                        .count()
                                > 0)
                .map(this::word)
                .sorted()
                .toList();
    }

    /** The drawings that run for the case. */
    public List<String> drawings() {
        return instances().stream().map(this::word).sorted().toList();
    }

    public String instance(String drawing) {
        return instances().stream()
                .filter(one -> word(one).equals(drawing))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    /** How each drawing that ever ran for the case stands in the history. */
    public List<HistoricProcessInstance> history() {
        return house.getBean(HistoryService.class)
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(run.code())
                .list();
    }

    public static Date later(Date date, int days) {
        return Date.from(date.toInstant().plus(Duration.ofDays(days)));
    }

    private List<ProcessInstance> instances() {
        return house.getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(run.code())
                .list();
    }

    private String word(ProcessInstance instance) {
        return house.getBean(RepositoryService.class)
                .getProcessDefinition(instance.getProcessDefinitionId())
                .getKey();
    }

    private ManagementService management() {
        return house.getBean(ManagementService.class);
    }
}
