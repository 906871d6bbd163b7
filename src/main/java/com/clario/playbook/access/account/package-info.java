/** The accounts of those who work here: each one's password and state, and what administrators do with them. */
package com.clario.playbook.access.account;
