package com.clario.playbook.partner.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.Visitor;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Contact;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Partner;
import com.clario.playbook.partner.PartnerType;
import com.clario.playbook.partner.Partners;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@PlaybookTest
@TestPropertySource(properties = "playbook.test=import")
class ImportPagesTests {

    private static final String HEADER = "name,code,type,website,about,value to them,value to us,contact name,"
            + "contact role,contact mail,contact language,contact mutual,do not contact,merchants,merchants source\n";

    @Autowired
    Partners partners;

    @Autowired
    ImportService service;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    /** Names of its own for every test, for they share a catalogue. */
    private final String own = "q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + System.nanoTime();

    private Visitor sari;

    @BeforeEach
    void signIn() throws Exception {
        sari = Visitor.signedIn(port, "sari");
        sari.get("/partners/import");
    }

    @Test
    void showsFirstAndImportsExactlyThatOnce() throws Exception {
        var before = partners.all().size();
        var page = upload(HEADER
                + "Kopi $,$,pos,https://$.example,About,Them,Us,Rina $,CEO,rina@$.example,en,no,no,1200,Annual report\n"
                + "Kopi $,$,POS,https://$.example,About,Them,Us,Budi $,,budi@$.example,,yes,yes,,\n");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("2 to add", "0 already there", "Nothing is written yet")
                .contains(
                        mine("New: Kopi $ ($) with Rina $ and a fact."),
                        mine("Contact Budi $ for the partner of row 2."));
        assertThat(partners.all()).hasSize(before);

        var done = confirm(page);

        assertThat(done.body()).contains("1 partner, 2 contacts and 1 fact imported", "By Sari Wijaya");
        assertThat(partners.get(own))
                .isEqualTo(new Partner(
                        own, mine("Kopi $"), PartnerType.POS, mine("https://$.example"), "About", "Them", "Us", false));
        assertThat(partners.contacts(own))
                .extracting(Contact::name, Contact::language, Contact::mutual, Contact::doNotContact)
                .containsExactly(tuple(mine("Rina $"), "en", false, false), tuple(mine("Budi $"), "id", true, true));
        assertThat(partners.fact(own, "merchants").orElseThrow())
                .extracting(Fact::worth, Fact::source)
                .containsExactly("1200", "Annual report");

        assertThat(confirm(page).body()).contains("This file is imported already.");
        assertThat(partners.all()).hasSize(before + 1);
        assertThat(jdbc.sql("select content from playbook.partner_import where id = ?")
                        .param(id(page))
                        .query(String.class)
                        .list())
                .containsOnlyNulls();
    }

    @Test
    void tellsRowColumnAndReasonOfEveryFaultAndImportsNothing() throws Exception {
        var page = upload(HEADER
                + "Good $,$,POS,,,a,b,,,,,,,,\n"
                + ",,Till,,,,b,,,,,,,,\n"
                + "Bad $,No Code!,POS,,," + "x".repeat(1001) + ",b,,,nowhere@x,French,maybe,,many,\n"
                + "Other $,$,POS,,,a,b,,,,,,,,\n"
                + "Long $,,POS,,\"" + "y".repeat(4001) + "\",a,b,,,,,,,,\n"
                + "More $,,POS,,,a,b,,,,,,,,,,too,many\n"
                + "Line\nbreak\n".replace("\n", "").concat(",,POS,\"a\nb\",,a,b,,,,,,,,\n"));

        assertThat(page.body())
                .contains("1 to add", "6 refused")
                .contains(
                        at(3, "name") + "Fill it in.",
                        at(3, "type") + "“Till” is not one; choose POS, accounting or channel.")
                .contains(at(3, "value to them") + "Fill it in.")
                .contains(at(4, "code") + "Use up to 40 small letters, digits and single hyphens, such as moka.")
                .contains(at(4, "value to them") + "At most 1000 characters, it has 1001.")
                .contains(
                        at(4, "contact name") + "Fill it in.",
                        at(4, "contact language") + "Choose English or Indonesian.")
                .contains(at(4, "contact mail") + "“nowhere@x” is not an address such as name@company.com.")
                .contains(at(4, "contact mutual") + "Write yes or no.")
                .contains(at(4, "merchants") + "For “Merchants they reach” enter a whole number, such as 30000.")
                .contains(at(5, "code") + mine("$ stands in row 2 already, for Good $."))
                .contains(at(6, "about") + "At most 4,000 characters, it has 4,001. Is a quotation mark missing?")
                .contains("Row 7: </strong>There are more cells than columns")
                .contains(at(8, "website") + "This is one line, without line breaks.");

        assertThat(confirm(page).body()).contains("Some rows would stay out: tick that they may");
        assertThat(partners.find(own)).isEmpty();

        assertThat(confirm(page, "leaveOut", "true").body()).contains("1 partner, 0 contacts and 0 facts imported");
        assertThat(partners.get(own).name()).isEqualTo(mine("Good $"));
    }

