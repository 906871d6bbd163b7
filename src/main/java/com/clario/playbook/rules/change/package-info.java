/** The way of a draft into force: submitted with a reason, approved by another manager, in use from its day on. */
package com.clario.playbook.rules.change;
