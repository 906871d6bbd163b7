package com.clario.playbook.journey;

import com.clario.playbook.PlaybookTest;
import com.clario.playbook.PostgresDatabase;
import org.springframework.test.context.ContextConfiguration;

/** Moka walks from research to the second review on PostgreSQL 17. */
@PlaybookTest
@ContextConfiguration(initializers = PostgresDatabase.class)
class PostgresJourneyTests extends WholeWay {}
