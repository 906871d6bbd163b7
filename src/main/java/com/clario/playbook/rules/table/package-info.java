/** What a decision table is made of, and the gate every cell passes before Drools sees it. */
@org.springframework.modulith.NamedInterface("table")
package com.clario.playbook.rules.table;
