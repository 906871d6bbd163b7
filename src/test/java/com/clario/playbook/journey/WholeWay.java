package com.clario.playbook.journey;

import static com.clario.playbook.negotiation.TermsVersion.Status.CHANGES_ASKED;
import static com.clario.playbook.negotiation.TermsVersion.Status.SIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.clario.playbook.document.Document;
import com.clario.playbook.document.Documents;
import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.optimize.review.Review;
import com.clario.playbook.optimize.review.Reviews;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import java.util.ArrayList;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Moka's whole way on one database, with the job executor and a mail server at work, and what it leaves behind. */
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
abstract class WholeWay {

    @RegisterExtension
    static final GreenMailExtension POST = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withPerMethodLifecycle(false);

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Partnerships partnerships;

    @Autowired
    private TermsVersions terms;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Documents documents;

    @Autowired
    private BusinessDays days;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> POST.getSmtp().getPort());
        settings.add("spring.mail.properties.mail.smtp.starttls.enable", () -> "false");
    }

    @Test
    void mokaWalksFromResearchToTheSecondReview() throws Exception {
        var walk = new MokaWalk("http://127.0.0.1:" + port, engine.getName());

        walk.wholeWay();

        standsInOptimize(walk);
        keepsEveryVersionOfTheTerms();
        remembersBothReviews();
        keepsTheDocuments();
        sentOneMail(walk.approvedSubject());
    }

    private void standsInOptimize(MokaWalk walk) {
        var moka = partnerships.get("moka-1");
        assertThat(moka.open()).isTrue();
        assertThat(moka.stage().word()).isEqualTo("optimize");
        assertThat(partnerships.visits("moka-1"))
                .extracting(visit -> visit.stage().word())
                .containsExactly("identify", "outreach", "negotiation", "launch", "optimize");
        assertThat(walk.casePage())
                .contains("Rp 140.000", "Rp 60.000", "Version 3", "Changes asked by legal", "Adjust terms");
    }

    private void keepsEveryVersionOfTheTerms() {
        var today = days.today();
        assertThat(terms.versions("moka-1"))
                .extracting(TermsVersion::number, TermsVersion::status)
                .containsExactly(tuple(3, SIGNED), tuple(2, SIGNED), tuple(1, CHANGES_ASKED));
        var first = terms.inForce("moka-1", today).orElseThrow();
        assertThat(first.number()).isEqualTo(2);
        assertThat(first.validTo()).isEqualTo(today);
        var split = first.terms().split();
        assertThat(Amounts.shown(split.partner())).isEqualTo("Rp 140.000");
        assertThat(Amounts.shown(split.us())).isEqualTo("Rp 60.000");
        var adjusted = terms.inForce("moka-1", today.plusDays(1)).orElseThrow();
        assertThat(adjusted.number()).isEqualTo(3);
        assertThat(adjusted.validFrom()).isEqualTo(today.plusDays(1));
        assertThat(Amounts.shown(adjusted.terms().split().partner())).isEqualTo("Rp 130.000");
        assertThat(terms.inForce("moka-1", today.minusDays(1))).isEmpty();
    }

    private void remembersBothReviews() {
        assertThat(reviews.of("moka-1")).allMatch(Review::held);
        assertThat(reviews.of("moka-1"))
                .extracting(Review::number, review -> review.conclusion().verdict(), review -> review.conclusion()
                        .heldBy())
                .containsExactly(tuple(2, "ADJUST", "maya"), tuple(1, "KEEP", "maya"));
        assertThat(reviews.of("moka-1")).noneMatch(Review::overridden);
    }

    private void keepsTheDocuments() {
        assertThat(documents.of("moka-1"))
                .extracting(Document::kind)
                .containsExactlyInAnyOrder(
                        Documents.PITCH_DECK,
                        Documents.CONTRACT_DRAFT,
                        Documents.CONTRACT_DRAFT,
                        Documents.CONTRACT_DRAFT,
                        Documents.PILOT_LETTER_DRAFT,
                        Documents.PILOT_LETTER_DRAFT,
                        Documents.SIGNED_PILOT_LETTER,
                        Documents.SIGNED_CONTRACT,
                        Documents.SIGNED_CONTRACT);
    }

    private static void sentOneMail(String subject) throws Exception {
        assertThat(POST.waitForIncomingEmail(10_000, 1)).isTrue();
        assertThat(POST.getReceivedMessages()).hasSize(1);
        var mail = POST.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo(subject).isNotBlank();
        assertThat(mail.getRecipients(Message.RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly("partners@moka.example");
        var attached = new ArrayList<String>();
        var parts = (Multipart) mail.getContent();
        for (int part = 0; part < parts.getCount(); part++) {
            if (BodyPart.ATTACHMENT.equals(parts.getBodyPart(part).getDisposition())) {
                attached.add(parts.getBodyPart(part).getFileName());
            }
        }
        assertThat(attached).singleElement().asString().endsWith(".pptx");
    }
}
