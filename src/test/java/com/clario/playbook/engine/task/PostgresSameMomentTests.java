package com.clario.playbook.engine.task;

import com.clario.playbook.PostgresDatabase;
import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class PostgresSameMomentTests extends SameMomentTests {}
