package com.clario.playbook;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody in front of the running system, with a browser's cookies and nothing more. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String house;
    private final String engine;

    public Visitor(int port, String engine) {
        this.house = "http://localhost:" + port;
        this.engine = engine;
    }

    public HttpResponse<String> signIn(String id, String password) {
        return submit("/login", "/login", Map.of("username", id, "password", password));
    }

    /** Signs in one of the demo's people and opens the Tasklist once, as a browser would. */
    public Visitor as(String id) {
        signIn(id, id);
        openTasklist();
        return this;
    }

    public HttpResponse<String> openTasklist() {
        return get("/camunda/app/tasklist/" + engine + "/");
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form of ours, with the token that stands on the page it is on. */
    public HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
        var token = CSRF.matcher(get(page).body());
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var withToken = token.find() ? body + "&_csrf=" + encode(token.group(1)) : body;
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(withToken)));
    }

    /** Calls the engine's interface as the Tasklist does; the path begins after the engine's name. */
    public HttpResponse<String> call(String method, String path, String json) {
        return callAnything(method, "/camunda/api/engine/engine/" + engine + path, json);
    }

    public HttpResponse<String> callAnything(String method, String path, String json) {
        var body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(method, body));
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("none");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(house + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
