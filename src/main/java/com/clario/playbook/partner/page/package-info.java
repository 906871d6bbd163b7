/** The forms with which the catalogue is kept: partners, contacts and facts. */
package com.clario.playbook.partner.page;
