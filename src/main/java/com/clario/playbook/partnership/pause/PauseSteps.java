package com.clario.playbook.partnership.pause;

import com.clario.playbook.partnership.BusinessDays;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the drawing of a pause asks for: the case stopped, its end, and everything moved and going again. */
@Component
public class PauseSteps {

    private final Pauses pauses;
    private final PauseProcess process;
    private final BusinessDays days;

    PauseSteps(Pauses pauses, PauseProcess process, BusinessDays days) {
        this.pauses = pauses;
        this.process = process;
        this.days = days;
    }

    public void suspendCase(String partnershipId) {
        process.suspend(partnershipId);
    }

    public Boolean checkStandstill(String partnershipId) {
        return process.standsStill(partnershipId);
    }

    /** The first moment after the pause. */
    public Date pauseEnd(String partnershipId) {
        return days.start(pauses.until(partnershipId));
    }

    public void endPause(String partnershipId) {
        pauses.endPause(partnershipId);
    }

    public void resumeCase(String partnershipId) {
        pauses.goOn(partnershipId);
    }
}
