/** The case: one partner's way through the five stages, with its owner, dates and timeline. */
@ApplicationModule(
        displayName = "Partnership",
        allowedDependencies = {
            "programme",
            "partner",
            "partner :: person",
            "document",
            "rules",
            "mail",
            "mail :: consent",
            "access",
            "engine"
        })
package com.clario.playbook.partnership;

import org.springframework.modulith.ApplicationModule;
