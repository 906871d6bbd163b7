package com.clario.playbook.engine.expression;

import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.joda.time.base.AbstractInstant;

/** Lets an expression call our steps and plain values; anything that leads to a class, a bean or the engine is refused. */
class KnownTypes extends BeanELResolver {

    private static final Set<Class<?>> PLAIN =
            Set.of(String.class, Number.class, Boolean.class, Date.class, AbstractInstant.class);

    private static final Set<String> OF_THE_CASE = Set.of(
            "id", "processInstanceId", "processBusinessKey", "businessKey", "currentActivityId", "taskDefinitionKey");

    KnownTypes() {
        super(true);
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null) {
            return null;
        }
        if (base instanceof DelegateExecution || base instanceof DelegateTask) {
            require(OF_THE_CASE.contains(String.valueOf(property)), base, property);
        } else {
            require(isPlain(base) && !"class".equals(property), base, property);
        }
        return super.getValue(context, base, property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base == null) {
            return null;
        }
        var name = String.valueOf(method);
        if (!isPlain(base)) {
            context.setPropertyResolved(true);
            return StepCall.find(base, name, arguments.length).invoke(base, arguments);
        }
        require(!isOfEveryObject(name), base, method);
        return super.invoke(context, base, method, types, arguments);
    }

    private static boolean isPlain(Object base) {
        return PLAIN.stream().anyMatch(type -> type.isInstance(base));
    }

    private static boolean isOfEveryObject(String name) {
        return !"toString".equals(name)
                && Arrays.stream(Object.class.getMethods())
                        .anyMatch(method -> method.getName().equals(name));
    }

    private static void require(boolean allowed, Object base, Object member) {
        if (!allowed) {
            throw new ELException("Expressions may not use " + member + " of "
                    + base.getClass().getSimpleName() + ".");
        }
    }
}
