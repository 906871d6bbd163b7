/** Stage 4: announces the partnership, connects it and goes live. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Launch",
        allowedDependencies = {"rules", "rules::table"})
package com.clario.playbook.launch;
