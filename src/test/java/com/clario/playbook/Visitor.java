package com.clario.playbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody in front of the running house, with a browser's cookies and nothing more. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String BOUNDARY = "a-boundary-of-our-own";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private final String house;
    private final String engine;
    private String token = "";

    private Visitor(String house, String engine, Redirect redirects) {
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(redirects)
                .build();
        this.house = house;
        this.engine = engine;
    }

    /** A stranger to whom every redirect is an answer. */
    public Visitor(int port, String engine) {
        this("http://localhost:" + port, engine, Redirect.NEVER);
    }

    /** One of the demo's people, led on by redirects as in a browser. */
    public static Visitor signedIn(int port, String person) {
        return signedIn("http://localhost:" + port, "default", person);
    }

    /** One JVM may run several systems: whoever calls the engine has to say which one is meant. */
    public static Visitor signedIn(String house, String engine, String person) {
        var visitor = new Visitor(house, engine, Redirect.NORMAL);
        var answer = visitor.signIn(person, person);
        if (answer.statusCode() != 200 || answer.uri().getPath().equals("/login")) {
            throw new AssertionError(person + " is not let in: " + answer.statusCode() + " " + answer.uri());
        }
        return visitor;
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
        return read(page(path).GET());
    }

    public HttpResponse<byte[]> download(String path) {
        return send(page(path).GET(), BodyHandlers.ofByteArray());
    }

    /** Sends a form of ours, with the token that stands on the page it is on. */
    public HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
        get(page);
        return post(path, fields);
    }

    /** Sends a form with the token last seen. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return postAll(path, List.copyOf(fields.entrySet()));
    }

    /** Sends a form with several boxes of one name, or none. */
    public HttpResponse<String> postAll(String path, List<Map.Entry<String, String>> fields) {
        var form = fields.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&", "", "&_csrf=" + encode(token)));
        return read(page(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> upload(String path, String kind, String name, byte[] content) {
        return upload(path, Map.of("kind", kind), name, content);
    }

    /** Sends a form with a file, which stands in its field {@code file}. */
    public HttpResponse<String> upload(String path, Map<String, String> fields, String name, byte[] content) {
        var body = new ByteArrayOutputStream();
        part(body, "form-data; name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
        fields.forEach((field, text) ->
                part(body, "form-data; name=\"" + field + "\"", text.getBytes(StandardCharsets.UTF_8)));
        part(body, "form-data; name=\"file\"; filename=\"" + name + "\"", content);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return read(page(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Sends JSON as a script on a page of ours does, with the token last seen. */
    public HttpResponse<String> put(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .header("X-CSRF-TOKEN", token)
                        .PUT(BodyPublishers.ofString(json)),
                BodyHandlers.ofString());
    }

    /** Calls the engine's interface as the Tasklist does; the path begins after the engine's name. */
    public HttpResponse<String> call(String method, String path, String json) {
        if (cookie("XSRF-TOKEN").isEmpty()) {
            openTasklist();
        }
        return callAnything(method, "/camunda/api/engine/engine/" + engine + path, json);
    }

    public HttpResponse<String> callAnything(String method, String path, String json) {
        var body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse("none"))
                .method(method, body);
        return send(request, BodyHandlers.ofString());
    }

    private Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpRequest.Builder page(String path) {
        return request(path).header("Accept", "text/html, */*;q=0.8");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(house + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> read(HttpRequest.Builder request) {
        var answer = send(request, BodyHandlers.ofString());
        var found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> reader) {
        try {
            return client.send(request.build(), reader);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
