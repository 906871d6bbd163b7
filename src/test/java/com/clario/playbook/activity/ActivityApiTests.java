package com.clario.playbook.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.CaseRun;
import com.clario.playbook.PlaybookTest;
import com.clario.playbook.TestCall;
import com.clario.playbook.Visitor;
import com.clario.playbook.access.key.ApiKey.Issued;
import com.clario.playbook.access.key.ApiKey.Scope;
import com.clario.playbook.access.key.ApiKeys;
import com.clario.playbook.partner.Model;
import com.clario.playbook.partner.PartnerType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partner's system talks to us over the wire. */
@PlaybookTest
class ActivityApiTests {

    private static final String PATH = "/api/v1/activities";
    private static final String SOLD = "{\"id\": \"order-1\", \"type\": \"SOLD\", \"customer\": \"Kopi Satu\", "
            + "\"at\": \"2026-01-31T10:15:00+07:00\", \"amount\": \"200000\", \"currency\": \"IDR\"}";

    @Autowired
    ApplicationContext house;

    @Autowired
    ApiKeys keys;

    @Autowired
    Activities activities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private String code;
    private Issued key;
    private TestCall partner;

    @BeforeEach
    void issue() {
        code = partnership();
        key = keys.issue(code, Scope.ACTIVITY, null);
        partner = TestCall.with(port, key.text());
    }

    @Test
    void keepsATestActivityAndTracesIt() {
        var answer = partner.report("test-1");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue(PATH + "/test-1");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        var kept = json(answer);
        assertThat(kept.path("partnership").asText()).isEqualTo(code);
        assertThat(kept.path("key").asText()).isEqualTo(key.key().id());
        assertThat(kept.path("at").asText()).isEqualTo("2026-01-31T03:15:00Z");
        assertThat(kept.has("amount")).isFalse();
        assertThat(partner.get(PATH + "/test-1").body()).isEqualTo(answer.body());
        assertThat(keys.of(code).get(0).lastUsedAt()).isNotNull();
    }

    @Test
    void answersTheSameToTheSame() {
        var first = partner.report("test-1");

        var again = partner.report("test-1");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        var other = partner.post(test("\"id\": \"test-1\", \"type\": \"CHURNED\""));
        assertThat(problem(other, 409))
                .isEqualTo("id: test-1 was reported before with another content; what was reported first stays.");
        assertThat(partner.get(PATH + "/test-1").body()).isEqualTo(first.body());
    }

