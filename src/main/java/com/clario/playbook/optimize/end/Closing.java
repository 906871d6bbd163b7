package com.clario.playbook.optimize.end;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.document.Document;
import com.clario.playbook.document.Documents;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.Credentials;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.negotiation.money.Amounts;
import com.clario.playbook.optimize.action.Action;
import com.clario.playbook.optimize.action.Actions;
import com.clario.playbook.optimize.end.WindDown.Balance;
import com.clario.playbook.optimize.end.WindDown.Settlement;
import com.clario.playbook.optimize.review.MonthlyReview;
import com.clario.playbook.optimize.review.Reviews;
import com.clario.playbook.optimize.review.Said;
import com.clario.playbook.optimize.review.Trend;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What comes after the last day: access ends, finance settles the accounts, and what is kept is written down. */
@Component
@Transactional
class Closing {

    private static final long MOST = 1_000_000_000_000L;
    private static final String UPLOADED = "UPLOADED";
    private static final String NOT_DUE = "NOT_DUE";

    private final WindDowns windDowns;
    private final NoticeDesk notices;
    private final Credentials credentials;
    private final Documents documents;
    private final Reviews reviews;
    private final Actions actions;
    private final TermsVersions terms;
    private final Partnerships partnerships;
    private final EndPapers papers;
    private final People people;
    private final Timeline timeline;
    private final BusinessDays days;
    private final Clock clock;

    Closing(
            WindDowns windDowns,
            NoticeDesk notices,
            Credentials credentials,
            Documents documents,
            Reviews reviews,
            Actions actions,
            TermsVersions terms,
            Partnerships partnerships,
            EndPapers papers,
            People people,
            Timeline timeline,
            BusinessDays days,
            Clock clock) {
        this.windDowns = windDowns;
        this.notices = notices;
        this.credentials = credentials;
        this.documents = documents;
        this.reviews = reviews;
        this.actions = actions;
        this.terms = terms;
        this.partnerships = partnerships;
        this.papers = papers;
        this.people = people;
        this.timeline = timeline;
        this.days = days;
        this.clock = clock;
    }

    /** Ends the partner's access; not a day before the last one is over, whatever the drawing says. */
    void revoke(String code) {
        var one = notices.current(code);
        if (!one.over(days.today())) {
            throw new Refusal("The last day is not over, so the partner's access cannot be ended yet.");
        }
        if (one.revokedAt() == null) {
            credentials.revoke(
                    code, "The partnership ended on " + Shown.day(one.lastDay().orElseThrow()));
            windDowns.revoked(one);
            timeline.add(code, MonthlyReview.STAGE, "The partner's access is ended", null);
        }
    }

    String show(String code) {
        var one = notices.current(code);
        var shown = Shown.of(
                        partnerships.get(code),
                        "The partnership's last day was "
                                + Shown.day(one.lastDay().orElseThrow())
                                + ". Say who owes whom, and store the final statement on the documents page.")
                .with("trend", new Trend(reviews.of(code)).lines())
                .fact("Last day", one.lastDay().orElseThrow())
                .fact("Customers", one.notice().customers());
        terms.signed(code).ifPresent(version -> version.terms().lines().forEach(shown::fact));
        return shown.json();
    }

    /** Keeps what finance says of the accounts; a final statement is there, or somebody says why none is due. */
    void settle(String code, String balance, Long amount, String statement, String note) {
        people.requireOneOf(Groups.FINANCE);
        var one = windDowns.held(code).orElseThrow(() -> new Refusal("No wind-down is under way."));
        if (one.revokedAt() == null) {
            throw new Refusal("The partner's access is not ended yet; accounts are settled after that.");
        }
        if (one.settlement() != null) {
            throw new Refusal("The accounts are settled already.");
        }
        var owes = balance(balance);
        var settlement = new Settlement(
                owes,
                amount(owes, amount),
                statement(one, statement),
                Said.text("Note", note, 1000),
                people.current().id(),
                clock.instant());
        windDowns.settle(one, settlement);
        timeline.add(code, MonthlyReview.STAGE, "Accounts settled: " + line(settlement), settlement.note());
    }

    private static Balance balance(String given) {
        return Stream.of(Balance.values())
                .filter(one -> one.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new Refusal("Balance: choose who owes whom."));
    }

    private static MonetaryAmount amount(Balance balance, Long amount) {
        if (balance == Balance.NOTHING) {
            if (amount != null && amount != 0) {
                throw new Refusal("Amount: nobody owes anything, so leave it empty or say who does.");
            }
            return null;
        }
        if (amount == null || amount < 1 || amount > MOST) {
            throw new Refusal("Amount: enter an amount from " + Amounts.shown(Amounts.rupiah(1)) + " to "
                    + Amounts.shown(Amounts.rupiah(MOST)) + ".");
        }
        return Amounts.rupiah(amount);
    }

    private Long statement(WindDown one, String given) {
        if (NOT_DUE.equals(given)) {
            return null;
        }
        if (!UPLOADED.equals(given)) {
            throw new Refusal("Final statement: say whether it is stored or none is due.");
        }
        return documents
                .latest(one.partnership(), Documents.FINAL_STATEMENT)
                .filter(document -> document.id() > one.letter())
                .map(Document::id)
                .orElseThrow(() -> new Refusal("Final statement: store it as “Final statement” on the documents page"
                        + " first, or say that none is due."));
    }

    static String line(Settlement settlement) {
        return settlement.balance().label()
                + (settlement.amount() == null ? "" : " " + Amounts.shown(settlement.amount()))
                + (settlement.statement() == null ? ", no final statement due" : ", final statement stored");
    }

    /** Writes down what was kept where, as a document of the case; answers how the partnership ended. */
    String archive(String code) {
        var one = notices.current(code);
        if (one.settlement() == null) {
            throw new Refusal("The accounts are not settled, so the partnership cannot be archived.");
        }
        if (one.summary() == null) {
            var summary = documents.store(
                    code, Documents.CLOSING_SUMMARY, "Summary " + code + ".pdf", papers.summary(facts(one)));
            windDowns.archived(one, summary.id());
            timeline.add(
                    code,
                    MonthlyReview.STAGE,
                    "Archived: " + summary.name() + " says what was kept",
                    "Terms, documents, reviews, decisions and this timeline stay readable on the page of the case");
        }
        return one.cause().name();
    }

    private Map<String, Object> facts(WindDown one) {
        var code = one.partnership();
        var facts = new HashMap<String, Object>();
        facts.put("code", code);
        facts.put("partner", partnerships.get(code).partnerName());
        facts.put("model", partnerships.get(code).model().label());
        facts.put("started", Shown.day(partnerships.get(code).startedOn()));
        facts.put("lastDay", Shown.day(one.lastDay().orElseThrow()));
        facts.put("date", Shown.day(days.today()));
        facts.put("end", one);
        facts.put("accounts", line(one.settlement()));
        facts.put("versions", terms.versions(code));
        facts.put("trend", new Trend(reviews.of(code)).all());
        facts.put("openActions", actions.open(code).stream().map(Action::line).toList());
        facts.put("documents", documents.of(code));
        facts.put("events", timeline.of(code).size());
        return facts;
    }
}
