package com.clario.playbook.optimize.renewal;

import com.clario.playbook.negotiation.start.Renewed;
import com.clario.playbook.optimize.renewal.Renewal.Choice;
import com.clario.playbook.optimize.review.Reviews;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a renewal from a change: what a manager decided last, on the renewal or in a review, is why terms are new. */
@Component
class Renewing implements Renewed {

    private final Renewals renewals;
    private final Reviews reviews;

    Renewing(Renewals renewals, Reviews reviews) {
        this.renewals = renewals;
        this.reviews = reviews;
    }

    @Override
    public Optional<Integer> version(String partnership) {
        return renewals.lastAnswered(partnership)
                .filter(renewal -> renewal.answer().choice() == Choice.RENEW)
                .filter(renewal -> !reviewedSince(partnership, renewal))
                .map(Renewal::version);
    }

    private boolean reviewedSince(String partnership, Renewal renewal) {
        return reviews.lastHeld(partnership)
                .filter(review ->
                        review.conclusion().heldAt().isAfter(renewal.answer().at()))
                .isPresent();
    }
}
