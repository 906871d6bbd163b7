/** Whether somebody may be written to: the signed way out in each of our mails, who has taken it, and what must wait. */
@NamedInterface("consent")
package com.clario.playbook.mail.consent;

import org.springframework.modulith.NamedInterface;
