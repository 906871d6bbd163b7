package com.clario.playbook.rules.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.table.Column;
import com.clario.playbook.rules.table.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class ProofTests {

    private static final RuleSet<Ratio> RATIO = RuleSet.of(
            "sample/ratio",
            "rules-sample",
            "Whatever",
            "In tests",
            Ratio.class,
            List.of("HIGH", "LOW"),
            Table.firstOf("ratio", Column.from("percent", "Percent from", 0, 100), Column.verdict("HIGH", "LOW")));
    private static final Map<String, String> ROWS = Map.of("ratio", "RAT-01,50,HIGH,Half\nRAT-02,0,LOW,The rest\n");
    private static final String CASES = "case,part,whole,verdict,rows,sums\nHalf,5,10,HIGH,RAT-01,\n";

    @Test
    void saysInASentenceWhichCaseTheRulesCannotJudge() {
        var content = new Content(ROWS, CASES + "Of nothing,5,0,LOW,RAT-02,\n");

        assertThatThrownBy(() -> publisher().check(RATIO, content))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cases come out otherwise. Of nothing: the rules could not judge these facts");
    }

    @Test
    void passesWhatComesOutAsItsCasesSay() {
        assertThat(publisher().check(RATIO, new Content(ROWS, CASES)).cases()).isEqualTo(CASES);
    }

    private static Publisher publisher() {
        var source = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
        var versions = new Versions(JdbcClient.create(source));
        var bases = new Bases(new RuleCompiler(Duration.ofSeconds(60)), versions);
        return new Publisher(bases, versions, TransactionOperations.withoutTransaction());
    }
}
