/** What legal approved once for all later partners, and the contracts that were made under it. */
package com.clario.playbook.negotiation.standing;
