/** What we hold about a contact: handed out to whoever asks for it, and erased when it must go. */
@NamedInterface("person")
package com.clario.playbook.partner.person;

import org.springframework.modulith.NamedInterface;
