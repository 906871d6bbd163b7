package com.clario.playbook.rules.change;

import com.clario.playbook.PostgresDatabase;
import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class PostgresRuleChangeAtOnceTests extends RuleChangeAtOnceTests {}
