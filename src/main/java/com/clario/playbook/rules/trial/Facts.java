package com.clario.playbook.rules.trial;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.check.CaseSheet;
import com.clario.playbook.rules.table.CellType;
import com.clario.playbook.rules.trial.Trials.Field;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.ReflectionUtils;

/** The facts of one case: as texts, as they are stored, and as the record the rules see. */
final class Facts {

    // What the record of today does not ask for any more is left out; what it asks for must be there.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    // What people write is a text; what was stored is of its kind already.
    private static final JsonMapper STRICT =
            JSON.rebuild().disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();

    private static final int LONGEST_SAID = 60;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

    private Facts() {}

    /** Reads what a person wrote; the refusal names the field and what it needs. */
    static Object read(RuleSet<?> set, Map<String, String> texts) {
        Map<String, String> checked = new LinkedHashMap<>();
        var gate = CaseSheet.of(set);
        Field.of(set).forEach(field -> checked.put(field.name(), text(field, texts.get(field.name()), gate)));
        try {
            return JSON.convertValue(checked, set.facts());
        } catch (IllegalArgumentException e) {
            throw new Refusal(blamed(set, e) + ": cannot be read as it is written", e);
        }
    }

    /** Within what the columns ask for, and through the gate of the cases: nothing else becomes a fact. */
    private static String text(Field field, String given, CaseSheet gate) {
        var text = given == null ? "" : given.strip();
        var needs = needs(field, text);
        if (!needs.isEmpty()) {
            throw new Refusal(field.label() + ": needs " + needs + (text.isEmpty() ? "" : ", not " + shortened(text)));
        }
        var unfit = gate.unfit(field.name(), text);
        if (!unfit.isEmpty()) {
            throw new Refusal(field.label() + ": " + unfit);
        }
        return text;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_SAID ? text.substring(0, LONGEST_SAID) + "…" : text;
    }

    private static String needs(Field field, String text) {
        return switch (field.kind()) {
            case YES_NO -> field.options().contains(text) ? "" : "yes or no";
            case CHOICE -> field.options().contains(text) ? "" : "one of " + said(field.options());
            case WHOLE ->
                WHOLE.matcher(text).matches() ? bounds(field, text) : "a whole number such as 1500, without dots";
            case DECIMAL ->
                NUMBER.matcher(text).matches()
                        ? bounds(field, text)
                        : "a number such as 12.5, with a point before the decimals";
            case TEXT -> text.isEmpty() ? "a text" : "";
            case MEASURE -> "";
        };
    }

    private static String said(List<String> options) {
        return options.stream().map(CellType.Options::spoken).collect(Collectors.joining(", "));
    }

    private static String bounds(Field field, String text) {
        var number = new BigDecimal(text);
        if (field.least() != null && number.compareTo(field.least()) < 0) {
            return "at least " + field.least().toPlainString();
        }
        return field.most() != null && number.compareTo(field.most()) > 0
                ? "at most " + field.most().toPlainString()
                : "";
    }

    private static String blamed(RuleSet<?> set, IllegalArgumentException e) {
        return e.getCause() instanceof JsonMappingException mapping
                ? Field.of(set).stream()
                        .filter(field -> field.name().equals(field(mapping)))
                        .map(Field::label)
                        .findFirst()
                        .orElse("One of the facts")
                : "One of the facts";
    }

    /** Reads what a decision kept; says in a sentence why the record of today cannot hold it. */
    static Object stored(Class<?> kind, String json) throws Unreadable {
        try {
            return STRICT.readValue(json, kind);
        } catch (JsonMappingException e) {
            throw new Unreadable("The fact " + field(e) + " was not kept then, or was of another kind");
        } catch (JsonProcessingException e) {
            throw new Unreadable("The facts are no JSON");
        }
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .findFirst()
                .orElse("as a whole");
    }

    /** The facts as texts, in the order of the record. */
    static Map<String, String> texts(Object facts) {
        Map<String, String> texts = new LinkedHashMap<>();
        JSON.convertValue(facts, new TypeReference<LinkedHashMap<String, Object>>() {})
                .forEach((name, fact) ->
                        texts.put(name, fact instanceof BigDecimal number ? number.toPlainString() : fact + ""));
        return texts;
    }

    /** What the rules see under this name: a component, or what the record works out of its components. */
    static Object value(Object facts, String field) {
        return ReflectionUtils.invokeMethod(ReflectionUtils.findMethod(facts.getClass(), field), facts);
    }

    /** A number among the facts; null where nobody measured it. */
    static BigDecimal number(Object facts, String field) {
        var value = value(facts, field);
        return value == null ? null : new BigDecimal(value.toString());
    }

    /**
     * The same facts with another number under this name. What is worked out of other facts is reached by moving one of
     * them, where that leads to exactly this number; empty where it does not.
     */
    static Optional<Object> reach(Object facts, String field, BigDecimal wanted) {
        var texts = texts(facts);
        if (texts.containsKey(field)) {
            return with(facts, field, wanted).filter(other -> reads(other, field, wanted));
        }
        var now = number(facts, field);
        if (now == null) {
            return Optional.empty();
        }
        return texts.entrySet().stream()
                .filter(each -> NUMBER.matcher(each.getValue()).matches())
                .flatMap(each -> moved(new BigDecimal(each.getValue()), now, wanted).stream()
                        .flatMap(number -> with(facts, each.getKey(), number).stream()))
                .filter(other -> reads(other, field, wanted))
                .findFirst();
    }

    private static List<BigDecimal> moved(BigDecimal component, BigDecimal now, BigDecimal wanted) {
        var distance = wanted.subtract(now);
        var scaled = now.signum() == 0
                ? component
                : component.multiply(wanted).divide(now, component.scale(), RoundingMode.HALF_UP);
        return List.of(component.add(distance), component.subtract(distance), scaled).stream()
                .filter(number -> number.signum() >= 0 || component.signum() < 0)
                .toList();
    }

    private static Optional<Object> with(Object facts, String component, BigDecimal number) {
        var texts = texts(facts);
        var plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        texts.put(component, plain);
        try {
            return Optional.of(JSON.convertValue(texts, facts.getClass()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean reads(Object facts, String field, BigDecimal wanted) {
        var number = number(facts, field);
        return number != null && number.compareTo(wanted) == 0;
    }

    /** Why facts of the past do not fit the record of today. */
    static final class Unreadable extends Exception {
        Unreadable(String sentence) {
            super(sentence, null, false, false);
        }
    }
}
