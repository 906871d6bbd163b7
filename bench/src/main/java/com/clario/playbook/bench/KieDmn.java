package com.clario.playbook.bench;

import com.clario.playbook.rules.table.Rows;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The DMN engine from the same house as Drools. */
final class KieDmn implements Engine<DMNResult> {

    private final DMNRuntime runtime;
    private final DMNModel model;

    KieDmn(Rows rows) {
        var text = ResourceFactory.newReaderResource(new StringReader(Dmn.of(rows)), "UTF-8");
        text.setSourcePath("points.dmn");
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(text))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModels().get(0);
    }

    @Override
    public DMNResult decide(Prospect prospect) {
        var context = runtime.newContext();
        context.set("segment", prospect.segment());
        context.set("customers", prospect.customers());
        context.set("rate", prospect.rate());
        context.set("exclusive", prospect.exclusive());
        return runtime.evaluateAll(model, context);
    }

    @Override
    public List<Hit> hits(DMNResult result) {
        if (result.hasErrors()) {
            throw new IllegalStateException(result.getMessages().toString());
        }
        var rows = (List<?>) result.getDecisionResultByName(Dmn.DECISION).getResult();
        return rows.stream().map(row -> hit((Map<?, ?>) row)).toList();
    }

    private static Hit hit(Map<?, ?> row) {
        return new Hit(
                (String) row.get("row"), ((BigDecimal) row.get("points")).intValueExact(), (String) row.get("reason"));
    }
}
