package com.clario.playbook.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.PlaybookTest;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlaybookTest
class AbandonedJobsTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Nodes nodes;

    @Autowired
    AbandonedJobs jobs;

    @Autowired
    JdbcClient jdbc;

    private String job;

    @BeforeEach
    void oneJobIsDue() {
        jobs.release(nodes.living());
        job = engine.getHistoryService().cleanUpHistoryAsync(true).getId();
    }

    @Test
    void aJobOfAServerThatIsGoneIsTakenByAnother() {
        nodes.sign("killed");
        assertThat(takenBy("killed")).contains(job);
        silentFor("killed", 31);

        assertThat(takenBy("other")).doesNotContain(job);
        assertThat(jobs.release(nodes.living())).isPositive();
        assertThat(takenBy("other")).contains(job);
    }

    @Test
    void aJobOfAServerThatLivesStaysItsOwn() {
        nodes.sign("slow");
        assertThat(takenBy("slow")).contains(job);
        silentFor("slow", 20);

        jobs.release(nodes.living());
        assertThat(takenBy("other")).doesNotContain(job);
    }

    @Test
    void aServerThatWasAsleepLivesAgainWithItsNextSign() {
        nodes.sign("asleep");
        silentFor("asleep", 31);
        assertThat(nodes.living()).doesNotContain("asleep");

        nodes.sign("asleep");

        assertThat(nodes.living()).contains("asleep");
    }

    @Test
    void aServerSilentForADayIsForgotten() {
        nodes.sign("gone");
        silentFor("gone", 86_401);
        nodes.sign("here");

        nodes.forgetLongGone();

        assertThat(jdbc.sql("select name from playbook.node")
                        .query(String.class)
                        .set())
                .contains("here")
                .doesNotContain("gone");
    }

    private void silentFor(String node, int seconds) {
        jdbc.sql("update playbook.node set seen_at = seen_at - interval '" + seconds + "' second where name = ?")
                .param(node)
                .update();
    }

    /** Takes all that is due as a server of this name would, and does nothing with it. */
    private List<String> takenBy(String node) {
        var server = new DefaultJobExecutor();
        server.setLockOwner(node);
        server.setMaxJobsPerAcquisition(Integer.MAX_VALUE);
        var taken = settings().getCommandExecutorTxRequired().execute(new AcquireJobsCmd(server));
        return taken.getJobIdBatches().stream()
                .flatMap(List::stream)
                .filter(id -> isLockedBy(node, id))
                .toList();
    }

    private boolean isLockedBy(String node, String id) {
        return settings().getCommandExecutorTxRequired().execute(context -> {
            JobEntity found = context.getJobManager().findJobById(id);
            return node.equals(found.getLockOwner());
        });
    }

    private ProcessEngineConfigurationImpl settings() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
