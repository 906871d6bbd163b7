/** Money: amounts as we count and show them, and their division between a partner and us. */
@NamedInterface("money")
package com.clario.playbook.negotiation.money;

import org.springframework.modulith.NamedInterface;
