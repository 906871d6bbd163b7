package com.clario.playbook.identify;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.identify.research.Researches;
import com.clario.playbook.partnership.PartnershipClosed;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.Fired;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges candidates by what was found out, and knows who waits for a round. */
@Service
public class Candidates {

    static final String SELECTED = "SELECTED";
    static final String PARKED = "PARKED";
    static final String DECLINED = "DECLINED";

    static final String WAITING = "WAITING";

    /** Of a partnership that has ended before a round decided about it. */
    static final String GONE = "GONE";

    private final JdbcClient jdbc;
    private final Researches researches;
    private final Partnerships partnerships;
    private final Rules rules;
    private final RuleSet<FitFacts> fit;
    private final Priorities priorities;
    private final Timeline timeline;
    private final People people;
    private final Clock clock;

    Candidates(
            JdbcClient jdbc,
            Researches researches,
            Partnerships partnerships,
            Rules rules,
            RuleSet<FitFacts> fit,
            Priorities priorities,
            Timeline timeline,
            People people,
            Clock clock) {
        this.jdbc = jdbc;
        this.researches = researches;
        this.partnerships = partnerships;
        this.rules = rules;
        this.fit = fit;
        this.priorities = priorities;
        this.timeline = timeline;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A partnership whose fit has been judged.
     *
     * @param state {@code WAITING} for a round, or what became of it since
     * @param fit {@code STRONG}, {@code POSSIBLE} or {@code POOR}
     * @param decision the stored decision with the reasons
     * @param waitingSince null unless it waits
     * @param parkedUntil null unless it is parked
     */
    public record Candidate(
            String partnership,
            String state,
            String fit,
            int valueToUs,
            int valueToThem,
            long decision,
            Instant waitingSince,
            LocalDate parkedUntil) {}

    /** Everybody who waits for a round, the longest first; who is paused takes no part. */
    public List<Candidate> waiting() {
        return jdbc
                .sql("select * from playbook.candidate where state = 'WAITING' order by waiting_since, partnership")
                .query(Candidates::candidate)
                .list()
                .stream()
                .filter(one -> partnerships.get(one.partnership()).going())
                .toList();
    }

    /** Everybody a round has parked, whoever wakes up first before the others. */
    public List<Candidate> parked() {
        return jdbc.sql("select * from playbook.candidate where state = 'PARKED' order by parked_until, partnership")
                .query(Candidates::candidate)
                .list();
    }

    public Optional<Candidate> find(String partnership) {
        return jdbc.sql("select * from playbook.candidate where partnership = ?")
                .param(partnership)
                .query(Candidates::candidate)
                .optional();
    }

    Candidate get(String partnership) {
        return find(partnership)
                .orElseThrow(() -> new Refusal("The fit of " + partnership + " has not been judged yet."));
    }

    /** Judges the newest research by the rules; what they leave open is possible, so that a manager decides. */
    @Transactional
    String score(String code) {
        var partnership = partnerships.get(code);
        var research = researches
                .newest(code)
                .orElseThrow(() -> new Refusal("There is no research of " + partnership.partnerName() + " yet."));
        var facts = research.facts(partnerships.partner(code).type(), partnership.model());
        var decision = rules.decide(fit, facts, code);
        var verdict = decision.undecided() ? FitFacts.POSSIBLE : decision.verdict();
        save(code, decision, verdict);
        timeline.add(code, "identify", "Fit: " + inWords(verdict, decision), reasons(decision.fired()));
        return verdict;
    }

    /** A manager's word on a candidate the rules call possible. */
    @Transactional
    String confirm(String code, boolean confirmed, String reason) {
        requireManager();
        if (reason == null || reason.isBlank()) {
            throw new Refusal("Reason: say why you decide so; it is shown on the case.");
        }
        set(code, confirmed ? WAITING : DECLINED, null);
        timeline.add(code, "identify", confirmed ? "Fit confirmed: goes to the round" : "Declined: not a fit", reason);
        return confirmed ? "CONFIRMED" : DECLINED;
    }

    /** Puts a parked candidate back into the wait, or has it researched again where the rules find it too old. */
    @Transactional
    String wakeUp(String code) {
        var decision = priorities.judge(get(code));
        if (Priorities.tooOld(decision)) {
            timeline.add(code, "identify", "To be researched again", reasons(decision.fired("verdict")));
            return "STALE";
        }
        set(code, WAITING, null);
        timeline.add(code, "identify", "Waits for the next round again", null);
        return "FRESH";
    }

    /** Whoever ends while it waits or is parked leaves the wait, in the same transaction. */
    @EventListener
    void closed(PartnershipClosed news) {
        jdbc.sql("update playbook.candidate set state = ?, waiting_since = null, parked_until = null "
                        + "where partnership = ? and state in (?, ?, ?)")
                .params(GONE, news.code(), WAITING, PARKED, FitFacts.POSSIBLE)
                .update();
    }

    /**
     * Holds these candidates until the transaction ends and tells who of them no longer waits. Whoever ends a
     * partnership changes its row first, so that is what everybody queues for, in one order.
     */
    Set<String> holdAndFindGone(List<String> codes) {
        var gone = new HashSet<String>();
        codes.stream().sorted().forEach(code -> {
            jdbc.sql("select code from playbook.partnership where code = ? for update")
                    .param(code)
                    .query(String.class)
                    .single();
            if (find(code).filter(one -> one.state().equals(WAITING)).isEmpty()
                    || !partnerships.get(code).open()) {
                gone.add(code);
            }
        });
        return gone;
    }

    /** What a round decided about a candidate. */
    void decided(String code, String choice, LocalDate parkedUntil) {
        set(code, choice, parkedUntil);
    }

    void requireManager() {
        if (!people.currentIsIn(Groups.MANAGERS)) {
            throw new Refusal("Only a manager decides which candidates go on.");
        }
    }

    /** The decision's sentence: verdict and both sums. */
    static String inWords(String verdict, Decision decision) {
        return verdict.toLowerCase(Locale.ENGLISH) + ", value to us " + decision.sum(FitFacts.US) + ", value to them "
                + decision.sum(FitFacts.THEM);
    }

    private static String reasons(List<Fired> rows) {
        var all = rows.stream().map(row -> row.row() + ": " + row.reason()).collect(Collectors.joining("; "));
        return all.length() <= 2000 ? all : all.substring(0, 1999) + "…";
    }

    private void save(String code, Decision decision, String verdict) {
        jdbc.sql("delete from playbook.candidate where partnership = ?")
                .param(code)
                .update();
        jdbc.sql("insert into playbook.candidate "
                        + "(partnership, state, fit, value_to_us, value_to_them, decision) values (?, ?, ?, ?, ?, ?)")
                .params(code, verdict, verdict, decision.sum(FitFacts.US), decision.sum(FitFacts.THEM), decision.id())
                .update();
        if (verdict.equals(FitFacts.STRONG)) {
            set(code, WAITING, null);
        }
    }

    private void set(String code, String state, LocalDate parkedUntil) {
        jdbc.sql("update playbook.candidate set state = ?, waiting_since = ?, parked_until = ? where partnership = ?")
                .param(state)
                .param(WAITING.equals(state) ? OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)) : null)
                .param(parkedUntil)
                .param(code)
                .update();
    }

    private static Candidate candidate(ResultSet row, int n) throws SQLException {
        var since = row.getObject("waiting_since", OffsetDateTime.class);
        return new Candidate(
                row.getString("partnership"),
                row.getString("state"),
                row.getString("fit"),
                row.getInt("value_to_us"),
                row.getInt("value_to_them"),
                row.getLong("decision"),
                since == null ? null : since.toInstant(),
                row.getObject("parked_until", LocalDate.class));
    }
}
