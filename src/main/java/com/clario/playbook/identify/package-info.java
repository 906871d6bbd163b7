/** Stage 1: researches candidates, scores their fit and prioritises them. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Identify",
        allowedDependencies = {
            "partnership",
            "partnership :: pause",
            "programme",
            "partner",
            "partner :: person",
            "rules",
            "rules::table",
            "access",
            "engine"
        })
package com.clario.playbook.identify;
