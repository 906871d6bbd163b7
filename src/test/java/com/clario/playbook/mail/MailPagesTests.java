package com.clario.playbook.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionOperations;

@PlaybookTest
class MailPagesTests {

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionOperations transaction;

    @LocalServerPort
    int port;

    private Visitor sari;

    @BeforeEach
    void signIn() throws Exception {
        sari = Visitor.signedIn(port, "sari");
    }

    @Test
    void listsMailsOfOnePartnershipNewestFirst() throws Exception {
        put("The first", "list-1");
        put("The second <script>", "list-1");
        put("Another partner", "list-2");

        String page = sari.get("/mails?about=list-1").body();

        assertThat(page).contains("Mails about list-1", "Not sent: no mail server set", "rina@moka.example");
        assertThat(page).contains("The second &lt;script&gt;").doesNotContain("Another partner");
        assertThat(page.indexOf("The second")).isLessThan(page.indexOf("The first"));
        assertThat(page).containsPattern("\\d{1,2} [A-Z][a-z]{2} 20\\d\\d, \\d\\d:\\d\\d");
        assertThat(sari.get("/mails").body()).contains("Another partner", "The first");
    }

    @Test
    void saysSoWhenThereIsNothingYet() throws Exception {
        assertThat(sari.get("/mails?about=nobody-1").body()).contains("No mails yet");
    }

    @Test
    void showsAMailToRead() throws Exception {
        put("To be read", "read-1");
        long id = outbox.newest("read-1").get(0).id();

        var page = sari.get("/mails/" + id);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("To be read", "Dear Rina,", "&lt;b&gt;bold&lt;/b&gt;", "href=\"/partnerships/read-1\"")
                .doesNotContain("Try again");
        assertThat(sari.get("/mails/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesToSendWithoutAServer() throws Exception {
        put("Still here", "again-1");
        long id = outbox.newest("again-1").get(0).id();
        sari.get("/mails");

        assertThat(sari.post("/mails/" + id + "/again", Map.of()).body())
                .contains("No mail server is set, so the mail cannot be sent yet.");
    }

    @Test
    void letsOnlyPartnershipsAndManagersSendAgain() throws Exception {
        put("Not by everybody", "again-2");
        long id = outbox.newest("again-2").get(0).id();

        assertThat(status("fitri", id)).isEqualTo(403);
        assertThat(status("lina", id)).isEqualTo(403);
        assertThat(status("maya", id)).isEqualTo(200);
    }

    private int status(String who, long id) throws Exception {
        var visitor = Visitor.signedIn(port, who);
        visitor.get("/mails");
        return visitor.post("/mails/" + id + "/again", Map.of()).statusCode();
    }

    private void put(String subject, String about) {
        transaction.executeWithoutResult(status -> outbox.put(
                new Mail("rina@moka.example", subject, "Dear Rina,\n\n<b>bold</b>", about, "cold-mail", null)));
    }
}
