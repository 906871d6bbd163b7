/** Stage 4: announces the partnership, connects it and goes live. */
@ApplicationModule(
        displayName = "Launch",
        allowedDependencies = {
            "negotiation",
            "programme",
            "partnership",
            "partnership :: page",
            "partner",
            "partner :: person",
            "document",
            "activity",
            "rules",
            "rules::table",
            "mail",
            "access",
            "access :: key",
            "engine"
        })
package com.clario.playbook.launch;

import org.springframework.modulith.ApplicationModule;
