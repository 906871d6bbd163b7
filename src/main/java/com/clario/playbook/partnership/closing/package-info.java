/** Closes a case before its way is over, for a reason. */
@NamedInterface("closing")
package com.clario.playbook.partnership.closing;

import org.springframework.modulith.NamedInterface;
