/** Stage 3: tries the product with a few customers and judges the trial. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Pilot",
        allowedDependencies = {"rules", "rules::table"})
package com.clario.playbook.pilot;
