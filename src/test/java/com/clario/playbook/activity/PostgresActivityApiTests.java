package com.clario.playbook.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.clario.playbook.PostgresDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL, which also guards what was kept. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class PostgresActivityApiTests extends ActivityApiTests {

    @Test
    void keepsWhatWasReportedForGood() {
        keepsATestActivityAndTracesIt();

        for (var change : new String[] {"update playbook.activity set test = false", "delete from playbook.activity"}) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(change).update())
                    .withStackTraceContaining("never changed or deleted");
        }
        assertThat(jdbc.sql("select count(*) from playbook.activity where test")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }
}
