package com.clario.playbook.screen;

import com.clario.playbook.PlaybookTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.context.TestPropertySource;

/** A test in a real browser, Tasklist included. */
@PlaybookTest
@TestPropertySource(
        properties = {"playbook.tasklist.warm=true", "camunda.bpm.generate-unique-process-engine-name=false"})
@TestExecutionListeners(listeners = TasklistsEngine.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface AtTheScreen {}
