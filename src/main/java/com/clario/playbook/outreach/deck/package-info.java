/** The pitch deck the system drafts for a partner. */
package com.clario.playbook.outreach.deck;
