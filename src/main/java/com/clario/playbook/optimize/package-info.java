/** Stage 5: reviews the partnership every month, adjusts, expands or renews its terms, or winds it down. */
@ApplicationModule(
        displayName = "Optimize",
        allowedDependencies = {
            "launch",
            "negotiation",
            "negotiation::money",
            "negotiation::start",
            "partnership",
            "partnership :: page",
            "partnership :: pause",
            "partner",
            "document",
            "document :: signing",
            "partner :: person",
            "rules",
            "rules::table",
            "mail",
            "access",
            "engine"
        })
package com.clario.playbook.optimize;

import org.springframework.modulith.ApplicationModule;
