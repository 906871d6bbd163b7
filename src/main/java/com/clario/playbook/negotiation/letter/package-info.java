/** What the pilot letter repeats of the terms. */
package com.clario.playbook.negotiation.letter;
