/** Forgets a contact in what belongs to partnerships: timeline, mails, names of files, and what forms held. */
package com.clario.playbook.partnership.person;
