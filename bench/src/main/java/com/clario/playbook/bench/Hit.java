package com.clario.playbook.bench;

/** One row that matched, as every engine must report it. */
record Hit(String row, int points, String reason) {}
