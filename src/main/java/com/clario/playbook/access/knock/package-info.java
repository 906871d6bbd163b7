/** Who knocks at the door and says a password: how often in vain, and from which browser. */
package com.clario.playbook.access.knock;
