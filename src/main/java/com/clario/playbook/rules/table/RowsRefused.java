package com.clario.playbook.rules.table;

import com.clario.playbook.engine.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when rows do not pass the gate; names every problem with its cell. */
public class RowsRefused extends Refusal {

    private final transient List<Problem> problems;

    public RowsRefused(String table, List<Problem> problems) {
        super("Table " + table + " is refused. "
                + problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
