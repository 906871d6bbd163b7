package com.clario.playbook.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.Rooms;
import com.clario.playbook.mail.StoredMail.Status;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class SenderTests {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private ConfigurableApplicationContext node;

    @AfterEach
    void close() {
        node.close();
        server.stop();
    }

    @ParameterizedTest
    @EnumSource
    void asksAtEveryTryWhetherThePersonMayStillBeMailed(Rooms.Kind kind) {
        open(kind);
        var partners = node.getBean(Partners.class);
        partners.add(new Partner("moka", "Moka", PartnerType.POS, "", "A point of sale", "Insight", "Reach", false));
        partners.add(contact("rina@moka.example", false));
        partners.add(contact("Budi@moka.example", true));

        var told = new ArrayList<MailSettled>();
        whenSettled(told::add);

        put("rina@moka.example", "budi@moka.example");
        send();

        assertThat(told)
                .containsExactly(
                        new MailSettled("moka-1", "rina@moka.example", "cold-mail", true, null),
                        new MailSettled(
                                "moka-1",
                                "budi@moka.example",
                                "cold-mail",
                                false,
                                mail("budi@moka.example").reason()));

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mail("rina@moka.example").status()).isEqualTo(Status.SENT);
        assertThat(mail("budi@moka.example").status()).isEqualTo(Status.FAILED);
        assertThat(mail("budi@moka.example").reason()).contains("do-not-contact");
    }

    @ParameterizedTest
    @EnumSource
    void sendsTheOthersWhenOneBreaks(Rooms.Kind kind) {
        open(kind);
        node.getBean(JdbcClient.class)
                .sql("alter table playbook.mail add constraint breaks "
                        + "check (recipient <> 'first@moka.example' or status <> 'SENT')")
                .update();

        put("first@moka.example", "second@moka.example");
        send();

        assertThat(mail("second@moka.example").status()).isEqualTo(Status.SENT);
        assertThat(mail("first@moka.example").status()).isEqualTo(Status.WAITING);
        assertThat(mail("first@moka.example").tries()).isEqualTo(1);
        assertThat(mail("first@moka.example").reason()).startsWith("Something went wrong on our side");
    }

    @Test
    void givesUpOnAMailThatBreaksEveryTime() {
        open(Rooms.Kind.H2);
        node.getBean(JdbcClient.class)
                .sql("alter table playbook.mail add constraint breaks check (status <> 'SENT')")
                .update();

        put("first@moka.example");
        for (int i = 0; i < 3; i++) {
            send();
            node.getBean(Rooms.MovableClock.class).forward(Duration.ofHours(1));
        }

        assertThat(mail("first@moka.example").status()).isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void sendsNothingTwiceBecauseNobodyCouldBeTold(Rooms.Kind kind) {
        open(kind);
        whenSettled(mail -> {
            throw new IllegalStateException("nobody listens");
        });

        put("rina@moka.example");
        send();
        node.getBean(Rooms.MovableClock.class).forward(Duration.ofHours(1));
        send();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mail("rina@moka.example").status()).isEqualTo(Status.SENT);
    }

    private void whenSettled(Consumer<MailSettled> deed) {
        node.addApplicationListener((ApplicationEvent event) -> {
            if (event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof MailSettled mail) {
                deed.accept(mail);
            }
        });
    }

    private void open(Rooms.Kind kind) {
        server.start();
        node = Rooms.open(
                kind.database(),
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + server.getSmtp().getPort(),
                "playbook.mail.retries=1m,1m");
        // the node's own thread would send at the same time
        node.getBean(Sender.class).stop();
    }

    private void put(String... recipients) {
        node.getBean(TransactionOperations.class)
                .executeWithoutResult(transaction -> List.of(recipients).forEach(to -> node.getBean(Outbox.class)
                        .put(new Mail(to, "An idea", "Dear all", "moka-1", "cold-mail", null))));
    }

    private void send() {
        node.getBean(Sender.class).sendDue();
    }

    private StoredMail mail(String recipient) {
        return node.getBean(Outbox.class).newest(null).stream()
                .filter(mail -> mail.recipient().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    private static Contact contact(String mail, boolean doNotContact) {
        return new Contact(0, "moka", mail, "", mail, "en", doNotContact, false);
    }
}
