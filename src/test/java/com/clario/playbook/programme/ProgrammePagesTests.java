package com.clario.playbook.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.clario.playbook.SecondHouse;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The programme from its first start on, on a database of its own since there is only one programme. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgrammePagesTests {

    ConfigurableApplicationContext house;
    Programmes programmes;
    int port;

    String database() {
        return "jdbc:h2:mem:" + UUID.randomUUID();
    }

    String[] account() {
        return new String[0];
    }

    @BeforeAll
    void open() {
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.generate-unique-name=false",
                "--spring.datasource.url=" + database()));
        settings.addAll(List.of(account()));
        house = SecondHouse.start("test", settings.toArray(String[]::new));
        programmes = house.getBean(Programmes.class);
        port = house.getEnvironment().getProperty("local.server.port", Integer.class);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void beginsAsThePlaybookSaysAndGoesOnVersionByVersion() throws Exception {
        var first = programmes.version(1).orElseThrow();
        assertThat(first.status()).isEqualTo(ProgrammeStatus.PLANNED);
        assertThat(first.gate().confirmed()).isFalse();
        assertThat(first.in(1).owner()).isEqualTo("Founder");
        assertThat(first.in(2).owner()).isEqualTo("Partnerships lead");
        assertThat(first.in(2).partnerships()).isEqualTo("2–3");
        assertThat(first.in(2).revenueShare()).isEqualByComparingTo("20");

        var maya = Visitor.signedIn(port, "maya");
        assertThat(maya.get("/programme/edit").body()).contains("Keep as a new version", "Partnerships lead");
        var started = LocalDate.now().minusYears(1).minusDays(3);
        var kept = maya.post("/programme/edit", running(programmes.current().version(), started, "We are ready"));

        assertThat(kept.body())
                .contains("The programme is changed", "Year 2", "confirmed by The founders", "0 of 2–3", "below target")
                .contains("We are ready", "Maya");
        assertThat(maya.get("/programme/versions/1").body()).contains("As the playbook says", "not confirmed yet");
        assertThat(maya.get("/").body()).contains("Running", "Year 2", "Product-market fit confirmed", "0 of 2–3");
    }

    @Test
    void isReadByAllChangedByManagersAndHiddenFromStrangers() throws Exception {
        var lina = Visitor.signedIn(port, "lina");
        assertThat(lina.get("/programme").statusCode()).isEqualTo(200);
        assertThat(lina.get("/programme").body()).doesNotContain("Change the programme");
        assertThat(lina.get("/programme/versions/1").statusCode()).isEqualTo(200);
        assertThat(lina.get("/programme/edit").statusCode()).isEqualTo(403);
        assertThat(lina.post("/programme/edit", running(1, LocalDate.now(), "Mine"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(lina.get("/programme/versions/999").statusCode()).isEqualTo(404);
        var stranger = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/programme"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(stranger.headers().firstValue("Location")).get().asString().endsWith("/login");
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() throws Exception {
        var maya = Visitor.signedIn(port, "maya");
        maya.get("/programme/edit");
        var fields = running(programmes.current().version(), LocalDate.now(), "A long thought");
        fields.put("years[1].share", "a fifth");

        var refused = maya.post("/programme/edit", fields);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Share of revenue in year 2", "is not a percentage such as 20", "A long thought", "a fifth");
        fields.put("years[1].share", "20");
        fields.put("gateOn", LocalDate.now().plusDays(9).toString());
        assertThat(maya.post("/programme/edit", fields).body()).contains("Confirmed on: the day lies in the future");
        fields.put("startsOn", "yesterday");
        assertThat(maya.post("/programme/edit", fields).body()).contains("is not a date such as 2026-01-31");
        fields.remove("version");
        assertThat(maya.post("/programme/edit", fields).statusCode()).isEqualTo(400);
        fields.put("version", "four");
        assertThat(maya.post("/programme/edit", fields).statusCode()).isEqualTo(400);
        fields.put("why", "code\u00000");
        assertThat(maya.post("/programme/edit", fields).body()).contains("Field “why”", "cannot be stored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"years[300].from", "years[-1].from", "years[abc].from", "years[0].from.deeper"})
    void looksAtNoFieldTheFormDoesNotHave(String field) throws Exception {
        var maya = Visitor.signedIn(port, "maya");
        maya.get("/programme/edit");
        var fields = running(programmes.current().version(), LocalDate.now(), "An address made by hand");
        fields.put("priority", "Whatever the field " + field + " says");
        fields.put(field, "3");

        assertThat(maya.post("/programme/edit", fields).body()).contains("The programme is changed");
    }

    @Test
    void tellsTheSecondOfTwoManagersWhatTheFirstHasChanged() throws Exception {
        var opened = programmes.current().version();
        var rizal = Visitor.signedIn(port, "rizal");
        rizal.get("/programme/edit");
        var first = Visitor.signedIn(port, "maya");
        first.get("/programme/edit");
        first.post("/programme/edit", running(opened, LocalDate.of(2025, 3, 1), "Maya was quicker"));

        var second = rizal.post("/programme/edit", running(opened, LocalDate.of(2025, 4, 1), "Rizal’s thought"));

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body())
                .contains("Somebody else has changed the programme", "Maya was quicker", "Rizal’s thought")
                .contains("name=\"version\" value=\"" + (opened + 1) + "\"");
        assertThat(programmes.current().why()).isEqualTo("Maya was quicker");
        assertThat(rizal.post("/programme/edit", running(opened + 1, LocalDate.of(2025, 4, 1), "Rizal’s thought"))
                        .body())
                .contains("The programme is changed");
    }

    @Test
    void takesOneOfTwoChangesAtTheSameMoment() throws Exception {
        for (int times = 0; times < 5; times++) {
            var from = programmes.current();
            var day = LocalDate.of(2024, 1, 1).plusDays(times * 2L);
            var barrier = new CyclicBarrier(2);
            var both = Executors.newFixedThreadPool(2);
            var answers = new ArrayList<Future<Throwable>>();
            for (var who : new String[] {"maya", "rizal"}) {
                answers.add(both.submit(() -> {
                    barrier.await();
                    return catchThrowable(() -> change(who, from, who.equals("maya") ? day : day.plusDays(1)));
                }));
            }
            var refusals = new ArrayList<Throwable>();
            for (var answer : answers) {
                if (answer.get() != null) {
                    refusals.add(answer.get());
                }
            }
            both.shutdown();

            assertThat(refusals).singleElement().isInstanceOf(Refusal.class);
            assertThat(programmes.current().version()).isEqualTo(from.version() + 1);
        }
    }

    private void change(String who, Programme from, LocalDate start) {
        house.getBean(People.class)
                .actAs(
                        who,
                        () -> programmes.change(new Programme(
                                from.version(),
                                null,
                                null,
                                "At the same moment",
                                from.status(),
                                from.priority(),
                                start,
                                from.gate(),
                                from.years())));
    }

    private static Map<String, String> running(int version, LocalDate start, String why) {
        var fields = new HashMap<String, String>();
        fields.put("version", Integer.toString(version));
        fields.put("status", "RUNNING");
        fields.put("priority", "High, after product-market fit");
        fields.put("startsOn", start.toString());
        fields.put("gateBy", "The founders");
        fields.put("gateOn", "2025-01-31");
        fields.put("gateNote", "Forty restaurants");
        fields.put("years[0].owner", "Founder");
        fields.put("years[1].owner", "Partnerships lead");
        fields.put("years[1].from", "2");
        fields.put("years[1].to", "3");
        fields.put("years[1].share", "20 %");
        fields.put("why", why);
        return fields;
    }
}
