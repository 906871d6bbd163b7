/** Turns gated rows into a compiled rule base, and refuses whatever is not exactly those rows. */
package com.clario.playbook.rules.check;
