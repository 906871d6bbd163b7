package com.clario.playbook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A partner's system that calls our interface over the wire. */
public final class TestCall {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String house;
    private final String key;

    private TestCall(int port, String key) {
        this.house = "http://localhost:" + port;
        this.key = key;
    }

    /** With this key, or with none. */
    public static TestCall with(int port, String key) {
        return new TestCall(port, key);
    }

    /** Reports one test activity of this id. */
    public HttpResponse<String> report(String id) {
        return post("{\"id\": \"%s\", \"type\": \"CONNECTED\", \"customer\": \"Test customer\", ".formatted(id)
                + "\"at\": \"2026-01-31T10:15:00+07:00\", \"test\": true}");
    }

    public HttpResponse<String> post(String json) {
        return send(request("/api/v1/activities")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(house + path));
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
