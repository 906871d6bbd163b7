package com.clario.playbook.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A person at work through the public doors: reads our pages and does tasks the way Tasklist does. */
final class Worker {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Visitor visitor;
    private final String name;

    Worker(String house, String engine, String name) {
        this.visitor = Visitor.signedIn(house, engine, name);
        this.name = name;
    }

    /** A page as the person reads it. */
    String page(String path) {
        return taken("GET " + path, visitor.get(path));
    }

    /** Fills the form found on one page, sends it and reads what follows. */
    String submit(String page, String action, Map<String, String> fields) {
        page(page);
        return taken("POST " + action, visitor.post(action, fields));
    }

    void upload(String partnership, String kind, String file, byte[] content) {
        var page = "/partnerships/" + partnership + "/documents";
        page(page);
        assertThat(taken("POST " + page, visitor.upload(page, kind, file, content)))
                .contains("Stored: " + file);
    }

    private static String taken(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Waits until a task of that name stands in the person's list. */
    String awaitTask(String task) {
        return await("the task " + task, () -> findTask(task));
    }

    Optional<String> findTask(String task) {
        return first(Map.of("name", task)).map(found -> found.path("id").asText());
    }

    /** The full name of the first task that begins so. */
    Optional<String> findTaskLike(String beginning) {
        return first(Map.of("nameLike", beginning + "%"))
                .map(found -> found.path("name").asText());
    }

    private Optional<JsonNode> first(Map<String, String> query) {
        var found = read(call("POST", "/task?maxResults=10", query));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** What the form of a task shows and begins with. */
    JsonNode formOf(String task) {
        return read(call("GET", "/task/" + task + "/form-variables?deserializeValues=false", null));
    }

    /** Does a task as Tasklist does and expects it to be taken. */
    void completes(String task, Map<String, Object> fields) {
        var answer = submits(awaitTask(task), fields);
        assertThat(answer.statusCode()).as("%s: %s", task, answer.body()).isBetween(200, 204);
    }

    /** Does a task as Tasklist does and expects a refusal; returns its sentence. */
    String isRefused(String task, Map<String, Object> fields) {
        var answer = submits(awaitTask(task), fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return json(answer.body()).path("message").asText();
    }

    private HttpResponse<String> submits(String task, Map<String, Object> fields) {
        call("POST", "/task/" + task + "/claim", Map.of("userId", name));
        var variables = new LinkedHashMap<String, Object>();
        fields.forEach((key, value) -> variables.put(key, variable(value)));
        return call("POST", "/task/" + task + "/submit-form", Map.of("variables", variables));
    }

    private static Map<String, Object> variable(Object value) {
        return value instanceof List<?> ? Map.of("type", "Json", "value", write(value)) : Map.of("value", value);
    }

    private HttpResponse<String> call(String method, String path, Object body) {
        return visitor.call(method, path, body == null ? null : write(body));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
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

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
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
