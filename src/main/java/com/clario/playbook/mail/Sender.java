package com.clario.playbook.mail;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.mail.consent.Consent;
import com.clario.playbook.mail.consent.OptOuts;
import com.clario.playbook.mail.consent.Silence;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/** Carries what is due from the outbox to the mail server, on a thread of its own so that nobody waits for it. */
@Component
@EnableConfigurationProperties(MailSettings.class)
class Sender implements SmartLifecycle {

    private static final Duration REST = Duration.ofHours(1);
    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    private final Outbox outbox;
    private final ObjectProvider<JavaMailSender> server;
    private final ObjectProvider<Attachments> attachments;
    private final ObjectProvider<Consent> consent;
    private final ObjectProvider<Silence> silence;
    private final OptOuts optOuts;
    private final TransactionOperations transaction;
    private final MailSettings settings;
    private final Clock clock;
    private volatile ScheduledExecutorService worker;

    Sender(
            Outbox outbox,
            ObjectProvider<JavaMailSender> server,
            ObjectProvider<Attachments> attachments,
            ObjectProvider<Consent> consent,
            ObjectProvider<Silence> silence,
            OptOuts optOuts,
            TransactionOperations transaction,
            MailSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.server = server;
        this.attachments = attachments;
        this.consent = consent;
        this.silence = silence;
        this.optOuts = optOuts;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (!outbox.hasServer()) {
            outbox.giveUpWaiting();
            return;
        }
        worker = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "mail"));
        long poll = settings.poll().toMillis();
        worker.scheduleWithFixedDelay(this::sendQuietly, poll, poll, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopping = worker;
        worker = null;
        if (stopping != null) {
            stopping.shutdownNow();
            try {
                stopping.awaitTermination(30, TimeUnit.SECONDS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    @TransactionalEventListener
    void sendSoon(Outbox.MailPut put) {
        ScheduledExecutorService running = worker;
        if (running != null) {
            try {
                running.execute(this::sendQuietly);
            } catch (RejectedExecutionException stopping) {
                log.debug("Stopping: the mail waits for the next start");
            }
        }
    }

    /** Sends what is due, one transaction each; a server that is away ends the round. */
    void sendDue() {
        for (Long id : outbox.due()) {
            if (!sendOne(id) || Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    /** A mail that breaks what it was sent in is counted as tried in a transaction of its own, and the next one goes. */
    private boolean sendOne(long id) {
        var gone = new AtomicBoolean();
        try {
            return claimed(id, mail -> send(mail, gone));
        } catch (RuntimeException broken) {
            log.warn("Mail {} could not be sent or told of", id, broken);
            return gone.get() && notedAsSent(id) || claimed(id, mail -> record(mail, MailFailure.ours(broken)));
        }
    }

    /** What has reached the server must not go again because nobody could be told. */
    private boolean notedAsSent(long id) {
        try {
            return claimed(id, outbox::noteSent);
        } catch (RuntimeException stillBroken) {
            return false;
        }
    }

    private boolean claimed(long id, Predicate<StoredMail> deed) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> outbox.claim(id).map(deed::test).orElse(true)));
    }

    private void sendQuietly() {
        try {
            sendDue();
        } catch (RuntimeException failure) {
            log.warn("The outbox could not be worked through, trying again in {}", settings.poll(), failure);
        }
    }

    private boolean send(StoredMail mail, AtomicBoolean gone) {
        var notNow = whyNotNow(mail);
        if (notNow.isPresent()) {
            outbox.rest(mail, notNow.get(), REST);
            return true;
        }
        if (!consent.stream().allMatch(one -> one.mayBeMailed(mail.recipient()))) {
            outbox.failed(mail, mail.recipient() + " is marked do-not-contact since, so the mail was not sent.");
            return true;
        }
        try {
            JavaMailSender to = server.getObject();
            to.send(message(to, mail));
            gone.set(true);
            outbox.sent(mail);
            return true;
        } catch (Refusal | MessagingException | UnsupportedEncodingException impossible) {
            outbox.failed(mail, impossible.getMessage());
            return true;
        } catch (MailException failure) {
            if (MailFailure.cameAfterSending(failure)) {
                outbox.sent(mail);
                return true;
            }
            return record(mail, MailFailure.of(failure));
        }
    }

    private Optional<String> whyNotNow(StoredMail mail) {
        return mail.about() == null
                ? Optional.empty()
                : silence.stream()
                        .flatMap(one -> one.whyNotNow(mail.about()).stream())
                        .findFirst();
    }

    private boolean record(StoredMail mail, MailFailure why) {
        if (why.forGood() || mail.tries() >= settings.retries().size()) {
            outbox.failed(mail, why.reason());
            log.warn("Mail {} failed for good: {}", mail.id(), why.reason());
        } else {
            outbox.tryLater(mail, why.reason(), settings.retries().get(mail.tries()));
        }
        return !why.serverIsAway();
    }

    private MimeMessage message(JavaMailSender to, StoredMail mail)
            throws MessagingException, UnsupportedEncodingException {
        var message = new MimeMessageHelper(to.createMimeMessage(), mail.documentId() != null, "UTF-8");
        message.setFrom(settings.from(), settings.fromName());
        message.setTo(mail.recipient());
        message.setSubject(mail.subject());
        message.setText(mail.text());
        message.setSentDate(Date.from(clock.instant()));
        if (mail.documentId() != null) {
            var file = attachments.getObject().attachment(mail.documentId());
            message.addAttachment(file.name(), new ByteArrayResource(file.content()), file.type());
        }
        MimeMessage mime = message.getMimeMessage();
        mime.setHeader("Message-ID", mail.messageId(settings.domain()));
        if (mail.isCold()) {
            var byMail = "<mailto:" + settings.from() + "?subject=unsubscribe>";
            mime.setHeader("List-Unsubscribe", "<" + optOuts.linkFor(mail.recipient()) + ">, " + byMail);
            mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return mime;
    }
}
