package com.clario.playbook.rules;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often each row fired lately, so that rows nobody needs are seen. */
public class Usage {

    private final JdbcClient jdbc;
    private final Clock clock;

    Usage(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How often each row of a rule set fired in the last twelve months, by its id; a row that never did is missing. */
    public Map<String, Long> of(RuleSet<?> set) {
        Map<String, Long> usage = new HashMap<>();
        jdbc.sql("select r.row_id, count(*) as times from playbook.decision d"
                        + " join playbook.decision_row r on r.decision_id = d.id"
                        + " where d.rule_set = :set and d.decided_at >= :since group by r.row_id")
                .param("set", set.name())
                .param("since", clock.instant().atOffset(ZoneOffset.UTC).minusMonths(12))
                .query((RowCallbackHandler) row -> usage.put(row.getString("row_id"), row.getLong("times")));
        return usage;
    }
}
