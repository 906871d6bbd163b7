package com.clario.playbook.rules.draft;

import java.util.List;
import java.util.Map;

/**
 * What the checks say to a draft.
 *
 * @param problems what the gate refuses, at its cells; with any of them nothing else is looked at
 * @param sentences every row read back, by table, in the order of its lines
 * @param cases what the rules say to each case; empty where they were not asked
 * @param publishable whether nothing is wrong, and every case comes out as it expects
 */
public record Checked(
        List<CellProblem> problems, Map<String, List<String>> sentences, List<CaseResult> cases, boolean publishable) {}
