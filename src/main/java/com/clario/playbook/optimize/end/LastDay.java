package com.clario.playbook.optimize.end;

import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.optimize.end.WindDown.Cause;
import com.clario.playbook.partnership.Shown;
import java.time.LocalDate;

/** The earliest last day by the signed terms, and how it comes about. */
record LastDay(LocalDate day, String why) {

    static LastDay of(TermsVersion signed, Cause cause, LocalDate givenOn) {
        var end = signed.validTo();
        if (end.isBefore(givenOn)) {
            return new LastDay(givenOn, signed.label() + " of the terms ran out on " + Shown.day(end) + " already");
        }
        if (cause == Cause.EXPIRED) {
            return new LastDay(end, "the last day of " + signed.label() + " of the terms");
        }
        var noticed = givenOn.plusDays(signed.terms().noticeDays());
        return noticed.isAfter(end)
                ? new LastDay(
                        end,
                        "the last day of " + signed.label() + " of the terms, which comes before the "
                                + signed.terms().noticeDays() + " days of notice are over")
                : new LastDay(
                        noticed,
                        signed.terms().noticeDays() + " days of notice by " + signed.label() + " of the terms, from "
                                + Shown.day(givenOn));
    }
}
