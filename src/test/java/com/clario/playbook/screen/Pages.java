package com.clario.playbook.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.Playbook;
import com.clario.playbook.Visitor;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The pages of the house, found as people find them: from the board, link by link. */
final class Pages {

    /** A page as somebody comes to it, of all that look alike. */
    record Found(String person, String path, String kind) {

        @Override
        public String toString() {
            return person + " at " + path;
        }

        String picture() {
            return ("page " + (kind.equals("/") ? "board" : kind) + " " + person)
                    .replaceAll("[^A-Za-z0-9]+", "-")
                    .toLowerCase();
        }
    }

    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|data-drawing)=\"(/[^\"#]*)");
    private static final Pattern OTHERS = Pattern.compile("/(camunda|webjars|app)/.*");
    private static final Pattern PASSING =
            Pattern.compile("name=\"_csrf\" value=\"[^\"]*\"|(?s)<header class=\"navbar.*?</header>");

    /** The machines' interface is no page, and the way out comes by mail: the tests go there by themselves. */
    private static final List<String> NO_LINKS = List.of("/login", "/api/v1/activities/{id}", "/opt-out/{token}");

    private static final String CASE = "/partnerships/{code}";

    private final int port;
    private final List<PathPattern> patterns;
    private final Set<String> looks = new HashSet<>();
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Set<String> reached = new TreeSet<>();

    Pages(int port, RequestMappingHandlerMapping mapping) {
        this.port = port;
        this.patterns = mapping.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().getBeanType().getName().startsWith(Playbook.class.getPackageName()))
                .filter(one -> one.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(one -> one.getKey().getPathPatternsCondition().getPatterns().stream())
                .sorted()
                .toList();
    }

    /** Walks through the house as one person and keeps what nobody before has seen the same way. */
    Pages walk(String person, String... alsoLedTo) {
        var visitor = Visitor.signedIn(port, person);
        var waiting = new ArrayDeque<>(List.of("/"));
        waiting.addAll(List.of(alsoLedTo));
        var known = new HashSet<>(waiting);
        var counts = new HashMap<String, Integer>();
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            var kind = kind(path);
            if (counts.merge(kind, 1, Integer::sum) > (kind.equals(CASE) ? 12 : 2)) {
                continue;
            }
            var answer = visitor.get(path);
            assertThat(answer.statusCode())
                    .as("%s follows a link to %s", person, path)
                    .isEqualTo(200);
            reached.add(kind.replaceAll("\\?.*", ""));
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                remember(person, path, kind, answer.body());
                links(answer.body()).filter(known::add).forEach(waiting::add);
            }
        }
        return this;
    }

    private void remember(String person, String path, String kind, String body) {
        if (looks.add(PASSING.matcher(body).replaceAll(""))) {
            var key = kind + " " + person + (kind.equals(CASE) ? " " + path : "");
            found.putIfAbsent(key, new Found(person, path, kind.equals(CASE) ? path : kind));
        }
    }

    private Stream<String> links(String body) {
        return LINK.matcher(body)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .filter(path -> !OTHERS.matcher(path).matches());
    }

    /** The pattern of an address, with the names of what is asked behind it. */
    private String kind(String path) {
        var address = URI.create(path);
        var parsed = PathContainer.parsePath(address.getPath());
        var pattern = patterns.stream()
                .filter(one -> one.matches(parsed))
                .findFirst()
                .map(Pages::word)
                .orElse(path);
        var asked = address.getQuery() == null
                ? ""
                : Stream.of(address.getQuery().split("&"))
                        .map(one -> one.replaceAll("=.*", ""))
                        .collect(Collectors.joining("&", "?", ""));
        return pattern + asked;
    }

    private static String word(PathPattern pattern) {
        return pattern.getPatternString().replaceAll("\\{(\\w+):[^/]*", "{$1}");
    }

    Collection<Found> found() {
        return found.values();
    }

    /** Addresses of ours no link leads to. */
    List<String> neverReached() {
        return patterns.stream()
                .map(Pages::word)
                .filter(one -> !reached.contains(one) && !NO_LINKS.contains(one))
                .toList();
    }
}
