package com.clario.playbook.engine.expression;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.camunda.bpm.impl.juel.TypeConverter;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.springframework.aop.support.AopUtils;

/** One call of a step. Nothing stays nothing: the expression language would turn it into 0 or an empty text. */
record StepCall(Method method) {

    /** Looks at the class we wrote, so that a proxy's own methods stay out of reach. */
    static StepCall find(Object steps, String name, int arguments) {
        var type = AopUtils.getTargetClass(steps);
        if (!type.getSimpleName().endsWith("Steps")) {
            throw new ELException("Expressions may not use " + name + " of " + type.getSimpleName() + ".");
        }
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                .findFirst()
                .map(StepCall::new)
                .orElseThrow(() -> new ELException(
                        type.getSimpleName() + " has no step " + name + " that takes " + arguments + " values."));
    }

    Object invoke(Object steps, Object[] arguments) {
        var types = method.getParameterTypes();
        var values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i] == null ? null : TypeConverter.DEFAULT.convert(arguments[i], types[i]);
        }
        try {
            return method.invoke(steps, values);
        } catch (InvocationTargetException thrown) {
            throw new ELException(thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new ELException("Steps and their classes must be public: " + method, hidden);
        }
    }
}
