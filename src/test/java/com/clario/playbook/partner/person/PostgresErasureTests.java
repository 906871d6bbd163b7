package com.clario.playbook.partner.person;

import com.clario.playbook.PostgresDatabase;
import org.springframework.test.context.ContextConfiguration;

/** The same on the database of production, where signed rows defend themselves. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class PostgresErasureTests extends ErasureTests {}
