/** The roof: pages that look across the rooms, such as the board and the case. */
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {
            "optimize",
            "optimize :: end",
            "launch",
            "negotiation",
            "negotiation :: money",
            "pilot",
            "outreach",
            "identify",
            "partnership",
            "partnership :: page",
            "programme",
            "partner",
            "activity",
            "document",
            "rules",
            "mail",
            "access",
            "access :: key",
            "engine"
        })
package com.clario.playbook.desk;

import org.springframework.modulith.ApplicationModule;
