package com.clario.playbook.partner.csv;

import com.clario.playbook.partner.person.ContactErased;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Files that were checked: their text until they are imported or a day has passed, and what came of them. */
@Repository
class Imports {

    private static final Duration PATIENCE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Imports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A checked file.
     *
     * @param content null once it is imported
     * @param partners how many it added; null until then, as are the other numbers
     */
    record Stored(
            long id,
            String fileName,
            String content,
            String checkedBy,
            String importedBy,
            Instant importedAt,
            Integer partners,
            Integer contacts,
            Integer facts) {}

    long add(String fileName, String content, String who) {
        jdbc.sql("delete from playbook.partner_import where imported_at is null and checked_at < ?")
                .param(now().minus(PATIENCE))
                .update();
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into playbook.partner_import (file_name, content, checked_by, checked_at) "
                        + "values (:name, :content, :who, :now)")
                .param("name", fileName)
                .param("content", content)
                .param("who", who)
                .param("now", now())
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    Optional<Stored> find(long id) {
        return find(id, "");
    }

    /** The same, and nobody else confirms it until the transaction ends. */
    Optional<Stored> hold(long id) {
        return find(id, " for update");
    }

    private Optional<Stored> find(long id, String hold) {
        return jdbc.sql("select * from playbook.partner_import where id = ?" + hold)
                .param(id)
                .query((row, n) -> new Stored(
                        row.getLong("id"),
                        row.getString("file_name"),
                        row.getString("content"),
                        row.getString("checked_by"),
                        row.getString("imported_by"),
                        row.getString("imported_at") == null
                                ? null
                                : row.getObject("imported_at", OffsetDateTime.class)
                                        .toInstant(),
                        row.getObject("partners", Integer.class),
                        row.getObject("contacts", Integer.class),
                        row.getObject("facts", Integer.class)))
                .optional();
    }

    void imported(long id, String who, int partners, int contacts, int facts) {
        jdbc.sql("update playbook.partner_import set content = null, imported_by = ?, imported_at = ?, partners = ?, "
                        + "contacts = ?, facts = ? where id = ?")
                .params(who, now(), partners, contacts, facts, id)
                .update();
    }

    /** A file that waits must not bring back who was just erased. */
    @EventListener
    void erased(ContactErased erased) {
        jdbc.sql("select id, content from playbook.partner_import where content is not null")
                .query((row, n) -> erased.somebody().isIn(row.getString("content")) ? row.getLong("id") : 0L)
                .list()
                .forEach(id -> jdbc.sql("delete from playbook.partner_import where id = ?")
                        .param(id)
                        .update());
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
