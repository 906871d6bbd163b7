package com.clario.playbook.bench;

import com.clario.playbook.rules.table.Rows;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Camunda's DMN engine, alone and without a process around it. */
final class CamundaDmn implements Engine<DmnDecisionTableResult> {

    private final DmnEngine engine;
    private final DmnDecision decision;

    private CamundaDmn(DmnEngine engine, Rows rows) {
        this.engine = engine;
        var text = new ByteArrayInputStream(Dmn.of(rows).getBytes(StandardCharsets.UTF_8));
        decision = engine.parseDecision(Dmn.DECISION, text);
    }

    /** With the FEEL engine it ships with, written in Scala. */
    static CamundaDmn shipped(Rows rows) {
        return new CamundaDmn(Shipped.ENGINE, rows);
    }

    /** With the older way that turns FEEL into JUEL, which one has to ask for. */
    static CamundaDmn legacy(Rows rows) {
        return new CamundaDmn(Legacy.ENGINE, rows);
    }

    @Override
    public DmnDecisionTableResult decide(Prospect prospect) {
        return engine.evaluateDecisionTable(
                decision,
                Map.of(
                        "segment", prospect.segment(),
                        "customers", prospect.customers(),
                        "rate", prospect.rate(),
                        "exclusive", prospect.exclusive()));
    }

    @Override
    public List<Hit> hits(DmnDecisionTableResult result) {
        return result.stream()
                .map(row -> new Hit(
                        row.getEntry("row"), row.<Number>getEntry("points").intValue(), row.getEntry("reason")))
                .toList();
    }

    private static DmnEngine engine(boolean legacy) {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(legacy);
        return configuration.buildEngine();
    }

    private static final class Shipped {
        static final DmnEngine ENGINE = engine(false);
    }

    private static final class Legacy {
        static final DmnEngine ENGINE = engine(true);
    }
}
