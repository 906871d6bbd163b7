/** Stage 3: agrees terms, has them reviewed by legal and signed. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Negotiation",
        allowedDependencies = {"rules", "rules::table"})
package com.clario.playbook.negotiation;
