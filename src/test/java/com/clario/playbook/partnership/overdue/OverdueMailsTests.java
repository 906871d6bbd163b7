package com.clario.playbook.partnership.overdue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.mail.Mail;
import com.clario.playbook.mail.Outbox;
import com.clario.playbook.partnership.AnyTime;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

@PlaybookTest
class OverdueMailsTests {

    @RegisterExtension
    static final GreenMailExtension POST = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withPerMethodLifecycle(false);

    @Autowired
    ApplicationContext house;

    @Autowired
    ManagementService management;

    @Autowired
    Partnerships partnerships;

    @Autowired
    Outbox outbox;

    @Autowired
    BusinessDays days;

    AnyTime moka;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> POST.getSmtp().getPort());
        settings.add("spring.mail.properties.mail.smtp.starttls.enable", () -> "false");
        settings.add("playbook.mail.poll", () -> "200ms");
        settings.add("playbook.url", () -> "https://playbook.clario.example");
    }

    @BeforeEach
    void somebodyNew() throws Exception {
        POST.purgeEmailFromAllMailboxes();
        moka = AnyTime.with(house, "Moka");
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "round, Identify, identifyOverdue",
        "outreach, Outreach, outreachOverdue",
        "pilot, Negotiation, negotiationOverdue",
        "launch, Launch, launchOverdue"
    })
    void tellsOwnerAndManagersOnceThatAStageIsOverdue(String place, String stage, String timer) {
        moka.at(place);
        var end = moka.partnership().plannedEnd().orElseThrow();
        assertThat(moka.due(timer)).isEqualTo(days.start(end.plusDays(1)));
        moka.forward(200).run.fire(timer);

        var mails = received(3, stage + " is overdue");
        assertThat(to(mails))
                .containsExactlyInAnyOrder("sari@clario.example", "maya@clario.example", "rizal@clario.example");
        assertThat(mails).allSatisfy(mail -> assertThat(textOf(mail))
                .contains("https://playbook.clario.example/partnerships/" + moka.run.code())
                .contains("was planned until", "direncanakan selesai pada", "Sari Wijaya"));
        assertThat(moka.run.timeline())
                .filteredOn(line -> line.startsWith("Overdue: "))
                .containsExactly("Overdue: " + stage + " was planned until " + Shown.day(end));
        assertThat(moka.run.waitsAt(stage.toLowerCase())).isTrue();

        tell();
        assertThat(moka.run.timeline())
                .filteredOn(line -> line.startsWith("Overdue: "))
                .hasSize(1);
    }

    @Test
    void tellsAManagerWhoOwnsTheCaseOnce() {
        house.getBean(JdbcClient.class)
                .sql("update playbook.partnership set owner = 'maya' where code = ?")
                .param(moka.run.code())
                .update();
        moka.researching().forward(60).run.fire("identifyOverdue");

        assertThat(to(received(2, "Identify is overdue")))
                .containsExactlyInAnyOrder("maya@clario.example", "rizal@clario.example");
    }

    @Test
    void tellsAtOnceWhereAStageBeginsTooLate() {
        moka.forward(200).run.from("outreach");
        var due = moka.due("outreachOverdue");

        assertThat(due).isBefore(ClockUtil.getCurrentTime());
        moka.run.fire("outreachOverdue");
        received(3, "Outreach is overdue");
    }

    @Test
    void saysNothingDuringAPauseAndCountsItsDays() {
        moka.researching();
        var before = moka.due("identifyOverdue");
        moka.pause(100).forward(60);

        assertThat(management
                        .createJobQuery()
                        .jobId(moka.job("identifyOverdue").getId())
                        .active()
                        .count())
                .isZero();
        tell();
        assertThat(moka.run.timeline()).noneMatch(line -> line.startsWith("Overdue: "));

        moka.forward(100).over();
        assertThat(moka.due("identifyOverdue")).isEqualTo(AnyTime.later(before, 100));
        tell();
        assertThat(moka.run.timeline()).noneMatch(line -> line.startsWith("Overdue: "));
    }

    @Test
    void saysNothingMoreOnceTheStageIsOver() {
        moka.researching().close("No more");

        assertThat(moka.drawings()).isEmpty();
        moka.forward(200);
        tell();
        assertThat(moka.run.timeline()).noneMatch(line -> line.startsWith("Overdue: "));
    }

    @Test
    void holdsMailsBackDuringAPauseAndSendsThemAfterwards() {
        moka.researching().pause(10);
        put("A question");
        await().until(() -> reason().contains("The case is paused until"));
        assertThat(POST.getReceivedMessages()).isEmpty();

        moka.resume("Go on");

        received(1, "A question");
    }

    @Test
    void withdrawsMailsOfAClosedCase() {
        moka.researching().pause(10);
        put("A question");
        await().until(() -> reason().contains("The case is paused until"));

        moka.close("No more");

        assertThat(reason()).isEqualTo("The partnership was closed before it went out.");
        assertThat(POST.getReceivedMessages()).isEmpty();
    }

    private void put(String subject) {
        house.getBean(TransactionOperations.class)
                .executeWithoutResult(status ->
                        outbox.put(new Mail("rina@moka.example", subject, "Text", moka.run.code(), "cold-mail", null)));
    }

    private String reason() {
        return house.getBean(JdbcClient.class)
                .sql("select coalesce(reason, '') from playbook.mail where about = ?")
                .param(moka.run.code())
                .query(String.class)
                .single();
    }

    private void tell() {
        house.getBean(com.clario.playbook.partnership.PartnershipSteps.class).tellOverdue(moka.run.code());
    }

    private static List<MimeMessage> received(int count, String subject) {
        await().atMost(Duration.ofSeconds(20)).until(() -> about(subject).size() == count);
        return about(subject);
    }

    private static List<MimeMessage> about(String subject) {
        return Stream.of(POST.getReceivedMessages())
                .filter(mail -> subjectOf(mail).contains(subject))
                .toList();
    }

    private static List<String> to(List<MimeMessage> mails) {
        return mails.stream().map(OverdueMailsTests::recipient).toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString();
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String subjectOf(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String textOf(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (jakarta.mail.MessagingException | java.io.IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
