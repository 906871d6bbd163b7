/** Hands cases and the tasks of one person over to another. */
package com.clario.playbook.partnership.handover;
