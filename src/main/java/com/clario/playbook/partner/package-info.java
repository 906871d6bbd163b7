/** The catalogue: who we may work with, whom we know there, and what each side gets out of it. */
@ApplicationModule(
        displayName = "Partners",
        allowedDependencies = {"mail", "mail :: consent", "access", "engine"})
package com.clario.playbook.partner;

import org.springframework.modulith.ApplicationModule;
