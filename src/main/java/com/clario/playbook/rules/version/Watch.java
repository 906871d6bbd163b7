package com.clario.playbook.rules.version;

import com.clario.playbook.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks every second, and on PostgreSQL whenever rules are published, which versions are in force or soon will be, and
 * has them compiled on this node ahead of their time.
 */
public class Watch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    // A compile that took too long on a busy machine may well succeed a minute later.
    private static final int ROUNDS_UNTIL_AGAIN = 60;

    private final Bases bases;
    private final Versions versions;
    private final Map<String, RuleSet<?>> sets;
    private final Bell bell;
    private volatile Thread worker;

    /**
     * Watches the versions of these rule sets.
     *
     * @param line where connections of its own come from; not a pool
     */
    public Watch(Bases bases, Versions versions, List<RuleSet<?>> sets, DataSource line) {
        this.bases = bases;
        this.versions = versions;
        this.sets = sets.stream().collect(Collectors.toMap(RuleSet::name, Function.identity()));
        this.bell = new Bell(line);
    }

    @Override
    public void start() {
        worker = new Thread(this::watch, "rule-watch");
        worker.setDaemon(true);
        worker.start();
    }

    @Override
    public void stop() {
        var stopping = worker;
        worker = null;
        if (stopping != null) {
            stopping.interrupt();
            bell.close();
            try {
                stopping.join(5000);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void watch() {
        var me = Thread.currentThread();
        try {
            for (var round = 1; worker == me; round++) {
                look(round % ROUNDS_UNTIL_AGAIN == 0);
                bell.await(PAUSE);
            }
        } catch (InterruptedException stopped) {
            me.interrupt();
        } finally {
            bell.close();
        }
    }

    private void look(boolean again) {
        try {
            versions.due().stream()
                    .filter(due -> sets.containsKey(due.ruleSet()))
                    .forEach(due -> have(sets.get(due.ruleSet()), due, again));
        } catch (RuntimeException failure) {
            if (worker != null) {
                LOG.warn("The rules in force could not be looked up, trying again in {}", PAUSE, failure);
            }
        }
    }

    private void have(RuleSet<?> set, Versions.Due due, boolean again) {
        bases.ahead(set, due.version(), again);
        if (due.begun()) {
            bases.inForce(set, due.version());
        }
    }
}
