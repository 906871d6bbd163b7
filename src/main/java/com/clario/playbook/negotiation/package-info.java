/** Stage 3: agrees terms, has them reviewed by legal and signed. */
@ApplicationModule(
        displayName = "Negotiation",
        allowedDependencies = {
            "pilot",
            "pilot :: letter",
            "partnership",
            "partnership :: closing",
            "partnership :: page",
            "partner",
            "partner :: person",
            "document",
            "document :: signing",
            "rules",
            "rules::table",
            "access",
            "engine"
        })
package com.clario.playbook.negotiation;

import org.springframework.modulith.ApplicationModule;
