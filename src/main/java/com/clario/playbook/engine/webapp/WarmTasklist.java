package com.clario.playbook.engine.webapp;

import jakarta.servlet.ServletRegistration;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Builds the engine's web interfaces at start instead of at the first visit: the Tasklist waits seven seconds for its
 * parts and then shows nothing at all. Only tests that never open it do without.
 */
@Component
@ConditionalOnBooleanProperty(name = "playbook.tasklist.warm", matchIfMissing = true)
class WarmTasklist implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        // Added after Boot's own initializer, so that the engine's servlets are registered by then.
        tomcat.addContextCustomizers(context -> context.addServletContainerInitializer(
                (types, servlets) -> servlets.getServletRegistrations().forEach(WarmTasklist::loadAtStart), Set.of()));
    }

    private static void loadAtStart(String name, ServletRegistration servlet) {
        if (name.endsWith(" Api") && servlet instanceof ServletRegistration.Dynamic jersey) {
            jersey.setLoadOnStartup(1);
        }
    }
}
