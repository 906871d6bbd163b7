package com.clario.playbook.rules.trial;

import static com.clario.playbook.access.Groups.MANAGERS;

import com.clario.playbook.access.Person;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.engine.Typed;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.trail.Act;
import com.clario.playbook.rules.trail.Trail;
import com.clario.playbook.rules.trial.BackTest.Result;
import com.clario.playbook.rules.version.Content;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contents that run in shadow beside the version in force: they judge the facts of every decision that was recorded
 * since they began, so they neither slow a decision down nor change one.
 */
public class Challengers {

    private static final int MOST_LISTED = 200;
    private static final int LONGEST = 4000;
    private final JdbcClient jdbc;
    private final Recorded recorded;
    private final Snapshots snapshots;
    private final Trail trail;
    private final Clock clock;
    private final Supplier<Person> who;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    public Challengers(
            JdbcClient jdbc, Recorded recorded, Snapshots snapshots, Trail trail, Clock clock, Supplier<Person> who) {
        this.jdbc = jdbc;
        this.recorded = recorded;
        this.snapshots = snapshots;
        this.trail = trail;
        this.clock = clock;
        this.who = who;
    }

    /** A content in shadow. */
    public record Challenger(
            long id, String ruleSet, Content content, String startedBy, Instant startedAt, String why) {}

    /**
     * How a challenger stands against what was really decided.
     *
     * @param result counts are exact, lists hold the newest; what was before is what was recorded
     * @param problem why it cannot judge any more, such as other columns since; empty where it can
     */
    public record Standing(Challenger challenger, Result result, String problem) {

        /** How many decisions it has judged so far. */
        public long decided() {
            return result.judged();
        }

        public long differing() {
            return result.flipped();
        }

        /** How many keep their verdict and come out otherwise nevertheless. */
        public long moved() {
            return result.moved();
        }
    }

    /** Begins to run a content in shadow; one at a time for each rule set. */
    @Transactional
    public Challenger start(RuleSet<?> set, Content content, String why) {
        var person = manager();
        var reason = reason(why, "Running a draft in shadow needs a reason");
        snapshots.of(set, content);
        try {
            jdbc.sql("insert into playbook.rule_challenger"
                            + " (rule_set, content, started_by, started_at, why, running)"
                            + " values (:set, :content, :by, :at, :why, true)")
                    .param("set", set.name())
                    .param("content", content.json())
                    .param("by", person.id())
                    .param("at", now())
                    .param("why", reason)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal("Another draft of these rules runs in shadow already; end that one first", e);
        }
        trail.add(set.name(), person.id(), Act.CHALLENGER_STARTED, "", "", reason);
        return running(set).orElseThrow();
    }

    /** Ends the one that runs; what it said can be computed again at any time, so nothing is kept of it. */
    @Transactional
    public void end(RuleSet<?> set, String why) {
        var person = manager();
        var reason = reason(why, "Ending a draft's run in shadow needs a reason");
        var ended = jdbc.sql("update playbook.rule_challenger set running = null, ended_by = :by, ended_at = :at,"
                        + " end_why = :why where rule_set = :set and running")
                .param("by", person.id())
                .param("at", now())
                .param("why", reason)
                .param("set", set.name())
                .update();
        if (ended == 0) {
            throw new Refusal("No draft of these rules runs in shadow");
        }
        trail.add(set.name(), person.id(), Act.CHALLENGER_ENDED, "", "", reason);
    }

    public Optional<Challenger> running(RuleSet<?> set) {
        return jdbc.sql("select id, rule_set, content, started_by, started_at, why from playbook.rule_challenger"
                        + " where rule_set = :set and running")
                .param("set", set.name())
                .query((row, i) -> challenger(row))
                .optional();
    }

    /** How the one that runs stands so far, against the verdicts as they were recorded; judged again only after new ones. */
    public Optional<Standing> standing(RuleSet<?> set) {
        return running(set).map(challenger -> {
            var mark = new Mark(challenger.id(), counted(set.name(), challenger.startedAt()));
            var last = kept.get(set.name());
            if (last != null && last.mark().equals(mark)) {
                return last.standing();
            }
            var standing = standing(set, challenger);
            if (standing.problem().isEmpty()) {
                kept.put(set.name(), new Kept(mark, standing));
            }
            return standing;
        });
    }

    private Standing standing(RuleSet<?> set, Challenger challenger) {
        try {
            var base = snapshots.of(set, challenger.content()).base();
            var result = recorded.replay(set, challenger.startedAt(), null, base, MOST_LISTED, done -> {});
            return new Standing(challenger, result, "");
        } catch (Refusal e) {
            return new Standing(challenger, Result.NONE, e.getMessage());
        }
    }

    /** How many decisions there are since then, and the last of them: they may be stored in another order than numbered. */
    private record Counted(long number, long last) {}

    private Counted counted(String set, Instant since) {
        return jdbc.sql("select count(*) as decisions, coalesce(max(id), 0) as newest from playbook.decision"
                        + " where rule_set = :set and decided_at >= :since")
                .param("set", set)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, i) -> new Counted(row.getLong("decisions"), row.getLong("newest")))
                .single();
    }

    /** Which challenger stands so after which decisions. */
    private record Mark(long challenger, Counted decisions) {}

    private record Kept(Mark mark, Standing standing) {}

    private Person manager() {
        var person = who.get();
        if (!person.isIn(MANAGERS)) {
            throw new AccessDeniedException(person.id() + " is no manager");
        }
        return person;
    }

    private static String reason(String why, String refusal) {
        var said = Typed.words(why);
        if (said.isEmpty()) {
            throw new Refusal(refusal);
        }
        if (said.length() > LONGEST) {
            throw new Refusal("The reason may have at most " + LONGEST + " characters");
        }
        return said;
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Challenger challenger(ResultSet row) throws SQLException {
        return new Challenger(
                row.getLong("id"),
                row.getString("rule_set"),
                Content.read(row.getString("content")),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("why"));
    }
}
