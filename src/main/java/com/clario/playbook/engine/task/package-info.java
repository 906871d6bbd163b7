/** What it takes to finish, change or give away a task: the right group, and fields as the task's form allows. */
package com.clario.playbook.engine.task;
