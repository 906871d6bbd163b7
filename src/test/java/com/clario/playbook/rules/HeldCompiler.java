package com.clario.playbook.rules;

import com.clario.playbook.rules.check.RuleBase;
import com.clario.playbook.rules.check.RuleCompiler;
import com.clario.playbook.rules.check.Source;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A node's compiler that a test stops and lets go on, and that has no time for rows with the word {@code slow}. */
final class HeldCompiler extends RuleCompiler {

    final AtomicInteger asked = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    HeldCompiler() {
        super(Duration.ofSeconds(60));
    }

    void hold() {
        gate = new CountDownLatch(1);
    }

    void letGo() {
        gate.countDown();
    }

    @Override
    public RuleBase compile(Source source) {
        asked.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (source.tables().stream().anyMatch(rows -> rows.csv().contains("slow"))) {
            try (var hurried = new RuleCompiler(Duration.ZERO)) {
                return hurried.compile(source);
            }
        }
        return super.compile(source);
    }
}
