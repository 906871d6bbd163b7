package com.clario.playbook.partnership.closing;

import java.time.LocalDate;
import java.util.Optional;

/** What we are still bound to with a partner: told by the room that keeps the terms, which lies above this one. */
public interface Commitments {

    /** What binds us on a day and until when, as a sentence; nothing where nothing is signed. */
    Optional<String> binding(String partnership, LocalDate day);
}
