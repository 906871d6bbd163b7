package com.clario.playbook.screen;

import com.clario.playbook.CaseRun;
import com.clario.playbook.Plan;
import com.clario.playbook.optimize.LiveCase;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Stage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.ApplicationContext;

/** Tasks somebody could have before them now: the demo's own, or those a case of the demo is put or brought to. */
final class OpenTasks {

    private OpenTasks() {}

    /** How a case comes to a task at which none of the demo's can simply be put. */
    private static final Map<String, Consumer<ApplicationContext>> WAYS = Map.of(
            "chooseCandidates", OpenTasks::round,
            "askForIntroduction", OpenTasks::mutualContact,
            "approveException", OpenTasks::termsBeyondPolicy,
            "holdReview", OpenTasks::figures,
            "decideRenewal", OpenTasks::termsNearTheirEnd,
            "giveNotice", OpenTasks::terminated,
            "settleAccounts", OpenTasks::noticeIsOver,
            "approveRuleChange", ChangedRules::submitted,
            "mendRuleChange", ChangedRules::sentBack);

    static Task of(ApplicationContext house, Plan plan, UserTask asked, String person) {
        var task = waiting(house, asked.getId())
                .or(() -> brought(house, asked.getId()))
                .or(() -> put(house, plan.name(), asked.getId(), stage(plan)))
                .orElseThrow(() -> new AssertionError("No case of the demo can stand at " + asked.getId()
                        + ": say in OpenTasks how one comes there."));
        house.getBean(TaskService.class).setAssignee(task.getId(), person);
        return task;
    }

    private static String stage(Plan plan) {
        return plan.file().getParent().getFileName().toString().replaceAll("^\\d-", "");
    }

    private static Optional<Task> waiting(ApplicationContext house, String step) {
        return house.getBean(TaskService.class).createTaskQuery().taskDefinitionKey(step).list().stream()
                .findFirst();
    }

    private static Optional<Task> brought(ApplicationContext house, String step) {
        var way = WAYS.get(step);
        if (way == null) {
            return Optional.empty();
        }
        way.accept(house);
        return waiting(house, step);
    }

    /** Begins the drawing at the task, for the case that has come nearest behind it. */
    private static Optional<Task> put(ApplicationContext house, String drawing, String step, String stage) {
        return house.getBean(Partnerships.class).open().stream()
                .sorted(Comparator.comparing(
                                (Partnership one) -> !one.stage().word().equals(stage))
                        .thenComparing(Partnership::stage, Comparator.reverseOrder()))
                .filter(one -> canBegin(house, drawing, step, one.code()))
                .findFirst()
                .flatMap(one -> waiting(house, step));
    }

    private static boolean canBegin(ApplicationContext house, String drawing, String step, String code) {
        try {
            begin(house, drawing, step, code);
            return true;
        } catch (RuntimeException notThisCase) {
            return false;
        }
    }

    private static void begin(ApplicationContext house, String drawing, String step, String code) {
        house.getBean(RuntimeService.class)
                .createProcessInstanceByKey(drawing)
                .businessKey(code)
                .setVariable("partnershipId", code)
                .startBeforeActivity(step)
                .execute();
    }

    private static void round(ApplicationContext house) {
        var round = house.getBean(RuntimeService.class)
                .startProcessInstanceByMessage("identify.roundStarted")
                .getId();
        var jobs = house.getBean(ManagementService.class);
        jobs.createJobQuery().processInstanceId(round).messages().list().forEach(job -> jobs.executeJob(job.getId()));
    }

    private static void mutualContact(ApplicationContext house) {
        var run = CaseRun.of(house, "Majoo", PartnerType.POS, Model.RESELLER);
        house.getBean(Partners.class)
                .add(new Contact(0, run.partner(), "Dewi Anggraini", "Investor", "d@kopi.example", "id", false, true));
        run.only("outreach");
    }

    private static void termsBeyondPolicy(ApplicationContext house) {
        CaseRun.of(house, "Majoo", PartnerType.POS, Model.RESELLER)
                .only("contract")
                .complete(
                        "sari",
                        "proposeTerms",
                        Map.ofEntries(
                                Map.entry("model", "RESELLER"),
                                Map.entry("product", "Clario Analytics"),
                                Map.entry("collects", "PARTNER"),
                                Map.entry("partnerShare", "85"),
                                Map.entry("price", 200_000),
                                Map.entry("exclusive", "YES"),
                                Map.entry("supportContact", "Clario support"),
                                Map.entry("supportHours", 2),
                                Map.entry("durationMonths", 60),
                                Map.entry("noticeDays", 10),
                                Map.entry("pilotClause", "NO"),
                                Map.entry("termsNote", "They insist")));
    }

    private static void figures(ApplicationContext house) {
        var live = house.getBean(Partnerships.class).open().stream()
                .filter(one -> one.stage() == Stage.OPTIMIZE)
                .findFirst()
                .orElseThrow();
        if (waiting(house, "enterFigures").isEmpty()) {
            begin(house, "optimize", "enterFigures", live.code());
        }
        CaseRun.known(house, live.code())
                .complete(
                        "sari",
                        "enterFigures",
                        Map.of(
                                "referrals", 20,
                                "targetReferrals", 40,
                                "partnerRevenue", 8_000_000L,
                                "targetRevenue", 20_000_000L,
                                "totalRevenue", 120_000_000L,
                                "retentionPartner", 92,
                                "retentionDirect", 90,
                                "openComplaints", 1));
    }

    private static void termsNearTheirEnd(ApplicationContext house) {
        var today = house.getBean(BusinessDays.class).today();
        LiveCase.since(house, today.minusYears(2).plusDays(110)).run().fire("renewalIsDue");
    }

    private static LiveCase terminated(ApplicationContext house) {
        var live =
                LiveCase.since(house, house.getBean(BusinessDays.class).today().minusDays(40));
        live.run().fire("monthIsOver");
        return live.figures(20, 8_000_000L).hold("TERMINATE", "Bought by a rival");
    }

    /** The notice runs in the past, so that its last day was yesterday. */
    private static void noticeIsOver(ApplicationContext house) {
        var days = house.getBean(BusinessDays.class);
        var today = days.today();
        var given = today.minusDays(90);
        try {
            LiveCase.today(house, given);
            var live = terminated(house);
            var notice = new HashMap<String, Object>();
            notice.put("givenOn", given.toString());
            notice.put("givenHow", "LETTER");
            notice.put("lastDay", null);
            notice.put("longerReason", null);
            notice.put("customers", "They move to our own plans");
            live.run().complete("sari", "giveNotice", notice);
            live.passTo(today);
        } finally {
            ClockUtil.reset();
        }
    }
}
