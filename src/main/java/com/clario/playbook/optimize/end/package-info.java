/** The way out of a live partnership: notice, last day, access, accounts and what is kept. */
@NamedInterface("end")
package com.clario.playbook.optimize.end;

import org.springframework.modulith.NamedInterface;
