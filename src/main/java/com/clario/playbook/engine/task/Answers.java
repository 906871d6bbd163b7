package com.clario.playbook.engine.task;

import com.clario.playbook.engine.Refusal;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** Turns what the engine throws at two people who want the same task into a sentence for the slower one. */
final class Answers {

    private Answers() {}

    static <T> T inWords(CommandExecutor engine, String task, Supplier<T> deed) {
        try {
            return deed.get();
        } catch (NullPointerException stumbled) {
            // Where a task is finished between two readings of the engine, it stumbles over what is no longer there.
            throw isGone(engine, task) ? OpenTask.done() : stumbled;
        } catch (OptimisticLockingException slower) {
            throw changed(slower);
        } catch (TaskAlreadyClaimedException slower) {
            throw new Refusal("Somebody else already has this task. Reload the list.", slower);
        } catch (SuspendedEntityInteractionException paused) {
            throw new Refusal("This case is paused. A manager can resume it on its page.", paused);
        } catch (ProcessEngineException broken) {
            throw broken.getCode() == BuiltinExceptionCode.DEADLOCK.getCode() ? changed(broken) : broken;
        }
    }

    private static Refusal changed(ProcessEngineException slower) {
        return new Refusal("Somebody else changed this task at the same moment. Reload and try again.", slower);
    }

    private static boolean isGone(CommandExecutor engine, String task) {
        return engine.execute(context -> context.getTaskManager().findTaskById(task) == null);
    }
}
