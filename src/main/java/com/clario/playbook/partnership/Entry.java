package com.clario.playbook.partnership;

import java.time.Instant;

/** One line of a partnership's timeline: what happened, when, who did it, and why. */
public record Entry(long id, Instant at, String who, String kind, String text, String why) {}
