package com.clario.playbook.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Does something in one transaction, and once more when a job or somebody else moved the same case at that moment. */
@Component
public class Retries {

    private static final int MOST = 5;
    private static final long BREATH = 40;

    private final TransactionOperations transaction;

    Retries(TransactionOperations transaction) {
        this.transaction = transaction;
    }

    public void run(Runnable deed) {
        call(() -> {
            deed.run();
            return null;
        });
    }

    public <T> T call(Supplier<T> deed) {
        for (int tried = 1; ; tried++) {
            try {
                return transaction.execute(status -> deed.get());
            } catch (OptimisticLockingException | ConcurrencyFailureException slower) {
                giveUpAfter(tried, slower);
            } catch (ProcessEngineException broken) {
                if (broken.getCode() != BuiltinExceptionCode.DEADLOCK.getCode()) {
                    throw broken;
                }
                giveUpAfter(tried, broken);
            }
        }
    }

    private static void giveUpAfter(int tried, RuntimeException slower) {
        if (tried == MOST) {
            throw new Refusal("Something else moved in this case at the same moment. Reload and try again.", slower);
        }
        try {
            Thread.sleep(BREATH * tried);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
