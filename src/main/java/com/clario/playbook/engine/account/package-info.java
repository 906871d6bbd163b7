/** How accounts are kept: passwords as slow hashes, whether one is locked, and the groups a login carries. */
@NamedInterface("account")
package com.clario.playbook.engine.account;

import org.springframework.modulith.NamedInterface;
