package com.clario.playbook;

import com.clario.playbook.engine.account.Accounts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
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
            var wrong = missing(environment);
            wrong.addAll(unsafe(environment));
            if (!wrong.isEmpty()) {
                throw new Incomplete(wrong);
            }
        };
    }

    /** Asked before the first visitor can come: a database that once served the demo may still have its people. */
    @Bean
    SmartInitializingSingleton noNameIsAPassword(Accounts accounts) {
        return () -> {
            var open = accounts.withNameAsPassword();
            if (!open.isEmpty()) {
                throw new Incomplete(List.of("The password of these accounts is their name: " + String.join(", ", open)
                        + ". Change the passwords or remove the accounts before this database goes into production."));
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
        require(
                environment,
                "playbook.mail.from",
                "The address our mails come from is missing: set PLAYBOOK_MAIL_FROM.",
                missing);
        require(
                environment,
                "playbook.url",
                "The address people outside reach us by is missing: set PLAYBOOK_URL, such as https://partners.clario.example.",
                missing);
        return missing;
    }

    private static List<String> unsafe(Environment environment) {
        var unsafe = new ArrayList<String>();
        if (isOn(environment, "playbook.people.demo") || isOn(environment, "playbook.demo.cases")) {
            unsafe.add("Demo people and demo cases have no place in production: "
                    + "turn playbook.people.demo and playbook.demo.cases off.");
        }
        var password = environment.getProperty("playbook.people.admin-password");
        if (StringUtils.hasText(password) && password.equals(environment.getProperty("playbook.people.admin"))) {
            unsafe.add("The administrator's password is the account's name: set another PLAYBOOK_ADMIN_PASSWORD.");
        }
        if (StringUtils.hasText(password) && password.length() < 8) {
            unsafe.add("The administrator's password is too short: give PLAYBOOK_ADMIN_PASSWORD 8 characters or more.");
        }
        return unsafe;
    }

    private static boolean isOn(Environment environment, String setting) {
        return environment.getProperty(setting, boolean.class, false);
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
                    incomplete.getMessage(),
                    "Put this right, in the environment where it names a variable, and start again.",
                    incomplete);
        }
    }
}
