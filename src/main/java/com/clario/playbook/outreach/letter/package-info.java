/** The words of our mails and decks, in the reader's language. */
package com.clario.playbook.outreach.letter;
