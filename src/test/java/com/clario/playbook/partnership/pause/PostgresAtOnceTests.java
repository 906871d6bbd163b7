package com.clario.playbook.partnership.pause;

import com.clario.playbook.PostgresDatabase;
import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class PostgresAtOnceTests extends AtOnceTests {}
