package com.clario.playbook.programme;

import java.util.Arrays;
import java.util.Optional;

/** Whether the programme is still a plan, at work, or at rest. */
public enum ProgrammeStatus {
    PLANNED("Planned"),
    RUNNING("Running"),
    PAUSED("Paused"),
    STOPPED("Stopped");

    private final String label;

    ProgrammeStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether nobody new is approached at present. */
    public boolean atRest() {
        return this == PAUSED || this == STOPPED;
    }

    static Optional<ProgrammeStatus> of(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }
}
