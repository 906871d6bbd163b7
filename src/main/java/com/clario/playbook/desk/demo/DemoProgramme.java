package com.clario.playbook.desk.demo;

import com.clario.playbook.access.People;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.programme.Gate;
import com.clario.playbook.programme.Programme;
import com.clario.playbook.programme.ProgrammeStatus;
import com.clario.playbook.programme.Programmes;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the demo colleagues settled about the programme long before its cases began: it is in its second year. */
@Component
class DemoProgramme {

    private static final int STARTED = 500;
    private static final int CONFIRMED = 430;

    private final Programmes programmes;
    private final People people;
    private final BusinessDays days;

    DemoProgramme(Programmes programmes, People people, BusinessDays days) {
        this.programmes = programmes;
        this.people = people;
        this.days = days;
    }

    /** Confirms the start gate and lets the programme run, unless somebody has settled something already. */
    void begin(DemoWalk.Ago ago) {
        var shipped = programmes.current();
        if (shipped.version() == 1) {
            var today = days.today();
            ago.days(CONFIRMED, () -> people.actAs("maya", () -> programmes.change(running(shipped, today))));
        }
    }

    private static Programme running(Programme shipped, LocalDate today) {
        return new Programme(
                shipped.version(),
                null,
                null,
                "Forty restaurants have paid for half a year: we are ready for partners",
                ProgrammeStatus.RUNNING,
                shipped.priority(),
                today.minusDays(STARTED),
                new Gate(
                        "The founders", today.minusDays(CONFIRMED), "Demo figure, invented: 40 restaurants, 95 % stay"),
                shipped.years());
    }
}
