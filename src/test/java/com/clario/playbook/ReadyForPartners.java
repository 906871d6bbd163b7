package com.clario.playbook;

import com.clario.playbook.access.People;
import com.clario.playbook.programme.Gate;
import com.clario.playbook.programme.Programme;
import com.clario.playbook.programme.ProgrammeStatus;
import com.clario.playbook.programme.Programmes;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;

/** Whether product-market fit is confirmed in a house that tests share. */
public final class ReadyForPartners {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private ReadyForPartners() {}

    /** A manager has confirmed it, and the programme runs. */
    public static void confirmed(ApplicationContext house) {
        settle(house, ProgrammeStatus.RUNNING, new Gate("The founders", DAY, null));
    }

    /** Nobody has confirmed it yet, as on a first start. */
    public static void notConfirmed(ApplicationContext house) {
        settle(house, ProgrammeStatus.PLANNED, new Gate(null, null, null));
    }

    /** Somebody has stopped the programme. */
    public static void stopped(ApplicationContext house) {
        settle(house, ProgrammeStatus.STOPPED, new Gate("The founders", DAY, null));
    }

    private static void settle(ApplicationContext house, ProgrammeStatus status, Gate gate) {
        var programmes = house.getBean(Programmes.class);
        var now = programmes.current();
        if (now.status() != status || now.gate().confirmed() != gate.confirmed()) {
            house.getBean(People.class)
                    .actAs(
                            "maya",
                            () -> programmes.change(new Programme(
                                    now.version(),
                                    null,
                                    null,
                                    "For a test",
                                    status,
                                    now.priority(),
                                    DAY,
                                    gate,
                                    now.years())));
        }
    }
}
