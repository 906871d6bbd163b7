/** The keys partners' systems sign in with: issued, checked, rotated, revoked; the secret itself is kept nowhere. */
@NamedInterface("key")
package com.clario.playbook.access.key;

import org.springframework.modulith.NamedInterface;
