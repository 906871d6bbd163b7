package com.clario.playbook.mail;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.mail.StoredMail.Status;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/** Every mail we send, written in the transaction it tells of and sent after that has committed. */
@Repository
public class Outbox {

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final boolean hasServer;

    Outbox(
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events,
            @Value("${spring.mail.host:}") String mailHost) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.hasServer = StringUtils.hasText(mailHost);
    }

    /** Something to send has been committed or will be, with the transaction at hand. */
    record MailPut() {}

    /** Writes the mail as part of what the caller does: if that is rolled back, nothing is sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Mail mail) {
        jdbc.sql(
                        """
                        insert into playbook.mail (recipient, subject, text, about, kind, document_id, status, put_at, next_try_at)
                        values (:to, :subject, :text, :about, :kind, :document, :status, :now, :now)
                        """)
                .param("to", mail.to())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("about", mail.about())
                .param("kind", mail.kind())
                .param("document", mail.documentId())
                .param("status", (hasServer ? Status.WAITING : Status.NOT_SENT).name())
                .param("now", now())
                .update();
        events.publishEvent(new MailPut());
    }

    /** Whether such a mail has reached its server, or would have if there were one. */
    public boolean hasLetOut(String about, String kind) {
        return jdbc.sql("select count(*) from playbook.mail "
                                + "where about = :about and kind = :kind and status in ('SENT', 'NOT_SENT')")
                        .param("about", about)
                        .param("kind", kind)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean hasServer() {
        return hasServer;
    }

    List<StoredMail> newest(String about) {
        return jdbc.sql("select * from playbook.mail where (:all or about = :about) order by id desc limit :shown")
                .param("all", about == null)
                .param("about", about)
                .param("shown", SHOWN)
                .query(StoredMail::of)
                .list();
    }

    Optional<StoredMail> find(long id) {
        return jdbc.sql("select * from playbook.mail where id = :id")
                .param("id", id)
                .query(StoredMail::of)
                .optional();
    }

    List<Long> due() {
        return jdbc.sql(
                        "select id from playbook.mail where status = 'WAITING' and next_try_at <= :now order by id limit 100")
                .param("now", now())
                .query(Long.class)
                .list();
    }

    /** Takes a due mail for the rest of the transaction, unless another node holds it or has sent it. */
    Optional<StoredMail> claim(long id) {
        return jdbc.sql(
                        """
                        select * from playbook.mail
                        where id = :id and status = 'WAITING' and next_try_at <= :now for update skip locked
                        """)
                .param("id", id)
                .param("now", now())
                .query(StoredMail::of)
                .optional();
    }

    void sent(StoredMail mail) {
        noteSent(mail);
        events.publishEvent(new MailSettled(mail.about(), mail.recipient(), mail.kind(), true, null));
    }

    boolean noteSent(StoredMail mail) {
        set(mail, Status.SENT, null, null, now());
        return true;
    }

    void tryLater(StoredMail mail, String reason, Duration delay) {
        set(mail, Status.WAITING, reason, now().plus(delay), null);
    }

    void failed(StoredMail mail, String reason) {
        set(mail, Status.FAILED, reason, null, null);
        events.publishEvent(new MailSettled(mail.about(), mail.recipient(), mail.kind(), false, reason));
    }

    /** Leaves a mail where it is for a while: that is no try. */
    void rest(StoredMail mail, String reason, Duration delay) {
        jdbc.sql("update playbook.mail set reason = :reason, next_try_at = :next where id = :id")
                .param("reason", reason)
                .param("next", now().plus(delay))
                .param("id", mail.id())
                .update();
    }

    /** Lets what had to rest about a partnership go out now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void wake(String about) {
        jdbc.sql("update playbook.mail set next_try_at = :now where about = :about and status = 'WAITING'")
                .param("now", now())
                .param("about", about)
                .update();
        events.publishEvent(new MailPut());
    }

    /** Sends nothing more of what still waits about a partnership. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(String about, String reason) {
        jdbc.sql("select * from playbook.mail where about = :about and status = 'WAITING' order by id for update")
                .param("about", about)
                .query(StoredMail::of)
                .list()
                .forEach(mail -> failed(mail, reason));
    }

    /** Stops what waits for an address and lets nothing to it go again: whoever it belongs to was erased. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String address) {
        jdbc.sql("select * from playbook.mail where lower(recipient) = lower(?) order by id for update")
                .param(address)
                .query(StoredMail::of)
                .list()
                .forEach(this::erase);
    }

    private void erase(StoredMail mail) {
        if (mail.status() == Status.WAITING) {
            failed(mail, "The addressee was erased before the mail went out.");
        }
        jdbc.sql("update playbook.mail set erased_at = ? where id = ?")
                .params(now(), mail.id())
                .update();
    }

    /** Without a server nothing waits: a person decides later what is still worth sending. */
    void giveUpWaiting() {
        jdbc.sql("update playbook.mail set status = 'NOT_SENT', next_try_at = null where status = 'WAITING'")
                .update();
    }

    @Transactional
    void again(long id) {
        if (!hasServer) {
            throw new Refusal("No mail server is set, so the mail cannot be sent yet.");
        }
        if (find(id).filter(mail -> mail.erasedAt() != null).isPresent()) {
            throw new Refusal("The addressee of this mail was erased, so it cannot be sent any more.");
        }
        int changed = jdbc.sql(
                        """
                        update playbook.mail set status = 'WAITING', tries = 0, reason = null, next_try_at = :now
                        where id = :id and status in ('FAILED', 'NOT_SENT') and erased_at is null
                        """)
                .param("now", now())
                .param("id", id)
                .update();
        if (changed == 0) {
            throw new Refusal("This mail is already sent or on its way.");
        }
        events.publishEvent(new MailPut());
    }

    private void set(StoredMail mail, Status status, String reason, OffsetDateTime nextTry, OffsetDateTime sent) {
        jdbc.sql(
                        """
                        update playbook.mail
                        set status = :status, tries = :tries, reason = :reason, next_try_at = :next, sent_at = :sent
                        where id = :id
                        """)
                .param("status", status.name())
                .param("tries", mail.tries() + 1)
                .param("reason", reason)
                .param("next", nextTry, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("sent", sent, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", mail.id())
                .update();
    }

    /** In whole milliseconds: a database that rounds up would make what is written now due only later. */
    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
