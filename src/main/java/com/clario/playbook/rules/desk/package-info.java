/** The pages under /rules: what is decided how, and the drafts in which managers change it. */
package com.clario.playbook.rules.desk;
