/** What a manager sees of a change before it counts: one case by hand, all recorded ones, and every changed limit. */
package com.clario.playbook.rules.trial;
