/** What two companies sign, a pilot letter or a contract: what legal says about it, and who signed. */
@NamedInterface("signing")
package com.clario.playbook.document.signing;

import org.springframework.modulith.NamedInterface;
