package com.clario.playbook.engine;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

/** The test drawing, brought into an engine with one case of it that waits at its task. */
public final class ReviewDrawing {

    private final ProcessEngine engine;
    private final String deployment;
    private final String process;
    private final String task;

    private ReviewDrawing(ProcessEngine engine) {
        this.engine = engine;
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("drawings/review.bpmn")
                .addClasspathResource("drawings/reviewTerms.form")
                .deploy()
                .getId();
        process = engine.getRuntimeService()
                .startProcessInstanceByKey("review", "moka-1", Map.of("partner", "Moka", "partnershipId", "moka-1"))
                .getId();
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(process)
                .singleResult()
                .getId();
        ReviewTestSteps.RECORDED.clear();
    }

    public static ReviewDrawing start(ProcessEngine engine) {
        return new ReviewDrawing(engine);
    }

    public String process() {
        return process;
    }

    public String task() {
        return task;
    }

    /** Takes the drawing and all its cases out again. */
    public void remove() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }
}
