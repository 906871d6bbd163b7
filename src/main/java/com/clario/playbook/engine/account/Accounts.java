package com.clario.playbook.engine.account;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/** Knows whether an account is locked: the engine keeps that to itself. */
@Component
public class Accounts {

    private final int attemptsAllowed;

    Accounts(ProcessEngine engine) {
        attemptsAllowed =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getLoginMaxAttempts();
    }

    /** Locked until an administrator unlocks it; the short pause after one wrong password is not meant. */
    public boolean isLocked(User user) {
        return ((UserEntity) user).getAttempts() >= attemptsAllowed;
    }
}
