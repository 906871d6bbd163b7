/** The doors: which address is open to whom, the one login, and who is still welcome at each request. */
package com.clario.playbook.access.door;
