package com.clario.playbook.desk;

import com.clario.playbook.partnership.Partnership;
import java.time.LocalDate;

/**
 * How a partnership's present stage does against its planned end.
 *
 * @param end the planned end; null where the stage goes on
 * @param daysLeft negative when overdue; null where there is no end
 * @param paused it stands still, so nothing is late
 */
record Plan(LocalDate end, Long daysLeft, boolean paused) {

    static Plan of(Partnership partnership, LocalDate today) {
        return new Plan(
                partnership.plannedEnd().orElse(null),
                partnership.daysLeft(today).orElse(null),
                partnership.paused());
    }

    public boolean late() {
        return !paused && daysLeft != null && daysLeft < 0;
    }

    public String words() {
        if (paused) {
            return "paused";
        }
        if (daysLeft == null) {
            return "goes on";
        }
        if (daysLeft == 0) {
            return "ends today";
        }
        var days = Math.abs(daysLeft);
        return days + (days == 1 ? " day" : " days") + (daysLeft < 0 ? " over" : " left");
    }
}
