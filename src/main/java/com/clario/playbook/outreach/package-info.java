/** Stage 2: reaches a partner by a warm introduction or a cold mail. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Outreach",
        allowedDependencies = {
            "partnership",
            "partnership :: page",
            "partner",
            "partner :: person",
            "document",
            "rules",
            "rules::table",
            "mail",
            "mail :: consent",
            "mail :: consent",
            "access",
            "engine"
        })
package com.clario.playbook.outreach;
