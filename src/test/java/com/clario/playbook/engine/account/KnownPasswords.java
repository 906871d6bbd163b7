package com.clario.playbook.engine.account;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.Default16ByteSaltGenerator;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.digest.SaltGenerator;
import org.springframework.stereotype.Component;

/**
 * A hash takes a fifth of a second, as it should; every house under test would work it out anew for its seven people
 * and at each of their logins. What has been hashed or checked once in this JVM is known from then on.
 */
@Component
class KnownPasswords extends AbstractProcessEnginePlugin {

    private static final SaltGenerator REAL = new Default16ByteSaltGenerator();
    private static final List<String> SALTS = new CopyOnWriteArrayList<>();
    private static final Map<String, String> HASHED = new ConcurrentHashMap<>();
    private static final Map<List<String>, Boolean> CHECKED = new ConcurrentHashMap<>();

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setSaltGenerator(isNew(engine.getDataSource()) ? new SameInEveryHouse() : REAL);
        engine.setPasswordManager(
                new PasswordManager(new Known(engine.getPasswordEncryptor()), engine.getCustomPasswordChecker()));
    }

    /** A house on a database that was there before has people with salts already: theirs must stay their own. */
    private static boolean isNew(DataSource database) {
        try (var connection = database.getConnection();
                var tables =
                        connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase("ACT_ID_USER")) {
                    return false;
                }
            }
            return true;
        } catch (SQLException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    /** Every password of a house has a salt of its own, but the first people of all houses have the same ones. */
    private static final class SameInEveryHouse implements SaltGenerator {

        private final AtomicInteger given = new AtomicInteger();

        @Override
        public String generateSalt() {
            var next = given.getAndIncrement();
            synchronized (SALTS) {
                while (SALTS.size() <= next) {
                    SALTS.add(REAL.generateSalt());
                }
            }
            return SALTS.get(next);
        }
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
