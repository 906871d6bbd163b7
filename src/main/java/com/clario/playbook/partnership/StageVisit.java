package com.clario.playbook.partnership;

import java.time.LocalDate;

/** A stage a partnership is or was in: when it should have ended, when it began, when it did end. */
public record StageVisit(Stage stage, LocalDate enteredOn, LocalDate plannedEnd, LocalDate leftOn) {}
