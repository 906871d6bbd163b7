/** How accounts are kept: passwords as slow hashes, and whether an account is locked. */
@NamedInterface("account")
package com.clario.playbook.engine.account;

import org.springframework.modulith.NamedInterface;
