package com.clario.playbook.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.mail.consent.OptOuts;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The link in our mails, opened by somebody who has no account here. */
@PlaybookTest
class OptOutTests {

    private static final Pattern LINK = Pattern.compile("/opt-out/([\\w-]+)");

    @Autowired
    ApplicationContext house;

    @Autowired
    Partners partners;

    @Autowired
    OptOuts optOuts;

    @LocalServerPort
    int port;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void takesTheAddressOutEverywhereAndStopsTheFollowUps() throws Exception {
        var moka = Reached.moka(house).byMail();
        var elsewhere = anotherContactWith(moka.address().toUpperCase());
        var token = token(moka.mails().get(0).get("TEXT").toString());

        assertThat(get(token).body())
                .contains("Do not write to me again", "Jangan kirim surel lagi", "…@partner.example")
                .doesNotContain(moka.address().toLowerCase(), "Sign out");
        assertThat(partners.mayBeMailed(moka.address()))
                .as("looking changes nothing")
                .isTrue();

        var done = post(token);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("Done", "Selesai");
        assertThat(post(token).statusCode()).as("twice").isEqualTo(200);
        assertThat(get(token).body()).contains("Done");

        assertThat(partners.mayBeMailed(moka.address())).isFalse();
        assertThat(optOuts.mayBeMailed(moka.address())).isFalse();
        assertThat(partners.contacts(elsewhere)).allMatch(Contact::doNotContact);
        assertThat(moka.run().timeline())
                .filteredOn(line -> line.contains("asked not to be written to again, by the link in our mail"))
                .hasSize(1);
        assertThat(moka.days(6).mails()).hasSize(1);
        assertThat(moka.run().timeline()).contains("Follow-up not sent: the addressee may no longer be mailed");
        assertThat(moka.run().openTasks()).containsExactly("enterReply");
    }

    @Test
    void worksForTheFollowUpsLinkToo() throws Exception {
        var moka = Reached.moka(house).byMail().days(6);
        var token = token(moka.mails().get(1).get("TEXT").toString());

        assertThat(post(token).statusCode()).isEqualTo(200);

        assertThat(partners.mayBeMailed(moka.address())).isFalse();
        assertThat(moka.days(5).mails()).hasSize(2);
    }

    @Test
    void opensNothingThatWeHaveNotSigned() throws Exception {
        var moka = Reached.moka(house).byMail();
        var token = token(moka.mails().get(0).get("TEXT").toString());
        var forged = (token.charAt(9) == 'A'
                ? token.replaceFirst("^(.{9}).", "$1B")
                : token.replaceFirst("^(.{9}).", "$1A"));

        for (var wrong : new String[] {forged, "x", "AAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAA", token + "A", "%F0%9F%98%80"}) {
            assertThat(get(wrong).statusCode()).as(wrong).isEqualTo(404);
            assertThat(post(wrong).statusCode()).as(wrong).isEqualTo(404);
        }
        assertThat(get("x").body()).contains("This link does not work", "Tautan ini tidak berfungsi");
        assertThat(partners.mayBeMailed(moka.address())).isTrue();
    }

    @Test
    void opensNothingForAMailThatHasNotGoneOut() throws Exception {
        var moka = Reached.moka(house).know("Rina Halim", false).begin();

        assertThat(get(token(moka.run().variable("approveMail", "mailText").toString()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void makesAnAddressLeaveForGoodWhateverAContactSays() {
        var moka = Reached.moka(house).byMail();
        optOuts.optOut(moka.address());
        var contact = partners.contacts(moka.run().partner()).get(0);
        assertThat(contact.doNotContact()).isTrue();

        partners.change(
                new Contact(contact.id(), contact.partner(), contact.name(), "", contact.mail(), "en", false, false));

        assertThat(optOuts.mayBeMailed(moka.address())).isFalse();
    }

    private String anotherContactWith(String address) {
        var code = "p" + UUID.randomUUID().toString().substring(0, 8);
        partners.add(new Partner(code, "Another", PartnerType.CHANNEL, "", "", "a", "b", false));
        partners.add(new Contact(0, code, "Rina again", "", address, "id", false, false));
        return code;
    }

    private static String token(String text) {
        var found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String token) throws Exception {
        return send(HttpRequest.newBuilder(address(token)).GET());
    }

    /** As a mail program does it: one click, no cookie, no page before. */
    private HttpResponse<String> post(String token) throws Exception {
        return send(HttpRequest.newBuilder(address(token))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    }

    private URI address(String token) {
        return URI.create("http://localhost:" + port + "/opt-out/" + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
