package com.clario.playbook;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The doors of the engine's own interface, for tests of who may pass which. */
@PlaybookTest
public abstract class EngineDoors {

    @LocalServerPort
    protected int port;

    @Autowired
    protected ApplicationContext house;

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected TaskService tasks;

    @Autowired
    protected IdentityService identity;

    /** The one task of a case. */
    protected String task(String code) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(code)
                .singleResult()
                .getId();
    }

    protected Visitor as(String person) {
        return new Visitor(port, engine.getName()).as(person);
    }
}
