package com.clario.playbook.identify;

import static com.clario.playbook.identify.ResearchForm.strong;
import static com.clario.playbook.identify.ResearchForm.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.ReadyForPartners;
import com.clario.playbook.Visitor;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What would move a candidate up, and how the page says it. */
@PlaybookTest
class CandidatesPageTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Candidates candidates;

    @Autowired
    Priorities priorities;

    @Autowired
    NearMisses misses;

    @Autowired
    Partners partners;

    @LocalServerPort
    int port;

    @BeforeEach
    void nobodyElseWaits(@Autowired JdbcClient jdbc) {
        jdbc.sql("update playbook.candidate set state = 'GONE'").update();
        ReadyForPartners.confirmed(house);
    }

    @Test
    void namesEveryAnswerThatWouldLiftACandidateAndByHowMuch() {
        var best = waiting("Best", strong());
        partners.add(new Contact(0, best.partner(), "Dewi", "", "", "en", false, true));
        var moka = waiting("Moka", with(with(strong(), "sponsor", "NO"), "evidence", proofs("merchants", "overlap")));

        assertThat(missing(moka))
                .containsKeys(
                        "A source for “No advanced analytics of their own”",
                        "A source for “Technical interface”",
                        "“A named sponsor” answered with yes, and a source")
                .doesNotContainKey("A source for “Merchants they reach”");
        assertThat(missing(moka).get("A source for “No advanced analytics of their own”"))
                .startsWith("+13 to them");
        assertThat(missing(moka).get("A source for “Technical interface”")).startsWith("+5 to us");
        assertThat(missing(moka).get("Somebody who can introduce us")).isEqualTo("+10 in the ranking");
        assertThat(missing(best)).isEmpty();
    }

    @Test
    void tellsTheFitAndThePlaceALiftLeadsTo() {
        var possible = waiting("Olsera", with(with(strong(), "evidence", proofs("upsell")), "api", "READ"));
        var other = waiting("Qasir", with(strong(), "api", "READ"));

        assertThat(priorities.preview(candidates.waiting()))
                .extracting(Round.Ranked::partnership)
                .containsExactly(other.code(), possible.code());
        assertThat(missing(possible).get("All these answers together"))
                .contains("to us", "in the ranking", "fit becomes strong", "moves up to place 1");
    }

    @Test
    void showsPlacesNearMissesAndWhatIsNotProven() throws Exception {
        waiting(
                "Moka",
                with(strong(), "evidence", proofs("merchants", "overlap", "analyticsGap", "upsell", "sponsor")));
        waiting("Qasir", strong());

        var page = Visitor.signedIn(port, "sari").get("/candidates").body();

        assertThat(page)
                .contains("What would move it up", "A source for “Technical interface”", "+5 to us", "1 not proven")
                .doesNotContain("Nobody has confirmed product-market fit");
    }

    @Test
    void saysWhyOfTwoWithAsManyPointsOneComesFirst() throws Exception {
        waiting("Moka", strong());
        waiting("Qasir", strong());

        assertThat(Visitor.signedIn(port, "lina").get("/candidates").body())
                .contains("As many points as Moka, White-label: both bring us as much, so whoever waits longer");
    }

    private Map<String, String> missing(CaseRun one) {
        var missing = new java.util.LinkedHashMap<String, String>();
        misses.of(candidates.get(one.code()), priorities.preview(candidates.waiting()))
                .forEach(each -> missing.put(each.what(), each.effect()));
        return missing;
    }

    private CaseRun waiting(String name, Map<String, Object> research) {
        var one = CaseRun.of(house, name, PartnerType.POS, Model.WHITE_LABEL)
                .only("identify")
                .complete("sari", "researchCandidate", research);
        if (one.openTasks().contains("confirmFit")) {
            one.complete("maya", "confirmFit", Map.of("fitDecision", "CONFIRM", "fitReason", "Worth a talk"));
        }
        return one;
    }

    private static List<Map<String, String>> proofs(String... criteria) {
        return List.of(criteria).stream()
                .map(criterion -> Map.of(
                        "criterion",
                        criterion,
                        "source",
                        "Playbook",
                        "on",
                        LocalDate.now().toString()))
                .toList();
    }
}
