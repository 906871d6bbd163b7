package com.clario.playbook.rules.check;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Facts with a component of every type, any of which may be unknown. */
public record Anything(
        String kind,
        String size,
        Integer count,
        Integer days,
        BigDecimal rate,
        BigDecimal share,
        Boolean open,
        Boolean known,
        Set<String> proofs) {

    public boolean proven(String criterion) {
        return proofs.contains(criterion);
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", kind);
        values.put("size", size);
        values.put("count", count);
        values.put("days", days);
        values.put("rate", rate);
        values.put("share", share);
        values.put("open", open);
        values.put("known", known);
        return values;
    }
}
