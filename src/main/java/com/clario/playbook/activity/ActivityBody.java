package com.clario.playbook.activity;

import com.clario.playbook.activity.Activity.Reported;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.javamoney.moneta.Money;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Reads what a partner's system sent, strictly: whatever is wrong is named with its field, and nothing is guessed. */
final class ActivityBody {

    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    /** How many decimals a currency has here; the rupiah none. */
    static final Map<String, Integer> DECIMALS = Map.of("IDR", 0, "USD", 2, "SGD", 2, "MYR", 2);

    private static final List<String> FIELDS = List.of("id", "type", "customer", "at", "test", "amount", "currency");
    private static final int LONGEST_CUSTOMER = 120;
    private static final long CLOCKS_DIFFER_MINUTES = 5;
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    /** Control characters and half letters: PostgreSQL cannot store them, nobody's name holds them. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,4})?");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode body;
    private final Instant now;

    private ActivityBody(JsonNode body, Instant now) {
        this.body = body;
        this.now = now;
    }

    static ActivityBody read(byte[] bytes, Instant now) {
        var body = new ActivityBody(json(bytes), now);
        body.refuseUnknownFields();
        return body;
    }

    String id() {
        var id = text("id");
        if (!ID.matcher(id).matches()) {
            throw wrong("id", "use up to 64 letters, digits and . _ : - such as order-4711");
        }
        return id;
    }

    Reported reported() {
        var type = type();
        return new Reported(type, customer(), at(), test(), type.moved() ? amount() : none(type));
    }

    private ActivityType type() {
        var type = text("type");
        return Arrays.stream(ActivityType.values())
                .filter(one -> one.name().equals(type))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "type",
                        "use one of "
                                + Arrays.stream(ActivityType.values())
                                        .map(ActivityType::name)
                                        .collect(Collectors.joining(", "))));
    }

    private String customer() {
        var customer = text("customer").strip();
        if (customer.isEmpty() || customer.length() > LONGEST_CUSTOMER) {
            throw wrong("customer", "use 1 to " + LONGEST_CUSTOMER + " characters");
        }
        if (UNSTORABLE.matcher(customer).find()) {
            throw wrong("customer", "it holds characters that cannot be stored");
        }
        return customer;
    }

    private Instant at() {
        try {
            var at = OffsetDateTime.parse(text("at")).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (at.isAfter(now.plus(CLOCKS_DIFFER_MINUTES, ChronoUnit.MINUTES))) {
                throw wrong("at", "this moment is still to come");
            }
            if (at.isBefore(LONG_AGO)) {
                throw wrong("at", "this moment is before the year 2000");
            }
            return at;
        } catch (DateTimeParseException unreadable) {
            throw wrong("at", "write date, time and zone like 2026-12-01T10:15:00+07:00");
        }
    }

    private boolean test() {
        var test = body.path("test");
        if (!test.isMissingNode() && !test.isBoolean()) {
            throw wrong("test", "use true or false, without quotes, or leave it out");
        }
        return test.asBoolean();
    }

    private MonetaryAmount amount() {
        var written = text("amount");
        if (!AMOUNT.matcher(written).matches() || new BigDecimal(written).signum() == 0) {
            throw wrong("amount", "write a number above 0 in quotes, such as \"200000\" or \"12.50\"");
        }
        var currency = text("currency");
        var decimals = DECIMALS.get(currency);
        if (decimals == null) {
            throw wrong(
                    "currency",
                    "use one of " + DECIMALS.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        var number = new BigDecimal(written);
        if (number.stripTrailingZeros().scale() > decimals) {
            throw wrong("amount", currency + " has " + (decimals == 0 ? "no" : decimals) + " decimals here");
        }
        return Money.of(number, currency);
    }

    private MonetaryAmount none(ActivityType type) {
        for (var field : List.of("amount", "currency")) {
            if (body.has(field)) {
                throw wrong(field, "leave it out: no money belongs to " + type);
            }
        }
        return null;
    }

    private String text(String field) {
        var value = body.path(field);
        if (value.isMissingNode()) {
            throw wrong(field, "it is missing");
        }
        if (!value.isTextual()) {
            throw wrong(field, "write it as text, in quotes");
        }
        return value.textValue();
    }

    private void refuseUnknownFields() {
        body.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                var shown = field.substring(0, Math.min(field.length(), 40));
                throw wrong(shown, "this field is not known; known are " + String.join(", ", FIELDS));
            }
        });
    }

    private static JsonNode json(byte[] bytes) {
        try {
            var body = JSON.readTree(bytes);
            if (body == null || !body.isObject()) {
                throw problem("The body is no JSON object such as {\"id\": \"order-4711\", …}.");
            }
            return body;
        } catch (JsonProcessingException unreadable) {
            var place = unreadable.getLocation();
            throw problem("The body is no readable JSON"
                    + (place == null
                            ? "."
                            : ": look at line " + place.getLineNr() + ", column " + place.getColumnNr()
                                    + "; a field may stand there only once."));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ErrorResponseException problem(String sentence) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, sentence), null);
    }

    private static ErrorResponseException wrong(String field, String what) {
        var problem = problem(field + ": " + what + ".");
        problem.getBody().setProperty("field", field);
        return problem;
    }
}
