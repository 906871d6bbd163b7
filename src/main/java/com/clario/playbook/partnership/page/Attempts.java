package com.clario.playbook.partnership.page;

import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.Partnerships;
import com.clario.playbook.partnership.Timeline;
import com.clario.playbook.rules.Decision;
import com.clario.playbook.rules.Fired;
import com.clario.playbook.rules.Rules;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What became of the other partnerships with a partner: whoever begins again begins with that. */
@Component
public class Attempts {

    private static final String FIT = "identify/fit";

    private final Partnerships partnerships;
    private final Timeline timeline;
    private final Rules rules;

    Attempts(Partnerships partnerships, Timeline timeline, Rules rules) {
        this.partnerships = partnerships;
        this.timeline = timeline;
        this.rules = rules;
    }

    /**
     * One of them.
     *
     * @param reason the last reason given before it ended; null while it is open, or where nobody gave one
     * @param fit how it was judged, with both sums; null before that
     * @param fitDecision the stored decision; null before that
     */
    public record Attempt(Partnership partnership, String reason, String fit, Decision fitDecision) {}

    /** All of a partner, the newest first. */
    public List<Attempt> of(String partner) {
        return partnerships.of(partner).stream()
                .map(this::attempt)
                .sorted(Comparator.comparing((Attempt one) -> one.partnership().startedOn())
                        .thenComparing(one -> one.partnership().code())
                        .reversed())
                .toList();
    }

    /** All of a partner but one. */
    public List<Attempt> besides(Partnership partnership) {
        return of(partnership.partner()).stream()
                .filter(one -> !one.partnership().code().equals(partnership.code()))
                .toList();
    }

    private Attempt attempt(Partnership one) {
        var fit = rules.decisions(one.code()).stream()
                .filter(decision -> decision.ruleSet().equals(FIT))
                .reduce((older, newer) -> newer)
                .orElse(null);
        var reason = timeline.lastReason(one.code()).orElse(null);
        return new Attempt(one, reason, fit == null ? null : inWords(fit), fit);
    }

    private static String inWords(Decision fit) {
        var verdict = fit.undecided() ? "A person decides" : Fired.inWords(fit.verdict());
        var sums = Fired.inWords(fit.sums());
        return sums.isEmpty() ? verdict : verdict + ", " + sums;
    }
}
