/** Tells owner and managers that a stage has passed its planned end. */
package com.clario.playbook.partnership.overdue;
