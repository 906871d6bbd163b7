/** Stage 1: researches candidates, scores their fit and prioritises them. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Identify",
        allowedDependencies = {"rules", "rules::table"})
package com.clario.playbook.identify;
