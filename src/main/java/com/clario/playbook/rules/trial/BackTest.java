package com.clario.playbook.rules.trial;

import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.check.Finding;
import com.clario.playbook.rules.check.Findings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All recorded decisions of a rule set judged by two contents.
 *
 * @param beforeSha256 the fingerprint of the content that is in force
 * @param afterSha256 the fingerprint of the content that is to come
 * @param total how many decisions there are to judge
 * @param done how many were judged so far
 * @param result what came out; empty until it is finished
 * @param error why it ended without a result; empty where it did not
 */
public record BackTest(
        long id,
        String ruleSet,
        String beforeSha256,
        String afterSha256,
        String startedBy,
        Instant startedAt,
        long total,
        long done,
        Instant finishedAt,
        Optional<Result> result,
        String error) {

    /** Whether it has ended, with a result or with an error. */
    public boolean finished() {
        return result.isPresent() || failed();
    }

    public boolean failed() {
        return !error.isEmpty();
    }

    public int percent() {
        return total == 0 ? 100 : (int) (done * 100 / total);
    }

    public long flipped() {
        return result.map(Result::flipped).orElse(0L);
    }

    public List<Flip> flips() {
        return result.map(Result::flips).orElse(List.of());
    }

    public long unreadable() {
        return result.map(Result::unread).orElse(0L);
    }

    /**
     * What came out; the counts are exact, the list of flips is not longer than it may be.
     *
     * @param judged decisions that both could judge
     * @param moved decisions whose verdict stays while other rows fire or other points come out
     * @param turns how often which verdict becomes which, such as {@code STRONG → POSSIBLE}
     * @param unreadable decisions nobody can judge today, by the reason why
     * @param flips the newest first
     */
    public record Result(
            long judged,
            long flipped,
            long moved,
            Map<String, Long> turns,
            Map<String, Long> unreadable,
            List<Flip> flips) {

        private static final JsonMapper JSON = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();

        /** What {@link #json()} wrote. */
        static Result read(String json) {
            try {
                return JSON.readValue(json, Result.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A back-test cannot be read", e);
            }
        }

        /** As it is kept. */
        String json() {
            try {
                return JSON.writeValueAsString(this);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A back-test cannot be kept", e);
            }
        }

        public long unread() {
            return unreadable.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * A recorded decision whose verdict changes.
     *
     * @param version the version that decided it then
     * @param recorded the verdict then
     * @param onlyBefore the rows that fired before only
     * @param onlyAfter the rows that fire after only
     * @param otherwise the rows that fire both times and put out something else
     */
    public record Flip(
            long decision,
            String subject,
            Instant at,
            int version,
            String recorded,
            String before,
            String after,
            List<String> onlyBefore,
            List<String> onlyAfter,
            List<String> otherwise) {}

    /** What the rules said: the rows in their order with what they put out, without what only explains them. */
    record Outcome(String verdict, Map<String, Map<String, String>> rows, Map<String, Integer> sums) {

        static final Outcome NONE = new Outcome("", Map.of(), Map.of());

        static Outcome of(Findings findings) {
            Map<String, Map<String, String>> rows = new LinkedHashMap<>();
            findings.list().forEach(finding -> rows.put(finding.row(), effects(finding)));
            return new Outcome(findings.verdict().orElse(Decision.UNDECIDED), rows, findings.sums());
        }

        private static Map<String, String> effects(Finding finding) {
            Map<String, String> effects = new HashMap<>(finding.values());
            effects.remove("note");
            return effects;
        }

        /** The rows that did not fire there. */
        List<String> beyond(Outcome other) {
            return rows.keySet().stream()
                    .filter(row -> !other.rows.containsKey(row))
                    .toList();
        }

        /** The rows that fired there as well and put out something else. */
        List<String> otherwise(Outcome other) {
            return rows.keySet().stream()
                    .filter(row ->
                            other.rows.containsKey(row) && !other.rows.get(row).equals(rows.get(row)))
                    .toList();
        }
    }
}
