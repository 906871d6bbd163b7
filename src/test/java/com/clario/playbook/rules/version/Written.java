package com.clario.playbook.rules.version;

/** Writes a version past the gate, as an older release with other columns did. */
public final class Written {

    private Written() {}

    public static void past(Versions versions, Version version) {
        versions.add(version);
    }
}
