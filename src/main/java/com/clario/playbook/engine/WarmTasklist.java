package com.clario.playbook.engine;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import org.springframework.stereotype.Component;

/**
 * Builds the engine's web interfaces at start instead of at the first visit: the Tasklist waits seven seconds for its
 * parts and then shows nothing at all.
 */
@Component
class WarmTasklist implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent started) {
        started.getServletContext().getServletRegistrations().forEach(WarmTasklist::loadAtStart);
    }

    private static void loadAtStart(String name, ServletRegistration servlet) {
        if (name.endsWith(" Api") && servlet instanceof ServletRegistration.Dynamic jersey) {
            jersey.setLoadOnStartup(1);
        }
    }
}
