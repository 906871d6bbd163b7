package com.clario.playbook.partnership;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** A part of the way, with the months the playbook plans for it; the drawing says which follows which. */
public enum Stage {
    IDENTIFY("Identify", "Month 1", 1),
    OUTREACH("Outreach", "Month 2", 2),
    NEGOTIATION("Negotiation", "Months 3-4", 4),
    LAUNCH("Launch", "Month 5", 5),
    OPTIMIZE("Optimize", "Ongoing", 0);

    private final String label;
    private final String planned;
    private final int plannedMonths;

    Stage(String label, String planned, int plannedMonths) {
        this.label = label;
        this.planned = planned;
        this.plannedMonths = plannedMonths;
    }

    public String label() {
        return label;
    }

    public String planned() {
        return planned;
    }

    /** The stage's word in drawings, folders and pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The day this stage should be over, counted from the partnership's start; none where it goes on. */
    public Optional<LocalDate> plannedEnd(LocalDate start) {
        return plannedMonths == 0 ? Optional.empty() : Optional.of(start.plusMonths(plannedMonths));
    }

    static Stage of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
