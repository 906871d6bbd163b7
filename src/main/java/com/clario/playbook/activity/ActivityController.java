package com.clario.playbook.activity;

import com.clario.playbook.access.key.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where partners' systems report activity; the key says for which partnership. */
@RestController
@RequestMapping(path = ActivityController.HERE, produces = MediaType.APPLICATION_JSON_VALUE)
class ActivityController {

    static final String HERE = "/api/v1/activities";

    private static final int LARGEST = 64 * 1024;

    private final Activities activities;
    private final LivePartnerships live;
    private final Clock clock;

    ActivityController(Activities activities, LivePartnerships live, Clock clock) {
        this.activities = activities;
        this.live = live;
        this.clock = clock;
    }

    /** An activity as we keep it: the same for whoever asks, however often. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kept(
            String id,
            ActivityType type,
            String customer,
            Instant at,
            boolean test,
            String amount,
            String currency,
            String partnership,
            String key,
            Instant receivedAt) {

        static Kept of(Activity activity) {
            var reported = activity.reported();
            var amount = reported.amount();
            var currency = amount == null ? null : amount.getCurrency().getCurrencyCode();
            return new Kept(
                    activity.id(),
                    reported.type(),
                    reported.customer(),
                    reported.at(),
                    reported.test(),
                    amount == null
                            ? null
                            : amount.getNumber()
                                    .numberValueExact(BigDecimal.class)
                                    .setScale(ActivityBody.DECIMALS.get(currency))
                                    .toPlainString(),
                    currency,
                    activity.partnership(),
                    activity.key(),
                    activity.receivedAt());
        }
    }

    /** The first of an id is kept (201); the same once more is the same answer (200); another of the same id is none. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Kept> report(@AuthenticationPrincipal Caller caller, HttpServletRequest request) throws IOException {
        var body = ActivityBody.read(bytes(request), clock.instant());
        var id = body.id();
        var reported = body.reported();
        var first = activities.find(caller.partnership(), id).isEmpty();
        if (first) {
            requireLive(caller.partnership(), reported.test());
            first = activities.add(caller.partnership(), id, caller.key(), reported);
        }
        var kept = activities.find(caller.partnership(), id).orElseThrow();
        if (!kept.reported().equals(reported)) {
            throw problem(
                    HttpStatus.CONFLICT,
                    "id: " + id + " was reported before with another content; what was reported first stays.",
                    "id");
        }
        return first
                ? ResponseEntity.created(URI.create(HERE + "/" + id)).body(Kept.of(kept))
                : ResponseEntity.ok(Kept.of(kept));
    }

    @GetMapping("/{id}")
    Kept trace(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return activities
                .find(caller.partnership(), id)
                .map(Kept::of)
                .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "You have reported no activity of this id.", "id"));
    }

    private void requireLive(String partnership, boolean test) {
        if (!test && !live.isLive(partnership)) {
            throw problem(
                    HttpStatus.FORBIDDEN,
                    "test: " + partnership + " is not live yet; until it is, send \"test\": true.",
                    "test");
        }
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        var bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        return bytes;
    }

    private static ErrorResponseException tooLarge() {
        return new ErrorResponseException(
                HttpStatus.PAYLOAD_TOO_LARGE,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than 64 KB; send one activity at a time."),
                null);
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence, String field) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("field", field);
        return new ErrorResponseException(status, problem, null);
    }
}
