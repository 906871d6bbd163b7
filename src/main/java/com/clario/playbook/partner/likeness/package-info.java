/** Notices when a partner looks like one that is in the catalogue already, and says by what. */
package com.clario.playbook.partner.likeness;
