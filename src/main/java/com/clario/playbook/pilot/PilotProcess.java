package com.clario.playbook.pilot;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a running pilot before its time when a person says so. */
@Component
public class PilotProcess {

    private final RuntimeService runtime;
    private final Pilots pilots;
    private final Partnerships partnerships;
    private final BusinessDays days;
    private final People people;
    private final Timeline timeline;

    PilotProcess(
            RuntimeService runtime,
            Pilots pilots,
            Partnerships partnerships,
            BusinessDays days,
            People people,
            Timeline timeline) {
        this.runtime = runtime;
        this.pilots = pilots;
        this.partnerships = partnerships;
        this.days = days;
        this.people = people;
        this.timeline = timeline;
    }

    /** Ends the pilot now; its results are entered next. */
    @Transactional
    public void endEarly(String partnership, String why) {
        var partner = partnerships.get(partnership).requireGoing().partnerName();
        if (!people.currentIsIn(Groups.PARTNERSHIPS) && !people.currentIsIn(Groups.MANAGERS)) {
            throw new Refusal("Only partnerships or a manager can end a pilot early.");
        }
        var reason = PilotPlan.text("Why", why);
        if (reason.length() > 1000) {
            throw new Refusal("Why: at most 1,000 characters, it has " + reason.length() + ".");
        }
        refuseBeforeItBegins(partnership, partner);
        pilots.endEarly(partnership, days.today());
        timeline.add(partnership, "pilot", "Pilot ended early", reason);
        correlate(partnership, partner);
    }

    private void refuseBeforeItBegins(String partnership, String partner) {
        pilots.of(partnership)
                .filter(pilot -> pilot.started() && pilot.firstDay().isAfter(days.today()))
                .ifPresent(pilot -> {
                    throw new Refusal("The pilot with " + partner + " begins on " + Shown.day(pilot.firstDay())
                            + ": nothing can be judged before. If it is not wanted any more, a manager can close the"
                            + " case.");
                });
    }

    /** Who may do this is decided above; in the engine nobody has the right to send messages. */
    private void correlate(String partnership, String partner) {
        try {
            people.unchecked(() -> runtime.createMessageCorrelation("pilot.endedEarly")
                    .processInstanceBusinessKey(partnership)
                    .correlateWithResult());
        } catch (MismatchingMessageCorrelationException notRunning) {
            throw new Refusal("No pilot runs for " + partner + " now, so there is none to end.", notRunning);
        }
    }
}
