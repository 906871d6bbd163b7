package com.clario.playbook.programme;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.PostgresDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same on PostgreSQL, whose triggers let nobody change a version past us. */
class PostgresProgrammePagesTests extends ProgrammePagesTests {

    @Override
    String database() {
        return PostgresDatabase.emptyDatabase();
    }

    @Override
    String[] account() {
        return new String[] {"--spring.datasource.username=postgres", "--spring.datasource.password=postgres"};
    }

    @Test
    void keepsEveryVersionAsItIs() {
        var jdbc = house.getBean(JdbcClient.class);

        assertThatThrownBy(() -> jdbc.sql("update playbook.programme_version set why = 'x'")
                        .update())
                .hasMessageContaining("is never changed or deleted");
        assertThatThrownBy(() -> jdbc.sql("delete from playbook.programme_year").update())
                .hasMessageContaining("is never changed or deleted");
    }
}
