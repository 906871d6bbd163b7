package com.clario.playbook.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clario.playbook.Rooms;
import com.clario.playbook.document.Documents;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.mail.StoredMail.Status;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

class OutboxTests {

    private final List<AutoCloseable> open = new ArrayList<>();
    private GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        server.stop();
    }

    @ParameterizedTest
    @EnumSource
    void sendsWhatIsCommittedAtOnceAndOnlyOnce(Rooms.Kind kind) throws Exception {
        var node = node(kind.database(), serverPort());

        put(node, mail("moka-1"));

        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        waitUntilSent(node);
        node.getBean(Sender.class).sendDue();
        MimeMessage sent = server.getReceivedMessages()[0];
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(sent.getSubject()).isEqualTo("Sebuah gagasan – für Moka");
        assertThat(sent.getFrom()[0]).hasToString("Clario Partnerships <partnerships@clario.example>");
        assertThat(sent.getContent().toString()).contains("Yth. Bapak/Ibu Rina");
        assertThat(sent.getMessageID()).matches("<mail-1\\.\\d+@clario\\.example>");
        assertThat(sent.getHeader("List-Unsubscribe")[0])
                .matches("<http://localhost:\\d+/opt-out/[\\w-]{32}>, "
                        + "<mailto:partnerships@clario.example\\?subject=unsubscribe>");
        assertThat(sent.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void sendsNothingOfWhatIsRolledBack() throws Exception {
        var node = node(Rooms.Kind.H2.database(), serverPort());

        node.getBean(TransactionOperations.class).executeWithoutResult(transaction -> {
            node.getBean(Outbox.class).put(mail("moka-1"));
            transaction.setRollbackOnly();
        });
        node.getBean(Sender.class).sendDue();

        assertThat(node.getBean(Outbox.class).newest(null)).isEmpty();
        assertThat(server.waitForIncomingEmail(500, 1)).isFalse();
    }

    @Test
    void takesNothingOutsideOfATransaction() {
        var node = node(Rooms.Kind.H2.database(), 0);

        assertThatThrownBy(() -> node.getBean(Outbox.class).put(mail("moka-1")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void losesAndDoublesNothingWhenTheServerIsDownForAWhile(Rooms.Kind kind) throws Exception {
        int port = serverPort();
        var node = node(kind.database(), port);
        server.stop();
        put(node, mail("moka-1"), mail("pawoon-1"), mail("qasir-1"));
        sendUntil(node, mail -> mail.tries() > 0);

        assertThat(mails(node)).allSatisfy(mail -> {
            assertThat(mail.status()).isEqualTo(Status.WAITING);
            assertThat(mail.triedInVain()).isTrue();
            assertThat(mail.reason()).startsWith("The mail server could not be reached");
        });

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        node.getBean(Sender.class).sendDue();
        assertThat(server.getReceivedMessages()).as("nothing is due yet").isEmpty();

        node.getBean(Rooms.MovableClock.class).forward(Duration.ofMinutes(1));
        sendUntil(node, mail -> mail.status() == Status.SENT);

        assertThat(messageIds()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void triesForThreeDaysThenFailsUntilAPersonTriesAgain() throws Exception {
        int port = serverPort();
        var node = node(Rooms.Kind.H2.database(), port);
        server.stop();
        put(node, mail("moka-1"));
        waitUntilTried(node);
        for (int i = 0; i < 20; i++) {
            node.getBean(Sender.class).sendDue();
            node.getBean(Rooms.MovableClock.class).forward(Duration.ofHours(24));
        }

        assertThat(only(node).status()).isEqualTo(Status.FAILED);
        assertThat(only(node).tries()).isEqualTo(10);

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        node.getBean(Outbox.class).again(only(node).id());

        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        waitUntilSent(node);
        assertThatThrownBy(() -> node.getBean(Outbox.class).again(only(node).id()))
                .isInstanceOf(Refusal.class)
                .hasMessage("This mail is already sent or on its way.");
    }

    @ParameterizedTest
    @EnumSource
    void sendsOnceFromTwoNodesAtOnce(Rooms.Kind kind) throws Exception {
        int port = serverPort();
        String database = kind.database();
        var first = node(database, port, "playbook.mail.retries=1s,1s,1s,1s");
        var second = node(database, port, "playbook.mail.retries=1s,1s,1s,1s");
        server.stop();
        put(first, Collections.nCopies(40, mail("moka-1")).toArray(Mail[]::new));
        waitUntilTried(first);
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        List.of(first, second)
                .forEach(node -> node.getBean(Rooms.MovableClock.class).forward(Duration.ofMinutes(5)));

        var threads = Executors.newFixedThreadPool(4);
        List<Future<?>> rounds = new ArrayList<>();
        for (var node : List.of(first, second, first, second)) {
            rounds.add(threads.submit(node.getBean(Sender.class)::sendDue));
        }
        for (Future<?> round : rounds) {
            round.get();
        }
        threads.shutdown();
        sendUntil(first, mail -> mail.status() == Status.SENT);

        assertThat(messageIds()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void keepsMailsReadableWithoutAServerAndSendsThemOnlyWhenAPersonSaysSo() throws Exception {
        String database = Rooms.Kind.H2.database();
        var without = Rooms.open(database, "spring.mail.host=");
        put(without, mail("moka-1"));
        without.getBean(Sender.class).sendDue();

        assertThat(only(without).status()).isEqualTo(Status.NOT_SENT);
        assertThat(only(without).status().label()).isEqualTo("Not sent: no mail server set");
        assertThatThrownBy(() -> without.getBean(Outbox.class).again(1)).isInstanceOf(Refusal.class);
        without.close();

        var with = node(database, serverPort());
        with.getBean(Sender.class).sendDue();
        assertThat(server.getReceivedMessages()).isEmpty();
        with.getBean(Outbox.class).again(only(with).id());
        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
    }

    @Test
    void stopsWaitingWhenTheServerSettingIsTakenAway() throws Exception {
        String database = Rooms.Kind.H2.database();
        int port = serverPort();
        server.stop();
        try (var with = node(database, port)) {
            put(with, mail("moka-1"));
            assertThat(only(with).status()).isEqualTo(Status.WAITING);
        }

        try (var without = Rooms.open(database)) {
            assertThat(only(without).status()).isEqualTo(Status.NOT_SENT);
        }
    }

    @Test
    void failsAtOnceWhenTheServerRefusesTheAddressForGood() throws Exception {
        try (var refusing = new ScriptedServer("550 5.1.1 No such user here", false)) {
            var node = node(Rooms.Kind.H2.database(), refusing.port());

            put(node, mail("moka-1"));
            waitUntilTried(node);

            assertThat(only(node).status()).isEqualTo(Status.FAILED);
            assertThat(only(node).reason()).contains("The mail server refused it", "No such user here");
        }
    }

    @Test
    void triesAgainWhenTheServerAsksForPatience() throws Exception {
        try (var busy = new ScriptedServer("451 4.7.1 Greylisted, come back later", false)) {
            var node = node(Rooms.Kind.H2.database(), busy.port());

            put(node, mail("moka-1"));
            waitUntilTried(node);

            assertThat(only(node).status()).isEqualTo(Status.WAITING);
            assertThat(only(node).reason()).contains("Greylisted");
        }
    }

    @Test
    void countsAMailAsSentWhenOnlyTheGoodByeGoesWrong() throws Exception {
        try (var rude = new ScriptedServer("250 fine", true)) {
            var node = node(Rooms.Kind.H2.database(), rude.port());

            put(node, mail("moka-1"));
            waitUntilTried(node);
            node.getBean(Rooms.MovableClock.class).forward(Duration.ofDays(2));
            node.getBean(Sender.class).sendDue();

            assertThat(rude.received).hasSize(1);
            assertThat(only(node).status()).isEqualTo(Status.SENT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void attachesADocument(Rooms.Kind kind) throws Exception {
        var node = node(kind.database(), serverPort());
        Rooms.partnerships(node, "moka-1");
        byte[] pdf = "%PDF-1.7 the deck".getBytes();
        long deck = node.getBean(Documents.class)
                .store("moka-1", Documents.PITCH_DECK, "Déck für Moka.pdf", pdf)
                .id();

        put(node, new Mail("rina@moka.example", "The deck", "Dear Rina", "moka-1", "cold-mail", deck));

        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        var parts = (Multipart) server.getReceivedMessages()[0].getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("Déck für Moka.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(pdf);
    }

    private static Mail mail(String about) {
        return new Mail(
                "rina@moka.example",
                "Sebuah gagasan – für Moka",
                "Yth. Bapak/Ibu Rina,\n\nsalam",
                about,
                "cold-mail",
                null);
    }

    private ConfigurableApplicationContext node(String database, int port, String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add("spring.mail.host=127.0.0.1");
        all.add("spring.mail.port=" + port);
        var node = Rooms.open(database, all.toArray(String[]::new));
        open.add(node);
        return node;
    }

    private int serverPort() {
        server.start();
        return server.getSmtp().getPort();
    }

    private static void put(ConfigurableApplicationContext node, Mail... mails) {
        node.getBean(TransactionOperations.class)
                .executeWithoutResult(transaction -> Arrays.stream(mails).forEach(node.getBean(Outbox.class)::put));
    }

    private List<String> messageIds() throws Exception {
        List<String> ids = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    private static List<StoredMail> mails(ConfigurableApplicationContext node) {
        return node.getBean(Outbox.class).newest(null);
    }

    private static StoredMail only(ConfigurableApplicationContext node) {
        assertThat(mails(node)).hasSize(1);
        return mails(node).get(0);
    }

    /** The node's own thread sends at the same time: what it holds, this round passes by. */
    private static void sendUntil(ConfigurableApplicationContext node, Predicate<StoredMail> done)
            throws InterruptedException {
        for (int i = 0; i < 200 && !mails(node).stream().allMatch(done); i++) {
            node.getBean(Sender.class).sendDue();
            node.getBean(Rooms.MovableClock.class).forward(Duration.ofSeconds(1));
            Thread.sleep(50);
        }
        assertThat(mails(node)).allMatch(done);
    }

    private static void waitUntilSent(ConfigurableApplicationContext node) throws InterruptedException {
        for (int i = 0; i < 100 && only(node).status() != Status.SENT; i++) {
            Thread.sleep(50);
        }
        assertThat(only(node).status()).isEqualTo(Status.SENT);
    }

    private static void waitUntilTried(ConfigurableApplicationContext node) throws InterruptedException {
        for (int i = 0; i < 100 && mails(node).stream().allMatch(mail -> mail.tries() == 0); i++) {
            Thread.sleep(50);
        }
        assertThat(mails(node)).anyMatch(mail -> mail.tries() > 0);
    }
}
