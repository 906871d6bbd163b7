package com.clario.playbook.engine.expression;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.springframework.beans.factory.BeanFactory;

/** Finds a bean whose name ends in "Steps", at the moment a drawing calls it. */
class StepsByName extends ELResolver {

    private static final String ENDING = "Steps";

    private final BeanFactory beans;

    StepsByName(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object name) {
        if (!names(base, name)) {
            return null;
        }
        context.setPropertyResolved(true);
        return beans.getBean((String) name);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object name) {
        var steps = getValue(context, base, name);
        return steps == null ? null : steps.getClass();
    }

    @Override
    public void setValue(ELContext context, Object base, Object name, Object value) {
        if (names(base, name)) {
            throw new PropertyNotWritableException("Steps cannot be replaced.");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object name) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    private boolean names(Object base, Object name) {
        return base == null && name instanceof String text && text.endsWith(ENDING) && beans.containsBean(text);
    }
}
