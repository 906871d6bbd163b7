/** How accounts are kept: passwords as slow hashes, a mark by which a changed one is noticed, and the groups a login carries. */
@NamedInterface("account")
package com.clario.playbook.engine.account;

import org.springframework.modulith.NamedInterface;
