package com.clario.playbook.partnership.pause;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Days of a case that stand in a contract, so that no pause holds or moves them: told by rooms above this one. */
public interface FixedDates {

    /** Why a case cannot rest until a day, as a sentence; nothing where no such day stands against it. */
    Optional<String> whyNot(String partnership, LocalDate until);

    /** The timers that go off at the start of such a day, by step. */
    Map<String, LocalDate> timers(String partnership);
}
