package com.clario.playbook.engine.node;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The servers that have given a sign of life, by the name under which they lock jobs; all times are the database's. */
@Repository
class Nodes {

    private final JdbcClient jdbc;

    Nodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void sign(String node) {
        var known = jdbc.sql("update playbook.node set seen_at = current_timestamp where name = ?")
                .param(node)
                .update();
        if (known == 0) {
            jdbc.sql("insert into playbook.node (name, seen_at) values (?, current_timestamp)")
                    .param(node)
                    .update();
        }
    }

    /** Half a minute without a sign is more than a busy machine needs, and less than a person minds to wait. */
    Set<String> living() {
        return jdbc.sql("select name from playbook.node where seen_at > current_timestamp - interval '30' second")
                .query(String.class)
                .set();
    }

    void forgetLongGone() {
        jdbc.sql("delete from playbook.node where seen_at < current_timestamp - interval '1' day")
                .update();
    }
}
