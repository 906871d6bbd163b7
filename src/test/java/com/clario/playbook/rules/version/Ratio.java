package com.clario.playbook.rules.version;

/** Facts at which a rule breaks where there is nothing to divide by. */
public record Ratio(int part, int whole) {

    public int percent() {
        return part * 100 / whole;
    }
}
