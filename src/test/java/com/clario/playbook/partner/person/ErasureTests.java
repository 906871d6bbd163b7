package com.clario.playbook.partner.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.SignedTerms;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.People;
import com.clario.playbook.mail.consent.Consent;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlaybookTest
class ErasureTests {

    @Autowired
    ApplicationContext house;

    @Autowired
    Partners partners;

    @Autowired
    Timeline timeline;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<Consent> consents;

    @LocalServerPort
    int port;

    private String name;
    private String address;
    private CaseRun moka;
    private Contact rina;
    private Visitor maya;

    @BeforeEach
    void somebodyWeWroteTo() throws Exception {
        var unique = UUID.randomUUID().toString().substring(0, 8);
        name = "Rina Halim" + unique;
        address = "rina_" + unique + "@moka.example";
        moka = CaseRun.of(house, "Moka", PartnerType.POS, Model.WHITE_LABEL);
        partners.add(new Contact(0, moka.partner(), name, "Head of Partnerships", address, "en", false, false));
        rina = partners.contacts(moka.partner()).get(0);
        maya = Visitor.signedIn(port, "maya");
        maya.get(page());
    }

    @Test
    void leavesNoNameAndNoAddressAnywhereAndATimelineThatReads() throws Exception {
        writeOfHerEverywhere();
        assertThat(everywhere().find(name))
                .contains(
                        "contact.name",
                        "timeline.text",
                        "timeline.why",
                        "touch.note",
                        "outreach.draft_text",
                        "mail.text",
                        "partner_fact.source",
                        "launch.support_name",
                        "launch.trainees",
                        "launch.trainer",
                        "pilot.scope",
                        "pilot_customer.name",
                        "pilot_letter.comment",
                        "terms_version.support_contact",
                        "contract_review.comment",
                        "standing_approval.withdrawn_why",
                        "review_action_change.reason",
                        "renewal.reason",
                        "wind_down.customers",
                        "pause.reason",
                        "start_permit.reason",
                        "referral_code.text",
                        "document.name",
                        "act_hi_varinst.text_",
                        "act_hi_detail.text_",
                        "act_hi_comment.message_",
                        "act_ge_bytearray.bytes_");
        assertThat(everywhere().find(address))
                .contains("mail.recipient", "touch.note", "act_ge_bytearray.bytes_")
                .contains("opt_out.address", "opt_out_link.address");

        assertThat(erase().body()).contains("goes by " + rina.pseudonym() + " now");

        assertThat(everywhere().find(name)).isEmpty();
        assertThat(everywhere().find(address)).isEmpty();
        assertThat(timeline.of(moka.code()))
                .extracting(Timeline.Entry::text)
                .contains(
                        "Mail to " + rina.pseudonym() + " approved: For " + rina.pseudonym(),
                        rina.pseudonym() + " was erased: name, address and role are gone");
        assertThat(moka.variable("enterReply", "shown").toString()).contains(rina.pseudonym());
        assertThat(everywhere().find("Rina means a queen")).isNotEmpty();
    }

    /** As a year of work leaves a person's name behind. */
    private void writeOfHerEverywhere() {
        moka.only("outreach");
        tasks.createComment(task("approveMail"), null, name + " likes it short");
        submit("preparePitchDeck", Map.of("deckNote", name + " asked for figures, " + address));
        submit(
                "approveMail",
                Map.of(
                        "mailDecision",
                        "SEND",
                        "mailSubject",
                        "For " + name,
                        "mailText",
                        "Dear " + name.toUpperCase() + "\n" + moka.variable("approveMail", "mailText")));
        tasks.createComment(task("enterReply"), null, "Ask " + name + " again");
        partners.know(new Fact(moka.partner(), "sponsor", "YES", name + " said so", LocalDate.of(2026, 11, 1), null));
        timeline.add(moka.code(), "outreach", "Rina means a queen", "said " + name);
        Mentions.write(jdbc, moka.code(), name, address);
        jdbc.sql("update playbook.document set name = ? where partnership = ?")
                .params("Notes of " + name + ".pptx", moka.code())
                .update();
    }