    private static String at(int row, String column) {
        return "Row " + row + ", column “" + column + "”: </strong>";
    }

    @ParameterizedTest
    @CsvSource({
        "'', The file is empty",
        "'naam,type\nMoka,POS\n', Row 1: the columns “name”",
        "'name,type,value to them,value to us\nMoka,POS,\"a,b\n', 'Row 2, column “value to them”: a quotation mark is opened'",
        "'name,type,value to them,value to us\n', no partner below them"
    })
    void refusesAFileThatCannotBeReadAndKeepsWhatWasPasted(String pasted, String sentence) throws Exception {
        var count = jdbc.sql("select count(*) from playbook.partner_import")
                .query(Long.class)
                .single();

        var page = sari.post("/partners/import", Map.of("pasted", pasted));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("so nothing is imported", sentence);
        assertThat(page.body().replace("&quot;", "\"")).contains(pasted.strip());
        assertThat(jdbc.sql("select count(*) from playbook.partner_import")
                        .query(Long.class)
                        .single())
                .isEqualTo(count);
    }

    @Test
    void refusesTenMegabytesAndWrongLettersInWords() throws Exception {
        assertThat(sari.upload("/partners/import", "", "big.csv", new byte[10 * 1024 * 1024])
                        .body())
                .contains("The file is larger than 1 MB");
        assertThat(sari.upload(
                                "/partners/import",
                                "",
                                "latin.csv",
                                (HEADER + "Café,,POS").getBytes(StandardCharsets.ISO_8859_1))
                        .body())
                .contains("Row 2, column “name”: a letter is not written in UTF-8.");
    }

    @Test
    void warnsOfLookalikesAndAddsThemOnlyWhenTicked() throws Exception {
        partners.add(new Partner(own, mine("Kopi $"), PartnerType.POS, mine("https://$.example"), "", "a", "b", false));
        var page = upload(HEADER
                + "PT. KOPI $,$-2,POS,,,a,b,,,,,,,,\n"
                + "Another $,$-3,POS,https://www.$.example/x,,a,b,Rina,,rina@two-$.example,,,,,\n"
                + "Another $,$-3,POS,https://www.$.example/x,,a,b,Tono,,tono@two-$.example,,,,,\n"
                + "Fresh $ and more,$-4,POS,,,a,b,,,,,,,,\n");

        assertThat(page.body())
                .contains("2 to add", "2 to look at")
                .contains(mine("href=\"/partners/$\">Kopi $ ($)</a>: same name"))
                .contains(mine("Kopi $ ($)</a>: same website"));

        assertThat(confirm(page, "leaveOut", "true").body()).contains("1 partner, 0 contacts");
        assertThat(partners.find(own + "-3")).isEmpty();

        var again = upload(HEADER
                + "Another $,$-3,POS,https://www.$.example/x,,a,b,Rina,,rina@two-$.example,,,,,\n"
                + "Another $,$-3,POS,https://www.$.example/x,,a,b,Tono,,tono@two-$.example,,,,,\n");
        assertThat(confirm(again, "anyway", "2").body()).contains("1 partner, 2 contacts and 0 facts imported");
    }

    @Test
    void leavesAKnownPartnerAsItIsAndAddsOnlyNewPeople() throws Exception {
        partners.add(new Partner(own, mine("Kopi $"), PartnerType.POS, "", "Old", "a", "b", false));
        var page = upload(HEADER
                + "Kopi $,$,ACCOUNTING,,New,a,b,,,,,,,7,\n"
                + "Kopi $,$,POS,,Old,a,b,Rina,,rina@$.example,,,,,\n"
                + "Tea house,$,POS,,,a,b,,,,,,,,\n");

        assertThat(page.body())
                .contains("In the catalogue; nothing changes. It keeps its own “type”, “about”, “merchants”.")
                .contains(mine("Contact Rina for Kopi $, which is in the catalogue already."))
                .contains(at(4, "code") + mine("$ is taken by Kopi $: give this row a code of its own."));
        confirm(page, "leaveOut", "true");

        assertThat(partners.get(own)).extracting(Partner::about, Partner::type).containsExactly("Old", PartnerType.POS);
        assertThat(partners.contacts(own)).extracting(Contact::name).containsExactly("Rina");
        assertThat(upload(HEADER + "Kopi $,$,POS,,Old,a,b,Rina,,RINA@$.example,,,,,\n")
                        .body())
                .contains("1 already there", "Nothing to import: everything is there already.");
    }

    @Test
    void importsNothingWhenTheCatalogueChangedMeanwhile() throws Exception {
        var page = upload(HEADER + "Kopi $,$,POS,,,a,b,,,,,,,,\nTea $,$-tea,POS,,,a,b,,,,,,,,\n");
        partners.add(new Partner(own, mine("Kopi $"), PartnerType.POS, "", "", "x", "y", false));

        var refused = confirm(page);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("The catalogue has changed since you looked", "1 already there", "1 to add");
        assertThat(partners.find(own + "-tea")).isEmpty();
        assertThat(confirm(refused).body()).contains("1 partner, 0 contacts");
    }

