/** The engine's own web applications, Tasklist and Cockpit: ready at start, one login with ours, refusals in words. */
package com.clario.playbook.engine.webapp;
