/** Stage 2: reaches a partner by a warm introduction or a cold mail. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Outreach",
        allowedDependencies = {"rules", "rules::table"})
package com.clario.playbook.outreach;
