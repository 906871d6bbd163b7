/** What an expression in a drawing may reach: the case's variables, plain values and our steps. */
package com.clario.playbook.engine.expression;
