package com.clario.playbook.engine.account;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.Default16ByteSaltGenerator;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.springframework.stereotype.Component;

/**
 * A hash takes a fifth of a second, as it should; every house under test would work it out anew for its seven people
 * and at each of their logins. What has been hashed or checked once in this JVM is known from then on.
 */
@Component
class KnownPasswords extends AbstractProcessEnginePlugin {

    private static final String SALT = new Default16ByteSaltGenerator().generateSalt();
    private static final Map<String, String> HASHED = new ConcurrentHashMap<>();
    private static final Map<List<String>, Boolean> CHECKED = new ConcurrentHashMap<>();

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setSaltGenerator(() -> SALT);
        engine.setPasswordManager(
                new PasswordManager(new Known(engine.getPasswordEncryptor()), engine.getCustomPasswordChecker()));
    }

    private record Known(PasswordEncryptor real) implements PasswordEncryptor {

        @Override
        public String encrypt(String password) {
            return HASHED.computeIfAbsent(password, real::encrypt);
        }

        @Override
        public boolean check(String password, String encrypted) {
            return CHECKED.computeIfAbsent(List.of(password, encrypted), both -> real.check(password, encrypted));
        }

        @Override
        public String hashAlgorithmName() {
            return real.hashAlgorithmName();
        }
    }
}
