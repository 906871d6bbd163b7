package com.clario.playbook.identify;

import com.clario.playbook.PostgresDatabase;
import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class PostgresRoundAndGateTests extends RoundAndGateTests {}
