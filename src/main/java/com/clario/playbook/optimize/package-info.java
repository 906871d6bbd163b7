/** Stage 5: reviews the partnership every month and adjusts, expands or ends it. */
@ApplicationModule(
        displayName = "Optimize",
        allowedDependencies = {
            "launch",
            "negotiation",
            "negotiation::money",
            "partnership",
            "partnership :: page",
            "partner",
            "partner :: person",
            "rules",
            "rules::table",
            "access",
            "engine"
        })
package com.clario.playbook.optimize;

import org.springframework.modulith.ApplicationModule;
