package com.clario.playbook.optimize.end;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.document.Documents;
import com.clario.playbook.engine.Refusal;
import com.clario.playbook.negotiation.TermsVersion;
import com.clario.playbook.negotiation.TermsVersions;
import com.clario.playbook.optimize.end.WindDown.Cause;
import com.clario.playbook.optimize.end.WindDown.How;
import com.clario.playbook.optimize.end.WindDown.Notice;
import com.clario.playbook.optimize.renewal.Renewal;
import com.clario.playbook.optimize.renewal.Renewals;
import com.clario.playbook.optimize.review.MonthlyReview;
import com.clario.playbook.optimize.review.ReviewFacts;
import com.clario.playbook.optimize.review.Reviews;
import com.clario.playbook.optimize.review.Said;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Shown;
import com.clario.playbook.partnership.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts the notice once a manager decided to end a partnership, and keeps how and when it was given. */
@Component
@Transactional
class NoticeDesk {

    private static final int LONGEST_YEARS = 2;

    private final WindDowns windDowns;
    private final Reviews reviews;
    private final Renewals renewals;
    private final TermsVersions terms;
    private final Partnerships partnerships;
    private final Documents documents;
    private final EndPapers papers;
    private final People people;
    private final Timeline timeline;
    private final BusinessDays days;

    NoticeDesk(
            WindDowns windDowns,
            Reviews reviews,
            Renewals renewals,
            TermsVersions terms,
            Partnerships partnerships,
            Documents documents,
            EndPapers papers,
            People people,
            Timeline timeline,
            BusinessDays days) {
        this.windDowns = windDowns;
        this.reviews = reviews;
        this.renewals = renewals;
        this.terms = terms;
        this.partnerships = partnerships;
        this.documents = documents;
        this.papers = papers;
        this.people = people;
        this.timeline = timeline;
        this.days = days;
    }

    /** Who decided to end it, and when; a notice needs one. */
    private record Decided(Cause cause, Instant at) {}

    void draft(String code) {
        if (windDowns.current(code).isPresent()) {
            return;
        }
        var decided = decided(code);
        var signed = inForce(code, days.today());
        var letter = documents.store(
                code, Documents.NOTICE_LETTER, "Notice " + code + ".pdf", papers.notice(facts(code, signed, decided)));
        windDowns.begin(code, decided.cause(), decided.at(), signed.number(), letter.id());
        timeline.add(
                code,
                MonthlyReview.STAGE,
                "Wind-down begins: " + decided.cause().label(),
                null);
    }

