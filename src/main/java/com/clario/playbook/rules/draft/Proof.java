package com.clario.playbook.rules.draft;

import java.util.List;

/**
 * Whether a draft becomes rules, and whether these say what its cases expect.
 *
 * @param refusal why there are no rules to ask, in a sentence; empty where there are
 * @param unproven rows no case proves, in sentences
 */
public record Proof(String refusal, List<CaseResult> cases, List<String> unproven) {

    static Proof refused(String sentence) {
        return new Proof(sentence, List.of(), List.of());
    }

    /** Whether there are rules, and every case comes out as it expects. */
    public boolean right() {
        return refusal.isEmpty() && cases.stream().allMatch(CaseResult::right);
    }

    /** The cases that come out otherwise. */
    public List<CaseResult> wrong() {
        return cases.stream().filter(each -> !each.right()).toList();
    }
}
