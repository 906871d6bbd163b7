package com.clario.playbook.optimize;

import com.clario.playbook.optimize.end.WindDown;
import com.clario.playbook.optimize.end.WindDowns;
import com.clario.playbook.optimize.renewal.RenewalDates;
import com.clario.playbook.optimize.renewal.RenewalDecision;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.pause.FixedDates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The days that signed terms and a notice set: they come whether or not the case rests. */
@Component
class ContractDates implements FixedDates {

    private final WindDowns windDowns;
    private final RenewalDecision renewal;
    private final BusinessDays days;

    ContractDates(WindDowns windDowns, RenewalDecision renewal, BusinessDays days) {
        this.windDowns = windDowns;
        this.renewal = renewal;
        this.days = days;
    }

    @Override
    public Optional<String> whyNot(String partnership, LocalDate until) {
        return windDowns.current(partnership).map(this::windsDown).or(() -> renewal.dates(partnership)
                .flatMap(dates -> reached(dates, until)));
    }

    private String windsDown(WindDown end) {
        var running = end.running() ? "withdraw the notice" : "see to its next task";
        return "This partnership is winding down, so it cannot be paused: "
                + end.lastDay()
                        .map(day -> "its last day, " + Shown.day(day) + ", stands and access ends after it.")
                        .orElse("notice has to be given, and each day of waiting makes its last day a later one.")
                + " Instead, " + running + " or close the case.";
    }

    /** What ends the terms in time must be possible in time; on the day itself the case already goes on again. */
    private Optional<String> reached(RenewalDates dates, LocalDate until) {
        if (liesBetween(dates.decideBy(), until)) {
            return Optional.of(refusal(
                    dates.decideBy(),
                    "notice is in time only until " + Shown.day(dates.decideBy()) + ", since the signed terms end on "
                            + Shown.day(dates.lastDay())));
        }
        return liesBetween(dates.lastDay(), until)
                ? Optional.of(refusal(dates.lastDay(), "the signed terms end on " + Shown.day(dates.lastDay())))
                : Optional.empty();
    }

    private boolean liesBetween(LocalDate day, LocalDate until) {
        return !day.isBefore(days.today()) && until.isAfter(day);
    }

    private String refusal(LocalDate day, String why) {
        return "Until: " + why + ", and a pause moves no day of a contract. "
                + (day.isAfter(days.today()) ? "Choose a day up to " + Shown.day(day) + ", or" : "Instead,")
                + " renew or end the partnership, or close the case.";
    }

    @Override
    public Map<String, LocalDate> timers(String partnership) {
        var timers = new HashMap<String, LocalDate>();
        renewal.nextQuestion(partnership).ifPresent(day -> timers.put("renewalIsDue", day));
        windDowns
                .current(partnership)
                .flatMap(WindDown::lastDay)
                .ifPresent(day -> timers.put("lastDayReached", day.plusDays(1)));
        return timers;
    }
}
