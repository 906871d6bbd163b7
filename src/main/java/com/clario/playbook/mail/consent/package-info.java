/** The way out of our mails: a signed link in each of them, and the addresses that have taken it. */
@NamedInterface("consent")
package com.clario.playbook.mail.consent;

import org.springframework.modulith.NamedInterface;
