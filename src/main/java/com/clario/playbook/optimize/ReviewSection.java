package com.clario.playbook.optimize;

import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.page.CaseSection;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The monthly reviews on the case page. */
@Component
@Order(40)
class ReviewSection implements CaseSection {

    private final Reviews reviews;

    ReviewSection(Reviews reviews) {
        this.reviews = reviews;
    }

    record Held(List<Review> reviews) {}

    @Override
    public String template() {
        return "optimize/case";
    }

    @Override
    public Optional<?> of(Partnership partnership) {
        var all = reviews.of(partnership.code());
        return all.isEmpty() ? Optional.empty() : Optional.of(new Held(all));
    }
}