    @Test
    void countsFieldsAndNotBytesAsTheSame() {
        live();
        var first = partner.post(SOLD);
        assertThat(first.statusCode()).isEqualTo(201);

        var again = partner.post(
                SOLD.replace(" ", "").replace("KopiSatu", "Kopi Satu").replace("10:15:00+07:00", "03:15:00Z"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(partner.post(SOLD.replace("200000", "200001")).statusCode()).isEqualTo(409);
        assertThat(partner.post(SOLD.replace("\"IDR\"", "\"IDR\", \"test\": true"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void keepsOneRowHoweverManySendTheSameAtOnce() {
        var answers = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> partner.report("race")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        var twins = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> partner.report("twin-" + i / 2)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(twins).filteredOn(answer -> answer.statusCode() == 201).hasSize(10);
        assertThat(twins).filteredOn(answer -> answer.statusCode() == 200).hasSize(10);
        assertThat(rows()).isEqualTo(11);
    }

    @Test
    void takesRealActivityOnlyOnceLive() {
        assertThat(problem(partner.post(SOLD), 403))
                .isEqualTo("test: " + code + " is not live yet; until it is, send \"test\": true.");
        assertThat(rows()).isZero();

        live();
        var kept = json(partner.post(SOLD));
        assertThat(kept.path("amount").asText()).isEqualTo("200000");
        assertThat(kept.path("currency").asText()).isEqualTo("IDR");
        assertThat(kept.path("test").asBoolean()).isFalse();
        assertThat(partner.report("test-9").statusCode()).isEqualTo(201);
    }

    @Test
    void seesAWronglyCopiedKeyAtOnce() {
        var last = key.text().charAt(key.text().length() - 1) == 'x' ? "y" : "x";
        var slip = key.text().substring(0, key.text().length() - 1) + last;
        for (var wrong : new String[] {
            "pbk_", "secret", slip, key.text() + "0", key.text().toUpperCase()
        }) {
            assertThat(problem(TestCall.with(port, wrong).report("a"), 401)).contains("its check sum is wrong");
        }
    }

    @Test
    void tellsOnlyTheHolderWhatBecameOfAKey() {
        assertThat(problem(TestCall.with(port, null).report("a"), 401)).startsWith("Send your API key in the header");
        var stranger = stranger();
        assertThat(problem(TestCall.with(port, stranger).report("a"), 401)).isEqualTo("This API key is not known.");

        keys.revoke(code, key.key().id(), "Leaked");
        assertThat(problem(partner.report("a"), 401)).startsWith("This API key was revoked");
        var expired = keys.issue(code, Scope.ACTIVITY, clock.instant().minus(Duration.ofSeconds(1)));
        assertThat(problem(TestCall.with(port, expired.text()).report("a"), 401))
                .startsWith("This API key has expired");
        assertThat(rows()).isZero();
    }

    @Test
    void seesNothingOfOtherPartners() {
        partner.report("test-1");
        var other = partnership();
        var neighbour =
                TestCall.with(port, keys.issue(other, Scope.ACTIVITY, null).text());

        assertThat(problem(neighbour.get(PATH + "/test-1"), 404))
                .isEqualTo("You have reported no activity of this id.");
        assertThat(neighbour.report("test-1").statusCode()).isEqualTo(201);
        assertThat(activities.find(other, "test-1")).isPresent();
    }

    @Test
    void takesNoKeyFromAnAddressOrACookie() {
        assertThat(problem(TestCall.with(port, null).get(PATH + "/a?access_token=" + key.text()), 401))
                .contains("never in the address");
        var session = new Visitor(port, "default");
        session.signIn("sari", "sari");
        assertThat(session.get(PATH + "/a").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/activities, 405",
        "PUT, /api/v1/activities/test-1, 405",
        "DELETE, /api/v1/activities/test-1, 405",
        "POST, /api/v1/activities/test-1, 405",
        "GET, /api/v1/keys, 403",
        "GET, /api/v1/activities/a/b, 403",
        "GET, /api/v2/activities, 403",
        "GET, /api/v1/activities/a;b=c, 400"
    })
    void opensNothingElse(String method, String path, int status) {
        var answer = partner.send(partner.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{}")));

        problem(answer, status);
        if (status == 405) {
            assertThat(answer.headers().firstValue("Allow")).isPresent();
        }
    }

    @Test
    void takesJsonAloneAndNotMuch() {
        for (var type : new String[] {"text/plain", "application/xml", "application/x-www-form-urlencoded"}) {
            problem(
                    partner.send(
                            partner.request(PATH).header("Content-Type", type).POST(BodyPublishers.ofString(SOLD))),
                    415);
        }
        problem(partner.send(partner.request(PATH).POST(BodyPublishers.ofString(SOLD))), 415);
        var large = SOLD.replace("Kopi Satu", "x".repeat(64 * 1024)).getBytes(StandardCharsets.UTF_8);
        assertThat(problem(partner.post(new String(large)), 413)).startsWith("The body is larger than 64 KB");
        var chunked = partner.request(PATH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        problem(partner.send(chunked), 413);
        assertThat(problem(partner.post("{\"id\": "), 400)).startsWith("The body is no readable JSON: look at line 1");
        assertThat(rows()).isZero();
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var answer = partner.post(test("\"id\": \"a\", \"type\": \"BOUGHT\""));

        assertThat(problem(answer, 400)).startsWith("type: use one of REFERRED, QUALIFIED");
        assertThat(json(answer).path("field").asText()).isEqualTo("type");
    }

    @Test
    void slowsDownWhoeverCallsTooOften() {
        HttpResponse<String> answer = null;
        for (int call = 0; call < 1300 && (answer == null || answer.statusCode() != 429); call++) {
            answer = partner.get(PATH + "/none");
        }

        assertThat(problem(answer, 429)).startsWith("More than 600 calls in a minute");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
    }

    private String partnership() {
        return CaseRun.of(house, "Jurnal", PartnerType.ACCOUNTING, Model.INTEGRATION)
                .code();
    }

    private String stranger() {
        var other = keys.issue(partnership(), Scope.ACTIVITY, null);
        jdbc.sql("update playbook.api_key set fingerprint = ? where id = ?")
                .params("0".repeat(64), other.key().id())
                .update();
        return other.text();
    }

    private void live() {
        jdbc.sql("insert into playbook.launch (partnership, number, model, prepared_at, go_live, live_on, decided_by, "
                        + "decided_at) values (?, 1, 'INTEGRATION', ?, 'LIVE', ?, 'maya', ?)")
                .params(code, OffsetDateTime.now(), LocalDate.now().minusDays(1), OffsetDateTime.now())
                .update();
    }

    private static String test(String fields) {
        return "{" + fields + ", \"customer\": \"Kopi Satu\", \"at\": \"2026-01-31T10:15:00+07:00\", \"test\": true}";
    }

    private int rows() {
        return jdbc.sql("select count(*) from playbook.activity where partnership = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    /** The sentence of a problem, which always comes in the same shape. */
    private static String problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception");
        var problem = json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).startsWith("/api/");
        if (status == 401) {
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
        }
        return problem.path("detail").asText();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException broken) {
            throw new AssertionError(answer.body(), broken);
        }
    }
}
