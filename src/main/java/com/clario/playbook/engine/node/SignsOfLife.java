package com.clario.playbook.engine.node;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** While this server does jobs it says every few seconds that it lives, and frees the jobs of those that do not. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class SignsOfLife implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SignsOfLife.class);
    private static final int SECONDS = 5;

    private final Nodes nodes;
    private final AbandonedJobs jobs;
    private final String self;
    private volatile ScheduledExecutorService pulse;

    SignsOfLife(Nodes nodes, AbandonedJobs jobs, ProcessEngine engine) {
        this.nodes = nodes;
        this.jobs = jobs;
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.self = settings.getJobExecutor().getLockOwner();
    }

    @Override
    public void start() {
        nodes.forgetLongGone();
        // The first sign comes before the first job is taken: an unknown owner counts as dead.
        nodes.sign(self);
        pulse = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "signs-of-life");
            thread.setDaemon(true);
            return thread;
        });
        pulse.scheduleWithFixedDelay(this::beat, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        var beating = pulse;
        pulse = null;
        beating.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return pulse != null;
    }

    private void beat() {
        try {
            nodes.sign(self);
            var released = jobs.release(nodes.living());
            if (released > 0) {
                LOG.info("Took over {} job(s) of a server that is gone", released);
            }
        } catch (RuntimeException missed) {
            if (isRunning()) {
                LOG.warn("No sign of life could be given, trying again in {} seconds", SECONDS, missed);
            }
        }
    }
}
