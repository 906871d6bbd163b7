package com.clario.playbook.partner.page;

import static com.clario.playbook.AtTheSameMoment.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.People;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partner.Releases;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people with the same form open: whoever is later takes nothing back unawares. */
@PlaybookTest
class CorrectionPagesTests {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

    @Autowired
    Partners partners;

    @Autowired
    Releases releases;

    @Autowired
    Corrections corrections;

    @Autowired
    People people;

    @LocalServerPort
    int port;

    private final String code = "p" + UUID.randomUUID().toString().substring(0, 8);
    private Visitor sari;
    private Visitor budi;

    @BeforeEach
    void somebodyWithAContact() {
        partners.add(new Partner(code, code, PartnerType.POS, "", "Old", "a", "b", false));
        partners.add(new Contact(0, code, "Rina Halim", "", "rina@" + code + ".example", "en", false, false));
        sari = Visitor.signedIn(port, "sari");
        budi = Visitor.signedIn(port, "budi");
    }

    @Test
    void neverLoseDoNotContactToAnOldPage() {
        var old = budi.get(contactPage());
        sari.post(contactPage(), contact(sari.get(contactPage()), "doNotContact", "true"));
        assertThat(rina().doNotContact()).isTrue();

        var refused = budi.post(contactPage(), contact(old, "role", "Founder"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Somebody changed Rina Halim while your form was open, so nothing is kept yet.")
                .contains("It says now: Do not contact: yes; Role: nothing.")
                .contains("value=\"Founder\"", "Why we may write again");
        assertThat(rina().doNotContact()).isTrue();
        assertThat(rina().role()).isEmpty();

        var unexplained = budi.post(contactPage(), contact(refused, "role", "Founder"));

        assertThat(unexplained.statusCode()).isEqualTo(400);
        assertThat(unexplained.body())
                .contains("Why we may write again: Rina Halim is marked do-not-contact. Say who allowed us to write");
        assertThat(rina().doNotContact()).isTrue();
        assertThat(releases.of(code)).isEmpty();
    }

    @Test
    void takeDoNotContactAwayOnlyWithAReasonThatStays() {
        sari.post(contactPage(), contact(sari.get(contactPage()), "doNotContact", "true"));
        assertThat(sari.get("/partners/" + code).body()).doesNotContain("taken away");

        var page = sari.get(contactPage());
        var kept = budi.submit(
                contactPage(), contactPage(), contact(page, "whyAgain", "She asked us at the fair to write again"));

        assertThat(kept.body()).contains("The change is kept.");
        assertThat(rina().doNotContact()).isFalse();
        assertThat(releases.of(code)).singleElement().satisfies(one -> {
            assertThat(one.contact()).isEqualTo(rina().id());
            assertThat(one.by()).isEqualTo("Budi Santoso");
        });
        assertThat(sari.get("/partners/" + code).body())
                .containsPattern("taken away by Budi Santoso on\\s+\\d{1,2} \\w{3} 20\\d\\d: She asked us at the fair");
    }

    @Test
    void tellWhatAnotherHasWrittenOfAPartner() {
        var edit = "/partners/" + code + "/edit";
        var old = budi.get(edit);
        assertThat(sari.post(edit, partner(sari.get(edit), "", "New")).statusCode())
                .isEqualTo(200);

        var refused = budi.post(edit, partner(old, "https://mine.example", "Old"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("It says now: Website: nothing; About: New.", "value=\"https://mine.example\"")
                .doesNotContain("Name: " + code);
        assertThat(partners.get(code).about()).isEqualTo("New");

        budi.post(edit, partner(refused, "https://mine.example", "Old"));
        assertThat(partners.get(code).about()).isEqualTo("Old");
    }

    @Test
    void tellWhatAnotherHasFoundOut() {
        var page = "/partners/" + code + "/facts/new";
        var blank = budi.get(page);
        sari.post(page, fact(sari.get(page), "30000"));

        var refused = budi.post(page, fact(blank, "20000"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Somebody wrote down something else on “Merchants they reach” while your form was open")
                .contains("It says now: Answer: 30000.", "value=\"20000\"");
        assertThat(partners.fact(code, "merchants").orElseThrow().worth()).isEqualTo("30000");

        budi.post(page, fact(refused, "20000"));
        assertThat(partners.fact(code, "merchants").orElseThrow().worth()).isEqualTo("20000");
        sari.post(page, fact(sari.get(page + "?criterion=merchants"), "25000"));
        assertThat(partners.fact(code, "merchants").orElseThrow().worth()).isEqualTo("25000");
    }

    @Test
    void letOneOfTwoThroughWhoKeepAtTheSameMoment() throws Exception {
        var seen = Corrections.mark(rina());

        var outcomes = together(() -> change("sari", "Founder", seen), () -> change("budi", "Owner", seen));

        assertThat(outcomes).containsOnlyOnce("done").anyMatch(one -> one.startsWith("Somebody changed Rina Halim"));
    }

    private Object change(String who, String role, String seen) {
        return people.actAs(who, () -> {
            var now = rina();
            corrections.change(new Contact(now.id(), code, now.name(), role, now.mail(), "en", false, false), seen, "");
            return now;
        });
    }

    private Contact rina() {
        return partners.contacts(code).get(0);
    }

    private String contactPage() {
        return "/partners/" + code + "/contacts/" + rina().id();
    }

    private Map<String, String> contact(HttpResponse<String> page, String field, String text) {
        var fields = new HashMap<>(Map.of(
                "name", "Rina Halim", "mail", "rina@" + code + ".example", "language", "en", "seen", seen(page)));
        fields.put(field, text);
        return fields;
    }

    private Map<String, String> partner(HttpResponse<String> page, String site, String about) {
        return Map.of(
                "name",
                code,
                "type",
                "POS",
                "website",
                site,
                "about",
                about,
                "valueToThem",
                "a",
                "valueToUs",
                "b",
                "seen",
                seen(page));
    }

    private static Map<String, String> fact(HttpResponse<String> page, String worth) {
        return Map.of("criterion", "merchants", "worth", worth, "source", "A report", "seen", seen(page));
    }

    private static String seen(HttpResponse<String> page) {
        var found = SEEN.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
