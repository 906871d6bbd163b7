package com.clario.playbook.rules.trial;

import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.check.Findings;
import com.clario.playbook.rules.trial.Recorded.Case;
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
import java.util.Set;
import java.util.TreeMap;

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

    public long moved() {
        return result.map(Result::moved).orElse(0L);
    }

    public List<Flip> moves() {
        return result.map(Result::moves).orElse(List.of());
    }

    public long unreadable() {
        return result.map(Result::unread).orElse(0L);
    }

    /**
     * What came out; the counts are exact, the lists are not longer than they may be.
     *
     * @param judged decisions that both could judge
     * @param moved decisions whose verdict stays while other rows fire, or other sums or answers come out
     * @param turns how often which verdict becomes which, such as {@code STRONG → POSSIBLE}
     * @param unreadable decisions nobody can judge today, by the reason why
     * @param flips the newest first
     * @param moves those whose verdict stays, the newest first
     */
    public record Result(
            long judged,
            long flipped,
            long moved,
            Map<String, Long> turns,
            Map<String, Long> unreadable,
            List<Flip> flips,
            List<Flip> moves) {

        static final Result NONE = new Result(0, 0, 0, Map.of(), Map.of(), List.of(), List.of());

        private static final JsonMapper JSON = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();

        /** One that was kept by an earlier release has no moves. */
        public Result {
            moves = moves == null ? List.of() : moves;
        }

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
     * A recorded decision that comes out otherwise: with another verdict, or with the same by other rows, sums or answers.
     *
     * @param version the version that decided it then
     * @param recorded the verdict then
     * @param onlyBefore the rows that fired before only
     * @param onlyAfter the rows that fire after only
     * @param otherwise the rows that fire both times and put out something else
     * @param besideBefore what came out beside the verdict, by name
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
            List<String> otherwise,
            Map<String, String> besideBefore,
            Map<String, String> besideAfter) {

        /** One that was kept by an earlier release says nothing beside the verdict. */
        public Flip {
            besideBefore = besideBefore == null ? Map.of() : besideBefore;
            besideAfter = besideAfter == null ? Map.of() : besideAfter;
        }

        static Flip of(Case one, Outcome before, Outcome after) {
            return new Flip(
                    one.id(),
                    one.subject(),
                    one.at(),
                    one.version(),
                    one.was().verdict(),
                    before.verdict(),
                    after.verdict(),
                    before.beyond(after),
                    after.beyond(before),
                    before.otherwise(after),
                    before.beside(),
                    after.beside());
        }
    }

    /** What the rules said: the rows in their order with what they put out, without what only explains them. */
    record Outcome(String verdict, Map<String, Map<String, String>> rows, Map<String, Integer> sums) {

        private static final Set<String> NOT_BESIDE = Set.of("verdict", "evidence", "proven");

        static Outcome of(Findings findings) {
            var outcome =
                    new Outcome(findings.verdict().orElse(Decision.UNDECIDED), new LinkedHashMap<>(), findings.sums());
            findings.list().forEach(finding -> outcome.add(finding.row(), finding.values()));
            return outcome;
        }

        void add(String row, Map<String, String> values) {
            Map<String, String> effects = new HashMap<>(values);
            effects.remove("note");
            rows.put(row, effects);
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

        /** The sums, and of each answer the first that a row gave. */
        Map<String, String> beside() {
            Map<String, String> beside = new TreeMap<>();
            rows.values().forEach(values -> values.forEach(beside::putIfAbsent));
            beside.keySet().removeAll(NOT_BESIDE);
            sums.forEach((sum, points) -> beside.put(sum, points.toString()));
            return beside;
        }
    }
}
