package com.clario.playbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A colleague who signs in and reads our pages the way a browser does: redirects followed, files uploaded. */
public final class PageVisitor {

    private static final String BOUNDARY = "a-boundary-of-our-own";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String house;
    private String token = "";

    private PageVisitor(int port) {
        this.house = "http://localhost:" + port;
    }

    public static PageVisitor signedIn(int port, String person) throws Exception {
        var visitor = new PageVisitor(port);
        visitor.get("/login");
        visitor.post("/login", Map.of("username", person, "password", person));
        return visitor;
    }

    public HttpResponse<String> get(String path) throws Exception {
        return remember(client.send(request(path).build(), BodyHandlers.ofString()));
    }

    public HttpResponse<byte[]> download(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "", "&_csrf=" + token));
        return send(path, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> upload(String path, String kind, String name, byte[] content) throws Exception {
        var body = new ByteArrayOutputStream();
        part(body, "form-data; name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
        part(body, "form-data; name=\"kind\"", kind.getBytes(StandardCharsets.UTF_8));
        part(body, "form-data; name=\"file\"; filename=\"" + name + "\"", content);
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    /** Sends a form with several boxes of one name, or none. */
    public HttpResponse<String> postAll(String path, List<Map.Entry<String, String>> fields) throws Exception {
        String form = fields.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "", "&_csrf=" + token));
        return send(path, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(String path, String type, byte[] body) throws Exception {
        var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
        return remember(client.send(request.build(), BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(house + path)).header("Accept", "text/html");
    }

    private HttpResponse<String> remember(HttpResponse<String> answer) {
        var found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) throws IOException {
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
