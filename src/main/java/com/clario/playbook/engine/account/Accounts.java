package com.clario.playbook.engine.account;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/** Knows of accounts what the engine keeps to itself: whether a password fits, and whether it is still the same one. */
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
                .map(User::getId)
                .filter(id -> passwordFits(id, id))
                .toList();
    }

    /**
     * Compares the hashes alone: the engine's own question counts against the account, and whoever asks often enough
     * shuts its owner out. An unknown name takes as long as a known one.
     */
    public boolean passwordFits(String id, String password) {
        return settings.getCommandExecutorTxRequired().execute(context -> {
            var passwords = settings.getPasswordManager();
            var account = account(context, id);
            if (account == null || account.getPassword() == null) {
                passwords.encrypt(EncryptionUtil.saltPassword(password, ""));
                return false;
            }
            return passwords.check(EncryptionUtil.saltPassword(password, account.getSalt()), account.getPassword());
        });
    }

    /** What is another with every new password, and tells nothing about it; nothing where there is no such account. */
    public Optional<String> mark(String id) {
        return settings.getCommandExecutorTxRequired()
                .execute(context -> Optional.ofNullable(account(context, id)).map(UserEntity::getSalt));
    }

    /** Gives an account another password; tells its new mark. */
    public String give(String id, String password) {
        var account = identity.createUserQuery().userId(id).singleResult();
        account.setPassword(password);
        identity.saveUser(account);
        return ((UserEntity) account).getSalt();
    }

    private static UserEntity account(CommandContext context, String id) {
        return context.runWithoutAuthorization(
                () -> (UserEntity) context.getReadOnlyIdentityProvider().findUserById(id));
    }
}
