package com.clario.playbook.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at the public doors: signs in, reads our pages, and does tasks the way Tasklist does. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String base;
    private final String engine;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** One JVM may run several systems: the engine's interface has to be told which one is meant. */
    Visitor(String base, String engine, String name) {
        this.base = base;
        this.engine = engine;
        var answer = submit("/login", "/login", Map.of("username", name, "password", name));
        assertThat(answer.uri().getPath()).as("%s signs in", name).isNotEqualTo("/login");
    }

    /** A page as the person reads it. */
    String page(String path) {
        var answer = send(HttpRequest.newBuilder(URI.create(base + path)).GET());
        assertThat(answer.statusCode()).as("GET %s", path).isEqualTo(200);
        return answer.body();
    }

    /** Fills the form found on one page and sends it. */
    HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf(page));
        var body = all.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var answer = send(HttpRequest.newBuilder(URI.create(base + action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as("POST %s: %s", action, answer.body()).isEqualTo(200);
        return answer;
    }

    void upload(String partnership, String kind, String name, byte[] content) {
        var page = "/partnerships/" + partnership + "/documents";
        var parts = new LinkedHashMap<String, String>();
        parts.put("_csrf", csrf(page));
        parts.put("kind", kind);
        var answer = send(HttpRequest.newBuilder(URI.create(base + page))
                .header("Content-Type", "multipart/form-data; boundary=walk")
                .POST(multipart(parts, name, content)));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    byte[] download(String path) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Waits until a task of that name stands in the person's list. */
    String awaitTask(String name) {
        return await("the task " + name, () -> findTask(name));
    }

    Optional<String> findTask(String name) {
        var found = api("POST", "/task?maxResults=10", Map.of("name", name));
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        var tasks = json(found.body());
        return tasks.isEmpty()
                ? Optional.empty()
                : Optional.of(tasks.get(0).path("id").asText());
    }

    /** The full name of the first task that begins so. */
    Optional<String> findTaskLike(String beginning) {
        var found = json(api("POST", "/task?maxResults=10", Map.of("nameLike", beginning + "%"))
                .body());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(0).path("name").asText());
    }

    /** What the form of a task shows and begins with. */
    JsonNode formOf(String task) {
        var variables = api("GET", "/task/" + task + "/form-variables?deserializeValues=false", null);
        assertThat(variables.statusCode()).as(variables.body()).isEqualTo(200);
        return json(variables.body());
    }

    /** Does a task as Tasklist does and expects it to be taken. */
    void completes(String name, Map<String, Object> fields) {
        var answer = submits(awaitTask(name), fields);
        assertThat(answer.statusCode()).as("%s: %s", name, answer.body()).isBetween(200, 204);
    }

    /** Does a task as Tasklist does and expects a refusal; returns its sentence. */
    String isRefused(String name, Map<String, Object> fields) {
        var answer = submits(awaitTask(name), fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return json(answer.body()).path("message").asText();
    }

    HttpResponse<String> api(String method, String path, Object body) {
        return send(HttpRequest.newBuilder(URI.create(base + "/camunda/api/engine/engine/" + engine + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-XSRF-TOKEN", xsrf())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(write(body))));
    }

    static <T> T await(String what, Supplier<Optional<T>> question) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            pause();
        }
        throw new AssertionError("Waited in vain for " + what);
    }

    private HttpResponse<String> submits(String task, Map<String, Object> fields) {
        api("POST", "/task/" + task + "/claim", Map.of("userId", whoAmI()));
        var variables = new LinkedHashMap<String, Object>();
        fields.forEach((key, value) -> variables.put(key, variable(value)));
        return api("POST", "/task/" + task + "/submit-form", Map.of("variables", variables));
    }

    private String whoAmI() {
        var answer = send(HttpRequest.newBuilder(URI.create(base + "/camunda/api/admin/auth/user/" + engine))
                .header("Accept", "application/json")
                .GET());
        return json(answer.body()).path("userId").asText();
    }

    private static Map<String, Object> variable(Object value) {
        return value instanceof List<?> ? Map.of("type", "Json", "value", write(value)) : Map.of("value", value);
    }

    private String xsrf() {
        if (token().isEmpty()) {
            send(HttpRequest.newBuilder(URI.create(base + "/camunda/app/tasklist/" + engine + "/"))
                    .GET());
        }
        return token().orElse("");
    }

    private Optional<String> token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private String csrf(String page) {
        var field = CSRF.matcher(page(page));
        assertThat(field.find()).as("a form on %s", page).isTrue();
        return field.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static BodyPublisher multipart(Map<String, String> fields, String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        fields.forEach((key, value) -> body.writeBytes(
                ("--walk\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes()));
        body.writeBytes(("--walk\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes());
        body.writeBytes(content);
        body.writeBytes("\r\n--walk--\r\n".getBytes());
        return BodyPublishers.ofByteArray(body.toByteArray());
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