    /** What was decided before a notice was withdrawn is no reason to give another. */
    private Decided decided(String code) {
        var withdrawn = windDowns.of(code).stream()
                .map(WindDown::decidedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        var terminated = reviews.lastHeld(code)
                .filter(review -> review.conclusion().verdict().equals(ReviewFacts.TERMINATE))
                .map(review -> new Decided(Cause.TERMINATED, review.conclusion().heldAt()));
        var expired = renewals.lastAnswered(code)
                .filter(renewal -> renewal.answer().choice() == Renewal.Choice.END)
                .map(renewal -> new Decided(Cause.EXPIRED, renewal.answer().at()));
        return Stream.of(terminated, expired)
                .flatMap(java.util.Optional::stream)
                .filter(one -> one.at().isAfter(withdrawn))
                .max(Comparator.comparing(Decided::at))
                .orElseThrow(() ->
                        new Refusal("No manager has decided to end this partnership, so no notice can be given."));
    }

    private Map<String, Object> facts(String code, TermsVersion signed, Decided decided) {
        var today = days.today();
        var last = LastDay.of(signed(code), signed, decided.cause(), today);
        return Map.ofEntries(
                Map.entry("code", code),
                Map.entry("partner", partnerships.get(code).partnerName()),
                Map.entry("product", signed.terms().product()),
                Map.entry("version", signed.number()),
                Map.entry("terminated", decided.cause() == Cause.TERMINATED),
                Map.entry("noticeDays", signed.terms().noticeDays()),
                Map.entry("signedOn", EndPapers.english(signed.signature().signedOn())),
                Map.entry(
                        "signedOnIndonesian",
                        EndPapers.indonesian(signed.signature().signedOn())),
                Map.entry("date", EndPapers.english(today)),
                Map.entry("dateIndonesian", EndPapers.indonesian(today)),
                Map.entry("lastDay", EndPapers.english(last.day())),
                Map.entry("lastDayIndonesian", EndPapers.indonesian(last.day())));
    }

    String show(String code) {
        var one = current(code);
        var signed = signed(code);
        var now = inForce(code, days.today());
        var today = LastDay.of(signed, now, one.cause(), days.today());
        var shown = Shown.of(
                        partnerships.get(code),
                        "It was decided to end this partnership: " + one.cause().label()
                                + ". Have the letter signed, give it to the partner, and say how and when.")
                .with("letterLink", "/documents/" + one.letter())
                .fact("Last day, if notice is given today", Shown.day(today.day()) + ": " + today.why())
                .fact("Notice by the signed terms", now.terms().noticeDays() + " days")
                .fact("The terms end on", signed.validTo());
        return shown.json();
    }

    /** Keeps the notice; its last day is the one of the signed terms, or a later one both sides agreed on. */
    void give(String code, String givenOn, String givenHow, String lastDay, String longerWhy, String customers) {
        people.requireOneOf(Groups.PARTNERSHIPS, Groups.MANAGERS);
        var one = windDowns.held(code).orElseThrow(NoticeDesk::none);
        if (one.notice() != null) {
            throw new Refusal(
                    "Notice was given already, on " + Shown.day(one.notice().givenOn()) + ".");
        }
        var given = givenOn(one, givenOn);
        var byTerms = LastDay.of(signed(code), inForce(code, given), one.cause(), given);
        var last = lastDay == null || lastDay.isBlank() ? byTerms : agreed(byTerms, lastDay, longerWhy);
        var notice = new Notice(
                given,
                how(givenHow),
                last.day(),
                last.why(),
                Said.text("What happens to the customers", customers, 1000),
                people.current().id());
        windDowns.give(one, notice);
        timeline.add(
                code,
                MonthlyReview.STAGE,
                "Notice given on " + Shown.day(given) + " " + notice.how().label() + ", last day "
                        + Shown.day(last.day()),
                last.why());
    }

    private LocalDate givenOn(WindDown one, String written) {
        var given = BusinessDays.read("Given on", written);
        var decided = LocalDate.ofInstant(one.decidedAt(), days.zone());
        if (given.isAfter(days.today())) {
            throw new Refusal("Given on: this day is still to come; complete the task when notice is given.");
        }
        if (given.isBefore(decided)) {
            throw new Refusal("Given on: it was decided only on " + Shown.day(decided) + " to end the partnership.");
        }
        return given;
    }

    private LastDay agreed(LastDay byTerms, String written, String why) {
        var day = BusinessDays.read("Last day", written);
        if (day.isBefore(byTerms.day())) {
            throw new Refusal("Last day: by the signed terms it is " + Shown.day(byTerms.day()) + " at the earliest ("
                    + byTerms.why() + "); to end earlier, give notice first and agree it with the partner.");
        }
        if (day.isAfter(byTerms.day().plusYears(LONGEST_YEARS))) {
            throw new Refusal("Last day: at most " + LONGEST_YEARS + " years after " + Shown.day(byTerms.day()) + ".");
        }
        return day.equals(byTerms.day())
                ? byTerms
                : new LastDay(
                        day,
                        "agreed with the partner instead of " + Shown.day(byTerms.day()) + ": "
                                + Said.text("Why later than the signed terms say", why, 300));
    }

    private static How how(String given) {
        return Stream.of(How.values())
                .filter(one -> one.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new Refusal("How it was given: choose letter, mail or in person."));
    }

    WindDown current(String code) {
        return windDowns.current(code).orElseThrow(NoticeDesk::none);
    }

    private static Refusal none() {
        return new Refusal("No wind-down is under way for this partnership.");
    }

    /** What counts on a day; once the terms ran out, the last that did. */
    private TermsVersion inForce(String code, LocalDate day) {
        return terms.inForce(code, day).orElseGet(() -> signed(code));
    }

    private TermsVersion signed(String code) {
        return terms.signed(code)
                .orElseThrow(() -> new Refusal("There are no signed terms, so there is nothing to give notice of."));
    }
}
