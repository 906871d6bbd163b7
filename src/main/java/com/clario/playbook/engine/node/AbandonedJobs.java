package com.clario.playbook.engine.node;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.stereotype.Component;

/** Jobs a server took and did not live to finish: the engine itself gives them back only after five minutes. */
@Component
class AbandonedJobs {

    private final ProcessEngineConfigurationImpl engine;

    AbandonedJobs(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /**
     * Gives back every job that is locked by none of the living.
     *
     * @return how many
     * @throws org.camunda.bpm.engine.OptimisticLockingException where another server took one at the same moment
     */
    int release(Set<String> living) {
        return engine.getCommandExecutorTxRequired().execute(context -> release(context, living));
    }

    private static int release(CommandContext context, Set<String> living) {
        var due = new JobQueryImpl().executable();
        var abandoned = context.getJobManager().findJobsByQueryCriteria((JobQueryImpl) due, null).stream()
                .map(JobEntity.class::cast)
                .filter(job -> job.getLockOwner() != null && !living.contains(job.getLockOwner()))
                .toList();
        abandoned.forEach(JobEntity::unlock);
        return abandoned.size();
    }
}
