/** What a task's form allows: the check the browser makes, made again where nobody can go around it. */
package com.clario.playbook.engine.form;
