package com.clario.playbook.engine.node;

import com.clario.playbook.PostgresDatabase;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = PostgresDatabase.class)
class PostgresAbandonedJobsTests extends AbandonedJobsTests {}
