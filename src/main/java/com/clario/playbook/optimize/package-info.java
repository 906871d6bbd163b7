/** Stage 5: reviews the partnership every month and adjusts, expands or ends it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Optimize",
        allowedDependencies = {"rules", "rules::table"})
package com.clario.playbook.optimize;
