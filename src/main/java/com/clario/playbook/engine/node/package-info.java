/** The servers that share this database: which of them live, and whose jobs nobody does any more. */
package com.clario.playbook.engine.node;
