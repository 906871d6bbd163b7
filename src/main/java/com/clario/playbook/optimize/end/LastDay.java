package com.clario.playbook.optimize.end;

import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.optimize.end.WindDown.Cause;
import com.clario.playbook.partnership.Shown;
import java.time.LocalDate;

/** The earliest last day by the signed terms, and how it comes about. */
record LastDay(LocalDate day, String why) {

    /**
     * The earliest last day.
     *
     * @param signed the newest signed version: it says when the terms end
     * @param now the version in force on the day of the notice: it says how long notice is
     */
    static LastDay of(TermsVersion signed, TermsVersion now, Cause cause, LocalDate givenOn) {
        var end = signed.validTo();
        if (end.isBefore(givenOn)) {
            return new LastDay(givenOn, signed.label() + " of the terms ran out on " + Shown.day(end) + " already");
        }
        if (cause == Cause.EXPIRED) {
            return new LastDay(end, "the last day of " + signed.label() + " of the terms");
        }
        var noticed = givenOn.plusDays(now.terms().noticeDays());
        return noticed.isAfter(end)
                ? new LastDay(
                        end,
                        "the last day of " + signed.label() + " of the terms, which comes before the "
                                + now.terms().noticeDays() + " days of notice are over")
                : new LastDay(
                        noticed,
                        now.terms().noticeDays() + " days of notice by " + now.label() + " of the terms, from "
                                + Shown.day(givenOn));
    }
}