    @Test
    void comesBackFromTheExportAsItWas() throws Exception {
        partners.add(
                new Partner(own, mine("=Kopi $"), PartnerType.POS, "", "Two\nlines; \"quoted\"", "+a", "@b", false));
        partners.add(new Contact(0, own, "-Rina", "", mine("rina@$.example"), "en", true, false));
        partners.add(new Contact(0, own, "Budi", "CEO, founder", "", "id", false, true));
        var fact = new Fact(own, "analyticsGap", "YES", "=cmd()", LocalDate.of(2026, 11, 2), "'note");
        partners.know(fact);
        var file = new String(sari.download("/partners/export.csv").body(), StandardCharsets.UTF_8);

        assertThat(file)
                .startsWith("\ufeffname,code,type,website")
                .contains(mine("'=Kopi $,$,POS"), "'=cmd()", ",'-Rina,");
        var page = sari.upload("/partners/import", "", "partners.csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(page.body())
                .contains("0 to add", "Nothing to import: everything is there already.")
                .doesNotContain("It keeps its own");
        var header = file.lines().findFirst().orElseThrow();
        var rows = Pattern.compile("(?m)^'=Kopi " + own + ".*\\R.*\\R")
                .matcher(file)
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(rows).hasSize(2);
        forget();
        confirm(sari.post("/partners/import", Map.of("pasted", header + "\n" + String.join("", rows))));
        assertThat(partners.get(own))
                .extracting(Partner::name, Partner::valueToThem, Partner::valueToUs)
                .containsExactly(mine("=Kopi $"), "+a", "@b");
        assertThat(partners.contacts(own)).extracting(Contact::name).containsExactly("-Rina", "Budi");
        assertThat(partners.contacts(own).get(0).doNotContact()).isTrue();
        assertThat(partners.facts(own)).containsExactly(fact);
    }

    private void forget() {
        for (var table : List.of("partner_fact where partner", "contact where partner", "partner where code")) {
            jdbc.sql("delete from playbook." + table + " = ?").param(own).update();
        }
    }

    @Test
    void offersATemplateThatCanBeImported() throws Exception {
        var template = new String(sari.download("/partners/import/template.csv").body(), StandardCharsets.UTF_8);

        assertThat(sari.post("/partners/import", Map.of("pasted", template)).body())
                .contains("1 to add", "New: Warung Kasir (warung-kasir) with Rina Example and a fact.");
    }

    @Test
    void isForThoseWhoKeepTheCatalogue() throws Exception {
        var page = upload(HEADER + "Kopi $,$,POS,,,a,b,,,,,,,,\n");
        var lina = Visitor.signedIn(port, "lina");
        for (var path : List.of(
                "/partners/import",
                "/partners/import/" + id(page),
                "/partners/export.csv",
                "/partners/import/template.csv")) {
            assertThat(lina.get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(Visitor.signedIn(port, "maya").get(path).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        lina.get("/partners");
        assertThat(lina.post("/partners/import", Map.of("pasted", "x")).statusCode())
                .isEqualTo(403);
        assertThat(sari.get("/partners/import/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void addsOnceWhenTwoConfirmAtTheSameMoment() throws Exception {
        var page = upload(HEADER + "Kopi $,$,POS,,,a,b,Rina,,rina@$.example,,,,,\n");
        var file = imports.find(Long.parseLong(id(page))).orElseThrow();
        var seen = service.check(file).fingerprint();

        var refused = Stream.of(1, 2)
                .parallel()
                .map(who -> catchThrowable(() -> service.confirm(file.id(), seen, Set.of(), false)))
                .filter(Objects::nonNull);

        assertThat(refused).singleElement().isInstanceOf(Refusal.class);
        assertThat(partners.contacts(own)).hasSize(1);
    }

    private HttpResponse<String> upload(String csv) throws Exception {
        return sari.upload("/partners/import", "", "partners.csv", mine(csv).getBytes(StandardCharsets.UTF_8));
    }

    private String mine(String text) {
        return text.replace("$", own);
    }

    private HttpResponse<String> confirm(HttpResponse<String> page, String... fields) throws Exception {
        var sent = new ArrayList<Map.Entry<String, String>>();
        sent.add(Map.entry("seen", found(page.body(), "name=\"seen\" value=\"([0-9a-f]+)\"")));
        for (int i = 0; i < fields.length; i += 2) {
            sent.add(Map.entry(fields[i], fields[i + 1]));
        }
        return sari.postAll("/partners/import/" + id(page), sent);
    }

    private static String id(HttpResponse<String> page) {
        return found(page.uri().getPath(), "/partners/import/(\\d+)");
    }

    private static String found(String text, String pattern) {
        var match = Pattern.compile(pattern).matcher(text);
        assertThat(match.find()).as(pattern).isTrue();
        return match.group(1);
    }
}
