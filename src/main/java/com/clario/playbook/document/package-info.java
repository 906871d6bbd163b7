/** Files of a partnership: decks, contracts and signed copies, recognised by content and never changed. */
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"mail", "access", "engine"})
package com.clario.playbook.document;

import org.springframework.modulith.ApplicationModule;
