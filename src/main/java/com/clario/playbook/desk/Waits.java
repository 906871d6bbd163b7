package com.clario.playbook.desk;

import com.clario.playbook.optimize.end.WindDown;
import com.clario.playbook.optimize.end.WindDowns;
import com.clario.playbook.partnership.PartnershipProcess;
import com.clario.playbook.pilot.Pilot;
import com.clario.playbook.pilot.Pilots;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says what a partnership waits for when nobody has a task. */
@Component
class Waits {

    static final String PILOT = "pilotEndedEarly";
    static final String REVIEW = "reviewCalled";

    private static final String NOTICE = "endedEarlier";
    private static final String ROUND = "roundDecided";
    private static final String PARKED = "wakeUpDateReached";

    private final PartnershipProcess process;
    private final Pilots pilots;
    private final WindDowns windDowns;

    Waits(PartnershipProcess process, Pilots pilots, WindDowns windDowns) {
        this.process = process;
        this.pilots = pilots;
        this.windDowns = windDowns;
    }

    /** What is waited for, and until when if that is known. */
    record Wait(String sentence, LocalDate until) {}

    /**
     * What a partnership waits for.
     *
     * @param steps the messages its drawings wait for
     */
    Wait of(String code, List<String> steps) {
        if (steps.contains(ROUND)) {
            return new Wait("Waiting for the round", null);
        }
        if (steps.contains(PILOT)) {
            return pilot(code);
        }
        if (steps.contains(REVIEW)) {
            return new Wait("Waiting for the monthly review", null);
        }
        if (steps.contains(NOTICE)) {
            return notice(code);
        }
        return active(code).anyMatch(PARKED::equals)
                ? new Wait("Parked until its wake-up date", null)
                : new Wait("The system is at work", null);
    }

    private Wait pilot(String code) {
        return pilots.of(code)
                .map(Pilot::lastDay)
                .map(end -> new Wait("Pilot runs until", end))
                .orElse(new Wait("The pilot runs", null));
    }

    private Wait notice(String code) {
        return windDowns
                .current(code)
                .flatMap(WindDown::lastDay)
                .map(end -> new Wait("Notice runs until", end))
                .orElse(new Wait("Notice runs", null));
    }

    private Stream<String> active(String code) {
        return process.drawings(code).stream()
                .flatMap(drawing -> drawing.active().stream())
                .map(step -> step.id());
    }
}
