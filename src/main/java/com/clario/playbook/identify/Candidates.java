package com.clario.playbook.identify;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.partner.Criterion;
import com.clario.playbook.partner.Fact;
import com.clario.playbook.partner.Partners;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.RuleSet;
import com.clario.playbook.rules.Rules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges candidates by what was found out, and knows who waits for a round. */
@Service
public class Candidates {

    static final String SELECTED = "SELECTED";
    static final String PARKED = "PARKED";
    static final String DECLINED = "DECLINED";

    private static final String WAITING = "WAITING";

    private final JdbcClient jdbc;
    private final Researches researches;
    private final Partnerships partnerships;
    private final Partners partners;
    private final Rules rules;
    private final RuleSet<FitFacts> fit;
    private final Timeline timeline;
    private final People people;
    private final BusinessDays days;
    private final Clock clock;

    Candidates(
            JdbcClient jdbc,
            Researches researches,
            Partnerships partnerships,
            Partners partners,
            Rules rules,
            RuleSet<FitFacts> fit,
            Timeline timeline,
            People people,
            BusinessDays days,
            Clock clock) {
        this.jdbc = jdbc;
        this.researches = researches;
        this.partnerships = partnerships;
        this.partners = partners;
        this.rules = rules;
        this.fit = fit;
        this.timeline = timeline;
        this.people = people;
        this.days = days;
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
                .filter(one -> takesPart(partnerships.get(one.partnership())))
                .toList();
    }

    private static boolean takesPart(Partnership partnership) {
        return partnership.open() && !partnership.paused();
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

    /** Keeps the research and brings the catalogue up to date with it. */
    @Transactional
    void keep(Research research) {
        var partnership = partnerships.get(research.partnership());
        researches.add(research);
        for (var criterion : Criterion.values()) {
            partners.know(fact(partnership.partner(), research, criterion));
        }
        var proven =
                List.of(Criterion.values()).stream().filter(research::proven).count();
        timeline.add(
                partnership.code(),
                "identify",
                "Researched: " + proven + " of " + Criterion.values().length + " answers have a source",
                null);
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
        timeline.add(code, "identify", "Fit: " + inWords(verdict, decision), reasons(decision));
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

    /** Puts a parked candidate back into the wait, or has it researched again where too much time has passed. */
    @Transactional
    String wakeUp(String code) {
        var fresh =
                researches.newest(code).filter(one -> one.isFresh(days.today())).isPresent();
        if (fresh) {
            set(code, WAITING, null);
            timeline.add(code, "identify", "Waits for the next round again", null);
        } else {
            timeline.add(
                    code,
                    "identify",
                    "To be researched again",
                    "The research is older than " + Research.FRESH_DAYS + " days.");
        }
        return fresh ? "FRESH" : "STALE";
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

    private static String reasons(Decision decision) {
        var all = String.join("; ", decision.reasons());
        return all.length() <= 2000 ? all : all.substring(0, 1999) + "…";
    }

    private static Fact fact(String partner, Research research, Criterion criterion) {
        var evidence = research.newest(criterion);
        return new Fact(
                partner,
                criterion.word(),
                research.worth(criterion),
                evidence.map(Research.Evidence::source).orElse(null),
                evidence.map(Research.Evidence::on).orElse(research.on()),
                evidence.map(Research.Evidence::note).orElse(null));
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
