package com.clario.playbook.partnership;

import java.util.Date;
import org.springframework.stereotype.Component;

/** What every drawing asks of the case: its partner's name, due dates, and the stage it is in. */
@Component
public class PartnershipSteps {

    private final Partnerships partnerships;
    private final BusinessDays days;

    PartnershipSteps(Partnerships partnerships, BusinessDays days) {
        this.partnerships = partnerships;
        this.days = days;
    }

    public String partnerName(String partnershipId) {
        return partnerships.get(partnershipId).partnerName();
    }

    public Date dueInDays(long workingDays) {
        return days.closeIn(Math.toIntExact(workingDays));
    }

    /** The first moment at which a stage is overdue. */
    public Date overdueDate(String partnershipId, String stage) {
        var end = partnerships.get(partnershipId).plannedEnd(Stage.of(stage)).orElseThrow();
        return days.start(end.plusDays(1));
    }

    public void tellOverdue(String partnershipId) {
        partnerships.tellOverdue(partnershipId);
    }

    public void enterStage(String partnershipId, String stage) {
        partnerships.enterStage(partnershipId, Stage.of(stage));
    }

    public void close(String partnershipId, String outcome) {
        partnerships.close(partnershipId, outcome);
    }
}
