package com.clario.playbook.rules.version;

import com.clario.playbook.rules.RuleSet;
import java.util.Optional;

/** What a node keeps to itself: why it could not compile a version. */
public final class Failures {

    private Failures() {}

    public static Optional<String> of(Bases bases, RuleSet<?> set, Version version) {
        return bases.failure(set, version.mark());
    }
}
