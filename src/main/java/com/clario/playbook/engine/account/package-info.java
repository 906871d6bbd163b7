/** How accounts are kept: passwords as slow hashes, and a mark by which a changed one is noticed. */
@NamedInterface("account")
package com.clario.playbook.engine.account;

import org.springframework.modulith.NamedInterface;
