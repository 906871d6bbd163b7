package com.clario.playbook;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the whole system once more in this JVM, without the engine's web applications: those live in statics, and
 * closing one system's would take them away from every other.
 */
public final class SecondHouse {

    private SecondHouse() {}

    public static ConfigurableApplicationContext start(String profile, String... settings) {
        var application = new SpringApplication(Playbook.class);
        application.setAdditionalProfiles(profile);
        application.setDefaultProperties(Map.of("camunda.bpm.webapp.enabled", "false"));
        return application.run(settings);
    }
}
