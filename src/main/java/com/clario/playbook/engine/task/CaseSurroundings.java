package com.clario.playbook.engine.task;

import com.clario.playbook.engine.form.Surroundings;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;

/** Answers a form's expressions with the engine's own FEEL, from the case's variables and the fields above them. */
record CaseSurroundings(FeelEngine feel, LocalDate today, Map<String, Object> visible) implements Surroundings {

    @Override
    public Object valueOf(String expression) {
        var feelText = expression.startsWith("=") ? expression.substring(1) : expression;
        return feel.evaluateSimpleExpression(
                feelText, Variables.fromMap(visible).asVariableContext());
    }

    @Override
    public Object variable(String name) {
        return visible.get(name);
    }

    @Override
    public Surroundings with(Map<String, ?> fields) {
        var together = new HashMap<>(visible);
        together.putAll(fields);
        return new CaseSurroundings(feel, today, together);
    }
}
