package com.clario.playbook.rules.check;

import java.util.Map;

/** One row that fired, with its outputs in the order of its columns. */
public record Finding(String table, String row, String reason, Map<String, String> values) {}
