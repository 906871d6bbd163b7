/** The audit trail of the rules: every act with who, when, before, after and why, added and never changed. */
package com.clario.playbook.rules.trail;
