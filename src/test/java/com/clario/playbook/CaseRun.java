package com.clario.playbook;

import com.clario.playbook.access.People;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.programme.StartGate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.AssertProvider;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.springframework.context.ApplicationContext;

/** One partner's case in a test: its drawing runs as far as people complete tasks and the test runs jobs. */
public final class CaseRun {

    private static final String ELSEWHERE = "The test begins elsewhere";

    private final ApplicationContext house;
    private final String code;

    private CaseRun(ApplicationContext house, String code) {
        this.house = house;
        this.code = code;
    }

    /** A new partner of this name with a partnership whose walk has not yet begun. */
    public static CaseRun of(ApplicationContext house, String name, PartnerType type, Model model) {
        var partner = name.toLowerCase() + UUID.randomUUID().toString().substring(0, 8);
        house.getBean(Partners.class)
                .add(new Partner(
                        partner,
                        name,
                        type,
                        "https://" + partner + ".example",
                        "Sells tills to cafés",
                        "A new revenue stream",
                        "30,000 merchants overnight",
                        false));
        var code = house.getBean(Partnerships.class)
                .start(partner, model, "sari", "A test")
                .code();
        return new CaseRun(house, code);
    }

    /** A partnership that is on its way already. */
    public static CaseRun known(ApplicationContext house, String code) {
        return new CaseRun(house, code);
    }

    /** Runs one stage's drawing by itself, instead of the whole walk. */
    public CaseRun only(String drawing) {
        deleteWalk();
        runtime().startProcessInstanceByKey(drawing, code, Map.of("partnershipId", code));
        return runJobs();
    }

    /** Begins the walk at a stage, as if those before it had gone well. */
    public CaseRun from(String stage) {
        deleteWalk();
        house.getBean(StartGate.class).grant(code, "A test begins here");
        runtime()
                .createProcessInstanceByKey("partnership")
                .businessKey(code)
                .setVariable("partnershipId", code)
                .startBeforeActivity(stage)
                .execute();
        return runJobs();
    }

    private void deleteWalk() {
        runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(code)
                .rootProcessInstances()
                .list()
                .forEach(walk -> runtime().deleteProcessInstance(walk.getId(), ELSEWHERE));
    }

    public String code() {
        return code;
    }

    public String partner() {
        return house.getBean(Partnerships.class).get(code).partner();
    }

    /** Completes the task standing at a step, as the form of this person would. */
    public CaseRun complete(String person, String step, Map<String, Object> fields) {
        return complete(person, step, fields, true);
    }

    public CaseRun complete(String person, String step, Map<String, Object> fields, boolean thenRunJobs) {
        var task = tasks().createTaskQuery()
                .processInstanceBusinessKey(code)
                .taskDefinitionKey(step)
                .singleResult();
        if (task == null) {
            throw new AssertionError("No task " + step + " among " + openTasks());
        }
        house.getBean(People.class).actAs(person, () -> {
            tasks().complete(task.getId(), fields);
            return null;
        });
        return thenRunJobs ? runJobs() : this;
    }

    /** Runs every waiting job of the case that is no timer, until none is left; a paused one's jobs wait. */
    public CaseRun runJobs() {
        for (var jobs = messages(); !jobs.isEmpty(); jobs = messages()) {
            jobs.forEach(this::run);
        }
        return this;
    }

    private void run(Job job) {
        if (management().createJobQuery().jobId(job.getId()).count() > 0) {
            management().executeJob(job.getId());
        }
    }

    /** What the job executor would take up now. */
    public List<Job> messages() {
        return instances().stream()
                .flatMap(one ->
                        management()
                                .createJobQuery()
                                .processInstanceId(one.getId())
                                .messages()
                                .active()
                                .list()
                                .stream())
                .toList();
    }

    /** Lets a timer of the case go off now. */
    public CaseRun fire(String timer) {
        var job = instances().stream()
                .flatMap(one ->
                        management()
                                .createJobQuery()
                                .processInstanceId(one.getId())
                                .activityId(timer)
                                .timers()
                                .list()
                                .stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer " + timer));
        management().executeJob(job.getId());
        return runJobs();
    }

    public boolean waitsAt(String step) {
        return instances().stream()
                .anyMatch(one -> runtime().getActiveActivityIds(one.getId()).contains(step));
    }

    public List<String> openTasks() {
        return tasks().createTaskQuery().processInstanceBusinessKey(code).list().stream()
                .map(task -> task.getTaskDefinitionKey())
                .sorted()
                .toList();
    }

    /** What the open task at a step shows or starts with. */
    public Object variable(String step, String name) {
        var task = tasks().createTaskQuery()
                .processInstanceBusinessKey(code)
                .taskDefinitionKey(step)
                .singleResult();
        return tasks().getVariable(task.getId(), name);
    }

    /** What became of the case in one drawing, for Camunda's assertions: {@code assertThat(run.drawing("pilot")).hasPassed(…)}. */
    public AssertProvider<ProcessInstanceAssert> drawing(String name) {
        var newest = house
                .getBean(HistoryService.class)
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(code)
                .processDefinitionKey(name)
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .filter(one -> !ELSEWHERE.equals(one.getDeleteReason()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The case never came to the drawing " + name));
        var instance = new ExecutionEntity();
        instance.setId(newest.getId());
        instance.setBusinessKey(code);
        return () -> {
            BpmnAwareTests.init(house.getBean(ProcessEngine.class));
            return BpmnAwareTests.assertThat(instance);
        };
    }

    /** Whether the case went through a step, in whichever drawing. */
    public boolean passed(String step) {
        return house
                        .getBean(HistoryService.class)
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(code)
                        .list()
                        .stream()
                        .mapToLong(one -> house.getBean(HistoryService.class)
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(one.getId())
                                .activityId(step)
                                .finished()
                                .count())
                        .sum()
                > 0;
    }

    public boolean ended() {
        return instances().isEmpty();
    }

    public List<String> timeline() {
        return house.getBean(Timeline.class).of(code).stream()
                .map(Timeline.Entry::text)
                .toList();
    }

    private List<ProcessInstance> instances() {
        return runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(code)
                .list();
    }

    private RuntimeService runtime() {
        return house.getBean(RuntimeService.class);
    }

    private TaskService tasks() {
        return house.getBean(TaskService.class);
    }

    private ManagementService management() {
        return house.getBean(ManagementService.class);
    }
}
