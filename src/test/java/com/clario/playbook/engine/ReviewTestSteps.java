package com.clario.playbook.engine;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Steps of the test drawing: they write down what was committed, and refuse or wait for each other on demand. */
@Component
public class ReviewTestSteps {

    public static final List<List<Object>> RECORDED = new CopyOnWriteArrayList<>();

    private static final CyclicBarrier TOGETHER = new CyclicBarrier(2);

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
        if ("together".equals(note)) {
            waitForTheOther();
        }
        var values = Arrays.<Object>asList(verdict, share, customers, note, approved, day, clauses, contacts, reason);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                RECORDED.add(values);
            }
        });
        return verdict;
    }

    private static void waitForTheOther() {
        try {
            TOGETHER.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("The other one never came.", alone);
        }
    }
}
