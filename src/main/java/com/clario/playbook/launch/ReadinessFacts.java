package com.clario.playbook.launch;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.ReflectionUtils;

/** What is in place before a partnership may go live. */
public record ReadinessFacts(
        String model,
        String partnerType,
        boolean signed,
        boolean announced,
        boolean partnerTrained,
        boolean brandApproved,
        boolean keyIssued,
        boolean integrationTested,
        boolean referralCodeIssued,
        boolean supportContacts) {

    public static final String READY = "READY";
    public static final String NOT_READY = "NOT_READY";

    /** The facts as a stored decision tells them. */
    Map<String, String> texts() {
        return Arrays.stream(getClass().getRecordComponents())
                .collect(Collectors.toMap(
                        RecordComponent::getName,
                        one -> String.valueOf(ReflectionUtils.invokeMethod(one.getAccessor(), this))));
    }
}
