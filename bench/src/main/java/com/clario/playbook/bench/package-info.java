/** Measures how fast the rules decide, beside other engines over the same table and a loop written by hand. */
package com.clario.playbook.bench;
