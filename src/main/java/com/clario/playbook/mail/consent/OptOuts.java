package com.clario.playbook.mail.consent;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The links by which people leave, and the addresses that have: they are never written to again. */
@Repository
public class OptOuts implements Consent {

    private final JdbcClient jdbc;
    private final SigningKey key;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String house;

    OptOuts(
            JdbcClient jdbc,
            SigningKey key,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${playbook.url}") String house) {
        this.jdbc = jdbc;
        this.key = key;
        this.events = events;
        this.clock = clock;
        this.house = house.replaceFirst("/+$", "");
    }

    /** A link for a mail that is only drafted; it works once it is known whom the mail goes to. */
    @Transactional
    public String blank() {
        return link(insert(null));
    }

    /** Says whom a drafted mail goes to, so that its link works. */
    @Transactional
    public void settle(String link, String address) {
        key.number(link.substring(link.lastIndexOf('/') + 1))
                .ifPresent(number -> jdbc.sql("update playbook.opt_out_link set address = ? where id = ?")
                        .params(plain(address), number)
                        .update());
    }

    /** A link for a mail to this address. */
    @Transactional
    public String linkFor(String address) {
        return link(jdbc.sql("select min(id) from playbook.opt_out_link where address = ?")
                .param(plain(address))
                .query(Long.class)
                .optional()
                .orElseGet(() -> insert(plain(address))));
    }

    /** Whose link it is; nothing where we have not made it or its mail has not gone out. */
    Optional<String> address(String token) {
        var number = key.number(token);
        return number.isEmpty()
                ? Optional.empty()
                : jdbc.sql("select address from playbook.opt_out_link where id = ? and address is not null")
                        .param(number.getAsLong())
                        .query(String.class)
                        .optional();
    }

    @Override
    public boolean mayBeMailed(String address) {
        return jdbc.sql("select count(*) from playbook.opt_out where address = ?")
                        .param(plain(address))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** Takes an address out for good; asking twice changes nothing. */
    @Transactional
    public void optOut(String address) {
        if (!mayBeMailed(address)) {
            return;
        }
        try {
            jdbc.sql("insert into playbook.opt_out (address, asked_at) values (?, ?)")
                    .params(plain(address), OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                    .update();
        } catch (DuplicateKeyException askedAtTheSameMoment) {
            throw new AskedAlready(askedAtTheSameMoment);
        }
        events.publishEvent(new OptedOut(plain(address), about(address)));
    }

    /** Keeps the address nowhere any more; whoever erases it remembers in another way that nobody may write to it. */
    @Transactional
    public void forget(String address) {
        jdbc.sql("delete from playbook.opt_out where address = ?")
                .param(plain(address))
                .update();
        jdbc.sql("update playbook.opt_out_link set address = null where address = ?")
                .param(plain(address))
                .update();
    }

    private Set<String> about(String address) {
        return jdbc.sql("select distinct about from playbook.mail where lower(recipient) = ? and about is not null")
                .param(plain(address))
                .query(String.class)
                .set();
    }

    private String link(long number) {
        return house + "/opt-out/" + key.token(number);
    }

    private long insert(String address) {
        var id = new GeneratedKeyHolder();
        jdbc.sql("insert into playbook.opt_out_link (address) values (?)")
                .param(address)
                .update(id, "id");
        return id.getKeyAs(Long.class);
    }

    private static String plain(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** Two clicks at once: the other one has already done it. */
    static class AskedAlready extends RuntimeException {

        AskedAlready(Throwable cause) {
            super("This address has just been taken out", cause);
        }
    }
}
