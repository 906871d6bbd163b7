package com.clario.playbook.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.document.Documents;
import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.optimize.renewal.RenewalDates;
import com.clario.playbook.optimize.renewal.RenewalDecision;
import com.clario.playbook.partnership.BusinessDays;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Terms until 2 Jan 2029 with 60 days of notice, and what is signed after them: the record says what the paper says. */
@PlaybookTest
class LaterTermsTests {

    private static final LocalDate LIVE = LocalDate.of(2027, 2, 1);
    private static final LocalDate ASKED = LocalDate.of(2028, 10, 4);
    private static final LocalDate LAST = LocalDate.of(2029, 1, 2);

    @Autowired
    ApplicationContext house;

    @Autowired
    TermsVersions versions;

    @Autowired
    Documents documents;

    @Autowired
    RenewalDecision renewal;

    @Autowired
    OptimizeSteps steps;

    @Autowired
    BusinessDays days;

    @LocalServerPort
    int port;

    private LiveCase moka;

    @BeforeEach
    void goLive() {
        LiveCase.today(house, LIVE);
        moka = LiveCase.since(house, LIVE);
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void countAdjustedTermsFromTheDayAfterTheSignatureWheneverItIsRecorded() throws IOException {
        LiveCase.today(house, LocalDate.of(2027, 3, 3));
        adjust();
        assertThat(moka.run().variable("proposeTerms", "shown").toString())
                .contains("on the day after both have signed, instead of version 1");
        moka.propose(Map.of("partnerShare", "65")).approve();
        assertThat(paper())
                .contains("on the day after both Parties have signed it; from that day the Agreement lasts 24 months")
                .contains("version 2 of the terms replaces version 1");

        LiveCase.today(house, LocalDate.of(2027, 3, 13));
        moka.sign(LocalDate.of(2027, 3, 4));

        assertThat(version(2).validFrom()).isEqualTo(LocalDate.of(2027, 3, 5));
        assertThat(version(2).validTo()).isEqualTo(LocalDate.of(2029, 3, 4));
        assertThat(version(1).validTo()).isEqualTo(LocalDate.of(2027, 3, 4));
        assertThat(renewal.dates(moka.code()))
                .contains(new RenewalDates(
                        LocalDate.of(2028, 12, 4), LocalDate.of(2029, 1, 3), LocalDate.of(2029, 3, 4)));
        assertThat(steps.renewalDate(moka.code())).isEqualTo(days.start(LocalDate.of(2028, 12, 4)));
    }

    @Test
    void beginARenewalOnTheDayAfterTheEnd() throws IOException {
        renew();

        assertThat(version(2).validFrom()).isEqualTo(LAST.plusDays(1));
        assertThat(version(2).validTo()).isEqualTo(LocalDate.of(2031, 1, 2));
        assertThat(version(1).validTo()).isEqualTo(LAST);
        assertThat(versions.inForce(moka.code(), LAST)).contains(version(1));
        assertThat(versions.inForce(moka.code(), LAST.plusDays(1))).contains(version(2));
        assertThat(renewal.dates(moka.code()).orElseThrow().decideBy()).isEqualTo(LocalDate.of(2030, 11, 3));
        assertThat(moka.run().waitsAt("monthRuns")).isTrue();
        assertThat(moka.run().timeline())
                .contains("Version 2 signed by Rina Halim and Andi Pratama, in force from 3 Jan 2029 to 2 Jan 2031");
    }

    @Test
    void keepARenewalsDayAlsoWhenItGoesBackToTheTerms() throws IOException {
        askForRenewal();
        moka.propose(Map.of()).approve().backToTheTerms("Once more");

        moka.propose(Map.of()).approve();

        assertThat(paper()).contains("takes effect on 3 January 2029", "version 3 of the terms replaces version 1");
    }

    /** A change agreed before the renewal begins comes at once, and the renewal never. */
    @Test
    void leaveOneVersionADayWhenARenewalIsReplacedBeforeItBegins() throws Exception {
        renew();
        var today = ASKED.plusDays(40);
        LiveCase.today(house, today);
        adjust();
        moka.propose(Map.of("partnerShare", "65")).approve();
        assertThat(paper()).contains("on the day after both Parties have signed it", "replaces version 2 and every");
        moka.sign(today);

        assertThat(version(1).validTo()).isEqualTo(today);
        assertThat(version(3).validFrom()).isEqualTo(today.plusDays(1));
        for (var day : new LocalDate[] {today.plusDays(1), LAST, LAST.plusDays(1)}) {
            assertThat(versions.versions(moka.code()).stream().filter(one -> one.inForce(day)))
                    .extracting(TermsVersion::number)
                    .containsExactly(3);
        }
        assertThat(Visitor.signedIn(port, "sari")
                        .get("/partnerships/" + moka.code())
                        .body())
                .contains("replaced before it took effect");
    }

    /** How long notice is stands in the version in force on its day, not in one that is still to begin. */
    @Test
    void giveNoticeByTheVersionInForce() throws IOException {
        renew(Map.of("noticeDays", 30));
        var today = ASKED.plusDays(40);
        LiveCase.today(house, today);
        moka.run().fire("monthIsOver");
        moka.figures(42, 20_000_000L).hold("TERMINATE", "Bought by a rival");

        assertThat(moka.run().variable("giveNotice", "shown").toString())
                .contains("12 Jan 2029: 60 days of notice by Version 1 of the terms, from 13 Nov 2028");
        var fields = new HashMap<String, Object>();
        fields.put("givenOn", today.toString());
        fields.put("givenHow", "MAIL");
        fields.put("customers", "They move to our own plans");
        moka.run().complete("sari", "giveNotice", fields);
        assertThat(moka.run().timeline()).contains("Notice given on 13 Nov 2028 by mail, last day 12 Jan 2029");
    }

    private void adjust() {
        moka.run().fire("monthIsOver");
        moka.figures(42, 20_000_000L).hold("ADJUST", "We want another share");
    }

    private void askForRenewal() {
        LiveCase.today(house, ASKED);
        moka.run().fire("renewalIsDue");
        moka.decideRenewal("RENEW");
    }

    private void renew() throws IOException {
        renew(Map.of());
    }

    private void renew(Map<String, Object> changed) throws IOException {
        askForRenewal();
        assertThat(moka.run().variable("proposeTerms", "shown").toString())
                .contains("on 3 Jan 2029, the day after the end of version 1");
        moka.propose(changed).approve();
        assertThat(paper())
                .contains("takes effect on 3 January 2029; from that day the Agreement lasts 24 months")
                .contains("mulai berlaku pada 3 Januari 2029", "version 2 of the terms replaces version 1");
        LiveCase.today(house, ASKED.plusDays(20));
        moka.sign(ASKED.plusDays(19));
    }

    private TermsVersion version(int number) {
        return versions.versions(moka.code()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private String paper() throws IOException {
        var draft = documents.latest(moka.code(), Documents.CONTRACT_DRAFT).orElseThrow();
        try (var pdf = Loader.loadPDF(documents.content(draft.id()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
