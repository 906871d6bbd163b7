package com.clario.playbook.optimize;

import com.clario.playbook.access.Groups;
import com.clario.playbook.access.People;
import com.clario.playbook.access.Person;
import com.clario.playbook.optimize.action.Action;
import com.clario.playbook.optimize.action.Actions;
import com.clario.playbook.optimize.renewal.Renewal;
import com.clario.playbook.optimize.renewal.RenewalDates;
import com.clario.playbook.optimize.renewal.RenewalDecision;
import com.clario.playbook.optimize.renewal.Renewals;
import com.clario.playbook.optimize.review.Review;
import com.clario.playbook.optimize.review.Reviews;
import com.clario.playbook.optimize.review.Trend;
import com.clario.playbook.partnership.BusinessDays;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Stage;
import com.clario.playbook.partnership.page.CaseSection;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last stage on the case page: open actions, months beside each other, reviews, and when terms end. */
@Component
@Order(40)
class ReviewSection implements CaseSection {

    private final Reviews reviews;
    private final Actions actions;
    private final Renewals renewals;
    private final RenewalDecision renewal;
    private final People people;
    private final BusinessDays days;

    ReviewSection(
            Reviews reviews,
            Actions actions,
            Renewals renewals,
            RenewalDecision renewal,
            People people,
            BusinessDays days) {
        this.reviews = reviews;
        this.actions = actions;
        this.renewals = renewals;
        this.renewal = renewal;
        this.people = people;
        this.days = days;
    }

    /** An open action as the page shows it. */
    record Open(Action action, boolean overdue, boolean mayFinish) {}

    /** A review with what was agreed in it. */
    record Held(Review review, List<Action> agreed) {}

    /** Everything this stage shows of a partnership. */
    record Shown(
            String code,
            List<Open> open,
            List<Trend.Line> trend,
            List<Held> reviews,
            RenewalDates renewal,
            boolean late,
            List<Renewal> renewals) {}

    @Override
    public String template() {
        return "optimize/case";
    }

    @Override
    public Optional<?> of(Partnership partnership) {
        return partnership.stage() == Stage.OPTIMIZE
                        || reviews.newest(partnership.code()).isPresent()
                ? Optional.of(shown(partnership))
                : Optional.empty();
    }

    private Shown shown(Partnership partnership) {
        var code = partnership.code();
        var all = actions.of(code);
        var held = reviews.of(code);
        var me = people.current();
        var today = days.today();
        return new Shown(
                code,
                actions.open(code).stream()
                        .map(action -> new Open(
                                action,
                                action.overdue(today),
                                partnership.open() && mayFinish(me, partnership, action)))
                        .toList(),
                new Trend(held).lines(),
                held.stream()
                        .map(review -> new Held(
                                review,
                                all.stream()
                                        .filter(action -> action.agreedIn() == review.number())
                                        .toList()))
                        .toList(),
                partnership.open() ? renewal.dates(code).orElse(null) : null,
                renewal.dates(code)
                        .map(RenewalDates::decideBy)
                        .filter(today::isAfter)
                        .isPresent(),
                renewals.of(code).stream().filter(Renewal::answered).toList());
    }

    private static boolean mayFinish(Person me, Partnership partnership, Action action) {
        return me.isIn(Groups.PARTNERSHIPS)
                || me.isIn(Groups.MANAGERS)
                || me.id().equals(partnership.owner())
                || me.id().equals(action.person());
    }
}
