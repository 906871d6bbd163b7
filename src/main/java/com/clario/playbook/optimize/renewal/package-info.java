/** Whether the terms go on after their last day: asked in time, advised by rules, decided by a manager. */
package com.clario.playbook.optimize.renewal;