    private void submit(String step, Map<String, Object> fields) {
        house.getBean(People.class).actAs("sari", () -> {
            house.getBean(FormService.class).submitTaskForm(task(step), fields);
            return null;
        });
        moka.runJobs();
    }

    private String task(String step) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(moka.code())
                .taskDefinitionKey(step)
                .singleResult()
                .getId();
    }

    @Test
    void stopsAMailThatWaitsAndLetsNobodyWriteAgain() throws Exception {
        mail("WAITING");
        mail("NOT_SENT");
        assertThat(maya.get(page() + "/erase").body())
                .contains("1 mail to this person is waiting and will not be sent");

        erase();

        assertThat(jdbc.sql("select status || ' ' || recipient || ' ' || reason from playbook.mail where about = ? "
                                + "order by id")
                        .param(moka.code())
                        .query(String.class)
                        .list())
                .startsWith("FAILED " + rina.pseudonym() + " The addressee was erased before the mail went out.");
        var notSent = jdbc.sql("select max(id) from playbook.mail where about = ?")
                .param(moka.code())
                .query(Long.class)
                .single();
        maya.get("/mails/" + notSent);
        maya.post("/mails/" + notSent + "/again", Map.of());
        assertThat(jdbc.sql("select status from playbook.mail where id = ?")
                        .param(notSent)
                        .query(String.class)
                        .single())
                .isEqualTo("NOT_SENT");
        assertThat(consents.stream().allMatch(one -> one.mayBeMailed(" " + address.toUpperCase())))
                .isFalse();
        assertThat(maya.post(
                                "/partners/" + moka.partner() + "/contacts/new",
                                Map.of("name", "Rina again", "mail", address, "language", "en"))
                        .body())
                .contains("Mail: somebody with this address was erased and must never be written to again.");
        assertThat(partners.contact(moka.partner(), rina.id()).orElseThrow())
                .isEqualTo(new Contact(
                        rina.id(), moka.partner(), rina.pseudonym(), "", "", "en", true, false, erasedOn()));
    }

    private LocalDate erasedOn() {
        return jdbc.sql("select erased_on from playbook.contact where id = ?")
                .param(rina.id())
                .query(LocalDate.class)
                .single();
    }

    @Test
    void keepsWhatTheLawAsksForAndSaysSoBefore() throws Exception {
        SignedTerms.of(house, moka.code(), LocalDate.of(2026, 1, 1));
        jdbc.sql("update playbook.document set name = 'contract.pdf' where partnership = ?")
                .param(moka.code())
                .update();
        Mentions.sign(jdbc, moka.code(), name);
        Mentions.writeInEvidence(jdbc, moka.code(), name, address);

        assertThat(maya.get(page() + "/erase").body())
                .contains(
                        "Erase " + name + "?", "What goes", "What stays, and why", "Signed terms, with who signed them")
                .contains("A signed letter is kept", "Files stay as they are", "Kept as a fingerprint");
        erase();

        assertThat(everywhere().find(name))
                .containsExactlyInAnyOrder("pilot_letter.signatory_partner", "terms_version.signatory_partner");
        assertThat(everywhere().find(rina.pseudonym()))
                .contains(
                        "contract_review.comment",
                        "pilot.failure_criteria",
                        "pilot.scope",
                        "pilot_customer.name",
                        "pilot_letter.comment",
                        "terms_version.note");
    }

    @Test
    void erasesTheSameAddressAtEveryPartnerButNobodyOfTheSameName() throws Exception {
        var qasir = CaseRun.of(house, "Qasir", PartnerType.POS, Model.RESELLER);
        partners.add(new Contact(0, qasir.partner(), "Mrs Rina", "", address.toUpperCase(), "en", false, true));
        partners.add(new Contact(0, qasir.partner(), name, "", "other-" + address, "en", false, false));
        timeline.add(qasir.code(), "outreach", name + " wrote", "to " + address + ", not to other-" + address);

        assertThat(maya.get(page() + "/erase").body()).contains("Qasir: Mrs Rina");
        erase();

        assertThat(partners.contacts(qasir.partner()))
                .extracting(Contact::erased)
                .containsExactlyInAnyOrder(true, false);
        assertThat(timeline.of(qasir.code()).get(1))
                .extracting(Timeline.Entry::text, Timeline.Entry::why)
                .containsExactly(name + " wrote", "to " + rina.pseudonym() + ", not to other-" + address);
    }

    @Test
    void takesAFirstNameForThePersonOnlyWhenAManagerSaysSo() throws Exception {
        timeline.add(moka.code(), "outreach", "Rina called", null);
        timeline.add(moka.code(), "outreach", "Marina called", null);

        assertThat(maya.get(page() + "/erase").body()).contains("name=\"alsoCalled\" value=\"Rina\"");
        maya.post(page() + "/erase", Map.of("sure", "true", "alsoCalled", "Rina"));

        assertThat(timeline.of(moka.code()))
                .extracting(Timeline.Entry::text)
                .contains(rina.pseudonym() + " called", "Marina called");
    }

    @Test
    void takesNoOtherWordForThePerson() throws Exception {
        timeline.add(moka.code(), "outreach", "The meeting is on Friday", null);

        assertThat(maya.post(page() + "/erase", Map.of("sure", "true", "alsoCalled", "meeting"))
                        .body())
                .contains("Other names: only parts of the contact");
        assertThat(partners.contact(moka.partner(), rina.id())).contains(rina);
    }

    @Test
    void isForManagersWhoAreSure() throws Exception {
        var sari = Visitor.signedIn(port, "sari");
        sari.get(page());
        assertThat(sari.get(page() + "/erase").statusCode()).isEqualTo(403);
        assertThat(sari.post(page() + "/erase", Map.of("sure", "true")).body()).contains("Your group may not do this");
        assertThat(Visitor.signedIn(port, "lina").get(page() + "/data").statusCode())
                .isEqualTo(403);

        maya.get(page() + "/erase");
        assertThat(maya.post(page() + "/erase", Map.of()).body()).contains("Tick that you are sure");
        assertThat(partners.contact(moka.partner(), rina.id())).contains(rina);

        erase();
        assertThat(maya.get(page() + "/erase").statusCode()).isEqualTo(404);
        assertThat(maya.get(page()).statusCode()).isEqualTo(404);
    }

    @Test
    void handsOutEverythingThatIsHeld() throws Exception {
        writeOfHerEverywhere();
        mail("SENT");

        var file = Visitor.signedIn(port, "sari").get(page() + "/data");

        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "contact-" + rina.id() + ".json");
        assertThat(file.body())
                .contains("\"about\" : \"" + name + "\"", "\"mail\" : \"" + address + "\"", "\"Head of Partnerships\"")
                .contains("\"Timeline\" :", "\"Mails\" :", "\"Facts\" :", "\"What went to and fro\" :", "\"Forms\" :")
                .contains("\"Launch\" :", "\"Files of the partnerships\" :", "asked for figures")
                .doesNotContain("Rina means a queen\",\n    \"why\" : null");
    }

    @Test
    void keepsTheHistoryOfTasksThatNameNobody() {
        moka.only("outreach").complete("sari", "preparePitchDeck", Map.of("deckNote", "Figures checked"));

        house.getBean(ErasureService.class).erase(moka.partner(), rina.id(), List.of());

        assertThat(house.getBean(HistoryService.class)
                        .createHistoricVariableInstanceQuery()
                        .includeDeleted()
                        .variableValueEquals("deckNote", "Figures checked")
                        .list())
                .isNotEmpty();
        assertThat(moka.openTasks()).contains("approveMail");
    }

    private void mail(String status) {
        jdbc.sql("insert into playbook.mail (recipient, subject, text, about, kind, status, put_at, next_try_at) "
                        + "values (?, 'Hello', ?, ?, 'cold-mail', ?, current_timestamp, current_timestamp)")
                .params(address, "Dear " + name, moka.code(), status)
                .update();
    }

    private java.net.http.HttpResponse<String> erase() throws Exception {
        maya.get(page() + "/erase");
        return maya.post(page() + "/erase", Map.of("sure", "true"));
    }

    private String page() {
        return "/partners/" + moka.partner() + "/contacts/" + rina.id();
    }

    private Everywhere everywhere() {
        return new Everywhere(jdbc);
    }
}
