package com.clario.playbook.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps of the test drawing: they write down what arrives, and refuse on demand. */
@Component
public class ReviewTestSteps {

    public static final List<List<Object>> RECORDED = new ArrayList<>();

    @Transactional
    public String recordReview(
            String verdict,
            String share,
            Integer customers,
            String note,
            Boolean approved,
            String day,
            String clauses,
            String contacts,
            String reason) {
        if ("refuse".equals(note)) {
            throw new Refusal("The proposer cannot approve these terms.");
        }
        RECORDED.add(Arrays.asList(verdict, share, customers, note, approved, day, clauses, contacts, reason));
        return verdict;
    }
}
