package com.clario.playbook.desk;

import com.clario.playbook.launch.Launches;
import com.clario.playbook.optimize.end.WindDown;
import com.clario.playbook.optimize.end.WindDowns;
import com.clario.playbook.partnership.BusinessDays;
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
    private static final String REVIEW = "reviewCalled";

    private static final String NOTICE = "endedEarlier";
    private static final String ROUND = "roundDecided";
    private static final String PARKED = "wakeUpDateReached";

    private final PartnershipProcess process;
    private final Pilots pilots;
    private final Launches launches;
    private final WindDowns windDowns;
    private final BusinessDays days;

    Waits(PartnershipProcess process, Pilots pilots, Launches launches, WindDowns windDowns, BusinessDays days) {
        this.process = process;
        this.pilots = pilots;
        this.launches = launches;
        this.windDowns = windDowns;
        this.days = days;
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
            return review(code);
        }
        if (steps.contains(NOTICE)) {
            return notice(code);
        }
        return active(code).anyMatch(PARKED::equals)
                ? new Wait("Parked until its wake-up date", null)
                : new Wait("The system is at work", null);
    }

    /** Whether a review can be called: the go-live may be decided for a day to come. */
    boolean forReview(String code, List<String> steps) {
        return steps.contains(REVIEW) && launches.isLive(code);
    }

    private Wait review(String code) {
        return launches.liveSince(code)
                .filter(since -> since.isAfter(days.today()))
                .map(since -> new Wait("Goes live on", since))
                .orElse(new Wait("Waiting for the monthly review", null));
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
