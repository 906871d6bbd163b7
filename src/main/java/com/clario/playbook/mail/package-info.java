/** What we send: an outbox that joins the transaction it tells of, and the templates of our mails. */
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"access", "engine"})
package com.clario.playbook.mail;

import org.springframework.modulith.ApplicationModule;
