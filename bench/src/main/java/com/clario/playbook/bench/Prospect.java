package com.clario.playbook.bench;

import java.math.BigDecimal;

/** The facts of one case: what every engine is asked about. */
public record Prospect(String segment, int customers, BigDecimal rate, boolean exclusive) {}
