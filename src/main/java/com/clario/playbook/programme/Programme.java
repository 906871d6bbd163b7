package com.clario.playbook.programme;

import com.clario.playbook.engine.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One version of what we have settled about the programme: kept for good, who settled it, when and why.
 *
 * @param startsOn the first day of year 1; null until settled
 * @param years from the first on, at most five; the last one goes on
 */
public record Programme(
        int version,
        Instant at,
        String who,
        String why,
        ProgrammeStatus status,
        String priority,
        LocalDate startsOn,
        Gate gate,
        List<ProgrammeYear> years) {

    /** One thing that is otherwise than in the version before. */
    public record Change(String what, String before, String after) {}

    public Programme {
        if (status == null) {
            throw new Refusal("Status: choose planned, running, paused or stopped.");
        }
        priority = Words.needed("Priority", priority, 120);
        if (status == ProgrammeStatus.RUNNING && startsOn == null) {
            throw new Refusal("Start of year 1: choose the day, since the programme is running.");
        }
        if (status == ProgrammeStatus.RUNNING && !gate.confirmed()) {
            throw new Refusal("Confirmed by: the programme runs only once product-market fit is confirmed; "
                    + "say who confirmed it, or leave the status at planned.");
        }
        years = List.copyOf(years);
    }

    /** The year of the programme a day lies in; 0 before the first. */
    public int yearOn(LocalDate day) {
        return startsOn == null || startsOn.isAfter(day)
                ? 0
                : Period.between(startsOn, day).getYears() + 1;
    }

    /** What holds in a year: what it says, and of what it leaves out what the years before it say. */
    public ProgrammeYear in(int year) {
        var holds = new ProgrammeYear(year, null, null, null, null, null);
        for (var one : years) {
            if (one.number() <= year) {
                holds = one.after(holds);
            }
        }
        return holds;
    }

    ProgrammeYear year(int number) {
        return years.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElse(new ProgrammeYear(number, null, null, null, null, null));
    }

    /** What is otherwise here than in the version before; everything, where there was none. */
    public List<Change> since(Programme before) {
        var old = before == null ? Map.<String, String>of() : before.lines();
        var changes = new ArrayList<Change>();
        lines().forEach((what, now) -> {
            var then = old.getOrDefault(what, "–");
            if (!then.equals(now) && !(before == null && now.equals(ProgrammeYear.AS_BEFORE))) {
                changes.add(new Change(what, then, now));
            }
        });
        return changes;
    }

    /** All of it, line by line, as people read it. */
    public Map<String, String> lines() {
        var lines = new LinkedHashMap<String, String>();
        lines.put("Status", status.label());
        lines.put("Priority", priority);
        lines.put("Start of year 1", Words.day(startsOn));
        lines.put(
                "Product-market fit",
                gate.confirmed() ? "confirmed by " + gate.by() + " on " + Words.day(gate.on()) : "not confirmed yet");
        lines.put("Note", Words.shown(gate.note()));
        for (int number = 1; number <= ProgrammeYear.LAST; number++) {
            lines.put("Year " + number, year(number).inWords());
        }
        return lines;
    }
}
