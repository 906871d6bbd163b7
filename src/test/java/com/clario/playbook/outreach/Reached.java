package com.clario.playbook.outreach;

import com.clario.playbook.CaseRun;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case in stage 2, with the days going by. */
record Reached(ApplicationContext house, CaseRun run, String address) {

    static Reached starts(ApplicationContext house, String name, PartnerType type, Model model) {
        var run = CaseRun.of(house, name, type, model);
        return new Reached(house, run, UUID.randomUUID().toString().substring(0, 8) + "@Partner.example");
    }

    static Reached moka(ApplicationContext house) {
        return starts(house, "Moka", PartnerType.POS, Model.WHITE_LABEL);
    }

    Reached know(String contact, boolean mutual) {
        house.getBean(Partners.class)
                .add(new Contact(
                        0,
                        run.partner(),
                        contact,
                        "Partnerships",
                        mutual ? "m" + address : address,
                        "en",
                        false,
                        mutual));
        return this;
    }

    /** In the walk, so that the case ends as well. */
    Reached begin() {
        run.from("outreach");
        return this;
    }

    Reached byMail() {
        know("Rina Halim", false).begin();
        run.complete("sari", "preparePitchDeck", Map.of("deckNote", "Figures checked"));
        run.complete(
                "sari",
                "approveMail",
                Map.of(
                        "mailSubject",
                        "An idea",
                        "mailText",
                        run.variable("approveMail", "mailText").toString(),
                        "mailDecision",
                        "SEND"));
        return this;
    }

    /** Moves the clock and lets every timer go off that is due by then. */
    Reached days(int later) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(later))));
        var management = house.getBean(ManagementService.class);
        for (var due = due(); !due.isEmpty(); due = due()) {
            due.forEach(management::executeJob);
            run.runJobs();
        }
        return this;
    }

    private List<String> due() {
        return house
                .getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(run.code())
                .list()
                .stream()
                .flatMap(one -> house
                        .getBean(ManagementService.class)
                        .createJobQuery()
                        .processInstanceId(one.getId())
                        .timers()
                        .duedateLowerThan(ClockUtil.getCurrentTime())
                        .list()
                        .stream())
                .map(job -> job.getId())
                .toList();
    }

    List<Map<String, Object>> mails() {
        return house.getBean(JdbcClient.class)
                .sql("select * from playbook.mail where about = ? order by id")
                .param(run.code())
                .query()
                .listOfRows();
    }
}
