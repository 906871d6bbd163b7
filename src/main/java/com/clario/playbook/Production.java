package com.clario.playbook;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Starts nothing in production that lacks what production needs. */
@Profile("prod")
@Configuration(proxyBeanMethods = false)
class Production {

    @Bean
    static BeanFactoryPostProcessor needs(Environment environment) {
        return beans -> {
            var missing = missing(environment);
            if (!missing.isEmpty()) {
                throw new Incomplete(missing);
            }
        };
    }

    private static List<String> missing(Environment environment) {
        var missing = new ArrayList<String>();
        require(environment, "spring.datasource.url", "The database is missing: set PLAYBOOK_DATABASE_URL.", missing);
        require(
                environment,
                "playbook.people.admin-password",
                "The administrator's password is missing: set PLAYBOOK_ADMIN_PASSWORD.",
                missing);
        require(environment, "spring.mail.host", "The mail server is missing: set PLAYBOOK_MAIL_HOST.", missing);
        return missing;
    }

    private static void require(Environment environment, String setting, String sentence, List<String> missing) {
        if (!StringUtils.hasText(environment.getProperty(setting))) {
            missing.add(sentence);
        }
    }

    static class Incomplete extends RuntimeException {

        Incomplete(List<String> sentences) {
            super(String.join("\n", sentences));
        }
    }

    /** Shows the sentences instead of a stack trace. */
    static class Explanation extends AbstractFailureAnalyzer<Incomplete> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, Incomplete incomplete) {
            return new FailureAnalysis(
                    incomplete.getMessage(), "Set what is missing in the environment and start again.", incomplete);
        }
    }
}
