package com.clario.playbook.engine.account;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/** Knows of accounts what the engine keeps to itself: who is locked, and whose password is the name. */
@Component
public class Accounts {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl settings;

    Accounts(ProcessEngine engine) {
        identity = engine.getIdentityService();
        settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** The accounts anybody could sign in to by guessing once. */
    public List<String> withNameAsPassword() {
        return identity.createUserQuery().orderByUserId().asc().list().stream()
                .filter(this::hasNameAsPassword)
                .map(User::getId)
                .toList();
    }

    /** Compares the hashes alone: trying to sign in would count against the account as a failed try. */
    private boolean hasNameAsPassword(User user) {
        var account = (UserEntity) user;
        return settings.getCommandExecutorTxRequired().execute(context -> settings.getPasswordManager()
                .check(EncryptionUtil.saltPassword(account.getId(), account.getSalt()), account.getPassword()));
    }

    /** Locked until an administrator unlocks it; the short pause after one wrong password is not meant. */
    public boolean isLocked(User user) {
        return ((UserEntity) user).getAttempts() >= settings.getLoginMaxAttempts();
    }
}
