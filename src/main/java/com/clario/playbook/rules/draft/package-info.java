/** A manager's change in the making: saved as it is typed, with its problems beside it. */
package com.clario.playbook.rules.draft;
